"""The registry of sources (`seeds/sources.yaml`): which source a name means, and its kind."""

from __future__ import annotations

import hashlib
import reprlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from importlib.resources import files
from typing import Annotated, NamedTuple, Self

from pydantic import BeforeValidator, ValidationError

from sayso.errors import UsageError
from sayso.language.spelling import Word, fold, words_of
from sayso.language.yaml_file import read_yaml
from sayso.registry.forms import Form, describes
from schemas import Record, SourceKind

Forms = Annotated[tuple[str, ...], BeforeValidator(lambda text: text.split("; ") if isinstance(text, str) else text)]


class Source(Record):
    """One listed source.

    `aliases`: further forms of its name; `alone`: forms that are also ordinary words or surnames ("Time"), known only
    where they are the whole mention. `country`: ISO 3166 alpha-2. `parent`: key of its owner, or of the body it belongs
    to. `state`: owned or run by a state or its ruling party. `governs`: it is the government of its country.
    """

    key: str
    name: str
    aliases: Forms = ()
    alone: Forms = ()
    kind: SourceKind
    country: str | None = None
    parent: str | None = None
    state: bool = False
    governs: bool = False

    @property
    def forms(self) -> Iterator[tuple[str, bool]]:
        """The forms that texts use, each with whether it has to stand alone; a name with brackets is not one."""
        if "(" not in self.name and self.name not in self.alone:
            yield self.name, False
        yield from ((form, False) for form in self.aliases)
        yield from ((form, True) for form in self.alone)


class Named(NamedTuple):
    """A listed source named at `start:end` (half-open) of a string."""

    source: Source
    start: int
    end: int


_REMEMBERED = 20_000
"""Mentions whose lookup is cached: a bound on memory."""


class Registry:
    """Listed sources, found by the forms in which texts name them."""

    def __init__(self, sources: Sequence[Source], digest: str = "") -> None:
        """`digest` identifies the file that the sources come from."""
        self.sources = {source.key: source for source in sources}
        self.digest = digest
        self._named: dict[str, Source | None] = {}
        self._forms: dict[str, list[tuple[Form, Source]]] = defaultdict(list)
        for source in sources:
            for words, alone in source.forms:
                form = Form(words, alone)
                self._forms[fold(form.first)].append((form, source))

    @classmethod
    def installed(cls) -> Self:
        """The registry that comes with Sayso."""
        return cls.parse((files("seeds") / "sources.yaml").read_bytes(), "seeds/sources.yaml")

    @classmethod
    def parse(cls, content: bytes, name: str) -> Self:
        """The registry in the file `name`; raises `UsageError` where it is invalid."""
        match read_yaml(content, name):
            case {"sources": dict(entries), **others} if not others:
                sources = [_source(key, fields, name) for key, fields in entries.items()]
            case other:
                found = reprlib.repr(other)
                raise UsageError(
                    f"{name}: expected the mapping sources and nothing else, found {found}; correct the file"
                )
        digest = hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()  # a checkout may have other line ends
        return cls(sources, digest)

    def lookup(self, words: str) -> Source | None:
        """The source that `words` as a whole name: "TASS", "the London-based Asharq Al-Awsat newspaper".

        Articles, quotation marks, a possessive ending and describing words are ignored; with any other word ("Fox News'
        Sean Hannity") they name another source, and the result is None.
        """
        if words not in self._named:
            if len(self._named) == _REMEMBERED:
                self._named.clear()
            self._named[words] = self._lookup(words)
        return self._named[words]

    def _lookup(self, words: str) -> Source | None:
        text = tuple(words_of(words))
        found = list(self._scan(text, alone=True))
        if len(found) != 1:
            return None
        source, first, last = found[0]
        before = [word.written for word in text[:first]]
        if "based" in before:
            before = before[before.index("based") :]
        rest = before + [word.written for word in text[last:]]
        return source if all(map(describes, rest)) else None

    def find_in(self, words: str, kinds: Collection[SourceKind] | None = None) -> Source | None:
        """The first source (of these `kinds`) that is named anywhere in `words`: "Fox News' Sean Hannity"."""
        sources = (named.source for named in self.find_all(words))
        return next((source for source in sources if kinds is None or source.kind in kinds), None)

    def find_all(self, words: str) -> tuple[Named, ...]:
        """Every source named in `words`, in order; the longest form where several begin at one place."""
        text = tuple(words_of(words))
        found = self._scan(text, alone=False)
        return tuple(Named(source, text[first].start, text[last - 1].end) for source, first, last in found)

    def family(self, source: Source) -> Source:
        """The topmost owner of `source`, or the body it belongs to; itself without an owner.

        What a state owns or runs belongs to the government of that state: TASS, the Kremlin and the Russian embassy in
        Israel are all of the Russian government's family; The Sun and The Wall Street Journal of News Corp's.
        Parliaments, courts, central banks and police forces are bodies of their own.
        """
        line = [source]
        while line[-1].parent is not None:
            line.append(self.sources[line[-1].parent])
        if line[-1].governs:
            return line[-1]
        governments = (self._governments.get(owner.country) for owner in line if owner.state and owner.country)
        return next(filter(None, governments), line[-1])

    @cached_property
    def governments(self) -> Mapping[tuple[str, ...], Source]:
        """The listed governments by the words of their country's adjective, folded."""
        found = {}
        for source in self.sources.values():
            for form, _ in source.forms if source.governs else ():
                match [fold(word.written) for word in words_of(form)]:
                    case ["government", "of", *country] | ["federal", "government", "of", *country]:
                        found[tuple(key for key in country if key != "the")] = source
                    case [*country, "government"]:
                        found[tuple(country)] = source
        return found

    @cached_property
    def _governments(self) -> Mapping[str, Source]:
        """Governments by country."""
        return {source.country: source for source in self.sources.values() if source.governs and source.country}

    def _scan(self, text: Sequence[Word], *, alone: bool) -> Iterator[tuple[Source, int, int]]:
        keys = [fold(word.written) for word in text]
        first = 0
        while first < len(text):
            fits = [
                (form.stands(text, keys, first), source)
                for form, source in self._forms.get(keys[first], ())
                if alone or not form.alone
            ]
            length, source = max(fits, key=lambda fit: fit[0], default=(0, None))
            if length and source:
                yield source, first, first + length
            first += length or 1


def _source(key: str, fields: object, name: str) -> Source:
    try:
        return Source.model_validate({"key": key, **fields} if isinstance(fields, dict) else fields)
    except ValidationError as error:
        wrong = error.errors()[0]
        where, said = ".".join([key, *map(str, wrong["loc"])]), wrong["msg"][:1].lower() + wrong["msg"][1:]
        found = reprlib.repr(wrong["input"])
        raise UsageError(f"{name}: {said}, found {found} at {where}; correct the file") from error
