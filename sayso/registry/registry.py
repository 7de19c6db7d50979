"""The registry of sources (`seeds/sources.yaml`): which source a name means, and its kind."""

from __future__ import annotations

import hashlib
import reprlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from importlib.resources import files
from typing import NamedTuple, Self

from pydantic import ValidationError

from sayso.errors import UsageError
from sayso.language.spelling import Word, fold, words_of
from sayso.language.yaml_file import read_yaml
from sayso.registry.forms import Form, describes
from sayso.registry.merging import as_listed
from schemas import Source, SourceKind, hash_of


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
        _expect_parents({source.key: source for source in sources}, name)
        digest = hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()  # a checkout may have other line ends
        return cls(sources, digest)

    def extended(self, changes: Sequence[Source]) -> Self:
        """The registry with these sources added, or in place of those with their keys; its digest covers them.

        A merged source gives its forms to the one that it is, and what belonged to it belongs to that one. A parent
        that is not listed, or belongs to the source itself, counts as none.
        """
        if not changes:
            return self
        listed = self.sources | {source.key: source for source in changes}
        made = [as_listed(source, listed) for source in listed.values() if source.merged not in listed]
        return type(self)(made, hash_of("registry", self.digest, [source.digest for source in changes]))

    def known_by(self, words: str) -> Source | None:
        """The source of which `words` are a form, capitals and accents aside; None if they are nobody's."""
        return self._by_form.get(_form_words(words))

    @cached_property
    def _by_form(self) -> Mapping[tuple[str, ...], Source]:
        """Sources by the words of their names and of all their forms."""
        named = [(source.name, source) for source in self.sources.values()]
        forms = [(form, source) for source in self.sources.values() for form, _ in source.forms]
        return {_form_words(form): source for form, source in (*named, *forms)}

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


def _form_words(form: str) -> tuple[str, ...]:
    words = [fold(word.written) for word in words_of(form)]
    return tuple(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _expect_parents(listed: Mapping[str, Source], name: str) -> None:
    """UsageError unless every parent is listed, and no source belongs to itself over others."""
    for source in listed.values():
        line = [source.key]
        while (parent := listed[line[-1]].parent) is not None:
            if parent not in listed or parent in line:
                found = "itself" if parent in line else repr(parent)
                raise UsageError(
                    f"{name}: expected a listed source as the parent of {line[-1]}, found {found}; correct it"
                )
            line.append(parent)
