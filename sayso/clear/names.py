"""Who is named in an article, and whom some of its words mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from sayso.clear.clearing_words import CLEARING
from sayso.language.english import BODIES, FUNCTION_WORDS, GIVEN_NAMES, MODALITY, NATIONS, OFFICES, PEOPLE, SOURCES
from schemas import Article, Extraction

_ONE = r"(?:[A-ZÀ-ÖØ-Þ]\.)+|[A-ZÀ-ÖØ-Þ][\w’'-]*(?:(?<=\bSt)\.|(?<=\bDr)\.|(?<=\bMr)\.|(?<=\bMrs)\.|(?<=\bMs)\.)?"
_NAME = re.compile(rf"(?<!\w)(?:{_ONE})(?: (?:(?:of|for|de|del|der|van|von|al|la|el|bin|ibn|&) ){{0,2}}(?:{_ONE}))*")
_POSSESSIVE = re.compile(r"['’](?:s\b|$)")
_MODIFIES = re.compile(
    r" (?!(?:of|in|at|on|from|for|and|or|who|which|that|with|by|to|as|a|an|the|is|was|has|had|were|are)\b)[a-z]"
)
"""What stands behind a name that only says something about the noun that follows: "the Kells bridge"."""
_OF = re.compile(r" (?:of|for|in|at) ")
_DESCRIBED = re.compile(r"\b(?:the|its|their|an?) ([a-z]+(?:[ -][a-z]+){0,2})", re.IGNORECASE)
_IDENTIFYING = re.compile(
    r"\b[Tt]he (?:[a-z-]{1,20} ){0,2}([a-z-]{1,20})"
    r"(?:,| (?:is|was)(?: later)?(?: (?:named|identified)(?: by [\w ’']{1,40})?(?: as)?)?) (?=[A-Z])"
)
"""Words before a name that say whose it is: "The board member, Ruth Amsel", "The surgeon is Adrian Tull"."""
_A_KIND = re.compile(
    r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother)(?: (?!(?:of|by|in|to|at|for|from|with)\b)[a-z-]{1,20}){1,4}(?![\w-])"
)
"""Words behind "a" or "another"."""
_IDENTIFIED_WITHIN = 500
"""In so many characters behind "a board member" the name may follow."""
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_BEFORE_A_PLACE = re.compile(r"\b(?:of|in|at|from|near|for|by|against|to|with) (?:the )?$")
_TITLES = OFFICES.nouns | OFFICES.past | PEOPLE.honorifics | PEOPLE.men | PEOPLE.women | {"dr", "dr.", "prof", "former"}
_DAYS = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december
"""
_OPENERS = "i a the this that when where while as in on at but and if for after some there what"
_NO_NAMES = frozenset([*_OPENERS.split(), *_DAYS.split(), *MODALITY.modals])
_NOBODY = FUNCTION_WORDS.determiners | FUNCTION_WORDS.pronouns | SOURCES.peoples | _NO_NAMES
_BODY = CLEARING.bodies | BODIES.nouns
_PLACED = frozenset("Avenue Bridge Hill Lane Road Square Street Station Park".split())
_SETTLEMENTS = ("city", "district", "island", "port", "region", "town", "village")
_LONGEST = 5
_PERSON, _LABELS = "PERSON", ("PERSON", "ORG", "GPE", "NORP", "FAC")


@dataclass(frozen=True)
class Cast:
    """The persons and bodies that an article names, by what the engine read in it."""

    article: Article
    extraction: Extraction

    def meant(self, words: str, before: int | None = None) -> str | None:
        """The name of whoever `words` mean, as the article writes it in full; None for a pronoun or nobody it names.

        `before`: where the words stand; a body without a name ("the company") is then the last one named before.
        """
        runs = [run for run in _runs(words) if not run[2] and not _MODIFIES.match(words, run[1] + len(run[0]))]
        apart = [run for run in runs if not _BEFORE_A_PLACE.search(words[: run[1]])]
        if apart and (name := self._full(apart[-1][0])):
            return name
        return self._described(words, before)

    def named_in(self, words: str) -> tuple[str, ...]:
        """The names of all whom `words` name, each as the article writes it in full, in order."""
        return tuple(name for run, _, _ in _runs(words) if (name := self._full(run)))

    def body(self, name: str) -> bool:
        """Whether a name is that of a body, as far as the words show it: no place, no people, nobody's nationality."""
        return name in self._bodies or not _BODY.isdisjoint(_tokens(name))

    def persons(self, name: str) -> bool:
        """Whether a name is a person's, as far as the words show it."""
        first = name.casefold().split()[0]
        given = first in GIVEN_NAMES.male | GIVEN_NAMES.female and " " in name
        return given or name in self._people or bool(self._titled & {name})

    def place(self, name: str) -> bool:
        """Whether a name is only that of a town, a street or a building; a state can be accused."""
        if any(f"{kind} of {name}" in self.article.text for kind in _SETTLEMENTS):
            return True
        labels = {label for words, label in self._where if words == name or words.startswith(f"{name} ")}
        return bool(labels) and not self.persons(name) and name not in NATIONS and name.casefold() not in NATIONS

    @cached_property
    def _where(self) -> tuple[tuple[str, str], ...]:
        """The words for places, and names that end as streets and buildings do."""
        frames = (frame for claim in self.extraction.claims for frame in claim.slots.frames)
        fillers = (filler for frame in frames for filler in frame.fillers)
        named = ((name, "FAC") for name in self.names if name.split()[-1] in _PLACED)
        return (*((one.words, one.label) for one in fillers if one.label in ("GPE", "FAC", "LOC")), *named)

    def last_named(self, place: int, *, bodies: bool, among: frozenset[str] | None = None) -> str | None:
        """Who is named last before a place: a body, or a person; `among`: only these count."""
        found = [(at, name) for at, _, name in self.mentions if at < place and (among is None or name in among)]
        sure = (name for _, name in reversed(found) if self.persons(name) != bodies)
        return next(sure, found[-1][1] if found and among is not None else None)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name, the longest first."""
        segments = self.extraction.segmentation.segments
        prose = (one.span.words for one in segments if one.kind == "sentence" or one.span.words.endswith("."))
        hops = (hop.name for statement in self.extraction.statements for hop in statement.mentioned if hop.name)
        labelled = (run for words, _ in self._labelled for run, _, owner in _runs(words) if not owner)
        written = (run for words in prose for run, at, _ in _runs(words) if " " in run or _within_a_sentence(words, at))
        found = dict.fromkeys(map(_bare, chain(hops, labelled, written)))
        names = (name for name in found if name and name[0].isupper() and _tokens(name) and " and " not in name)
        return tuple(sorted((name for name in names if name.count(" ") < _LONGEST), key=len, reverse=True))

    @cached_property
    def _labelled(self) -> tuple[tuple[str, str], ...]:
        frames = (frame for claim in self.extraction.claims for frame in claim.slots.frames)
        fillers = (filler for frame in frames for filler in frame.fillers)
        return tuple((filler.words, filler.label) for filler in fillers if filler.label in _LABELS)

    @cached_property
    def _people(self) -> frozenset[str]:
        hops = [hop for statement in self.extraction.statements for hop in statement.mentioned]
        persons = {hop.name for hop in hops if hop.kind == "person" and hop.name and " " in hop.name}
        labelled = {
            _bare(run) for words, label in self._labelled if label == _PERSON for run, _, own in _runs(words) if not own
        }
        return frozenset(name for name in persons | labelled if name)

    @cached_property
    def _bodies(self) -> frozenset[str]:
        hops = [hop for statement in self.extraction.statements for hop in statement.mentioned]
        sources = {hop.name for hop in hops if hop.name and hop.kind not in ("person", "unknown", "document")}
        labelled = {_bare(run) for words, label in self._labelled if label == "ORG" for run, _, _ in _runs(words)}
        return frozenset(name for name in sources | labelled if name and not {name, name.casefold()} & NATIONS.keys())

    @cached_property
    def _titled(self) -> frozenset[str]:
        """Names behind a title: "Bishop Conrad Ware"."""
        before = ((name, self.article.text.partition(name)[0].split()[-1:]) for name in self.names)
        return frozenset(name for name, word in before if word and word[0].casefold() in _TITLES)

    @cached_property
    def mentions(self) -> tuple[tuple[int, int, str], ...]:
        """Every place where somebody is named, half-open, with the name in full, in order."""
        found = ((at, at + len(run), self._full(run)) for run, at, _ in _runs(self.article.text))
        return tuple((start, end, name) for start, end, name in found if name)

    @cached_property
    def called(self) -> tuple[tuple[int, int, str], ...]:
        """The same, and where somebody is called by what they are.

        Bodies ("the ministry", "the parish council"), and "a board member" before "the board member, Ruth Amsel".
        """
        found = ((place, self._body_called(words)) for words, place in self._descriptions())
        described = ((start, end, name) for (start, end), name in found if name)
        return tuple(sorted((*self.mentions, *described, *self._identified())))

    def _identified(self) -> Iterator[tuple[int, int, str]]:
        """Where somebody is called "a" or "another" of a kind, before the name that the kind is then given."""
        text = self.article.text
        for match in _IDENTIFYING.finditer(text):
            named = _NAME.match(text, match.end())
            name = self._full(named[0]) if named else None
            first = max(0, match.start() - _IDENTIFIED_WITHIN)
            found = [(one.start(), one[0].split(" ")) for one in _A_KIND.finditer(text, first, match.start())]
            called = [(at, words[: words.index(match[1]) + 1]) for at, words in found if match[1] in words[1:]]
            if name and called:
                at, words = called[-1]
                yield at, at + len(" ".join(words)), name

    def _descriptions(self) -> Iterator[tuple[list[str], tuple[int, int]]]:
        """Words behind an article, up to the first that is a noun for a body, and their half-open place."""
        for match in _DESCRIBED.finditer(self.article.text):
            words = match[1].split(" ")
            many = next((number for number, word in enumerate(words, 1) if word in _BODY), 0)
            if many:
                length = len(" ".join(words[:many]))
                yield words[:many], (match.start(1), match.start(1) + length)

    def _body_called(self, words: list[str]) -> str | None:
        """The name that has all of these words; else the words themselves, if they are more than a bare noun."""
        named = next((name for name in self.names if set(words) <= set(_tokens(name))), None)
        return named or (" ".join(words) if len(words) > 1 else None)

    def _full(self, run: str) -> str | None:
        """The name in full of whom a run of words names: of a person one that ends with it; None for nobody."""
        asked = _tokens(_bare(run))
        if not asked:
            return None
        if run in NATIONS or run.casefold() in NATIONS:
            return run
        ending = [name for name in self._by_last.get(asked[-1], ()) if _tokens(name)[-len(asked) :] == asked]
        beginning = (name for name in self._by_first.get(asked[0], ()) if _tokens(name)[: len(asked)] == asked)
        return next(chain(filter(self._people.__contains__, ending), ending, beginning), None)

    @cached_property
    def _by_last(self) -> dict[str, list[str]]:
        return _grouped(self.names, -1)

    @cached_property
    def _by_first(self) -> dict[str, list[str]]:
        return _grouped(self.names, 0)

    def _described(self, words: str, before: int | None) -> str | None:
        """A body by what it is: "the ministry" is the Defence Ministry, "the company" the last one named."""
        noun = next(reversed(_WORD.findall(_OF.split(words.casefold())[0])), "")
        if noun not in _BODY:
            return None
        if words[:1].islower() or words.startswith(("The ", "Its ", "Their ")):
            named = [name for name in self.names if noun in _tokens(name)]
            kind = " ".join(words.split()[1:])
            if named or before is None or " " in kind:
                return named[0] if named else kind if " " in kind else None
            return self.last_named(before, bodies=True)
        return words if _runs(words) else None


def tokens(words: str) -> frozenset[str]:
    """Its words, in lower case and without possessive endings."""
    return frozenset(_tokens(words))


def _grouped(names: Iterable[str], number: int) -> dict[str, list[str]]:
    """Names by one of their words, in their order."""
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(_tokens(name)[number], []).append(name)
    return found


def _within_a_sentence(text: str, at: int) -> bool:
    return text[max(0, at - 2) : at][:1].islower() and text[at - 1 : at] == " "


def _tokens(words: str) -> list[str]:
    return [_POSSESSIVE.sub("", word.casefold()) for word in _WORD.findall(words)]


def _bare(name: str) -> str:
    """A name without the titles before it."""
    words = name.split()
    while words and (words[0].casefold() in _TITLES or words[0].casefold() in _NO_NAMES):
        words = words[1:]
    return _POSSESSIVE.sub("", " ".join(words)) if words else ""


def _runs(words: str) -> Iterator[tuple[str, int, bool]]:
    """Runs of capitalised words: the words, their place, and whether they only own what follows ("Iran's ministry")."""
    for match in _NAME.finditer(words):
        at = match.start()
        for piece in re.split(r"(?<=['’]s) ", match[0]):
            owner = piece.endswith(("'s", "’s")) and bool(words[at + len(piece) :].strip(" .,"))
            if piece.casefold() not in _NOBODY:
                yield piece, at, owner
            at += len(piece) + 1
