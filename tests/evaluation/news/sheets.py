"""Annotators' sheets (`sheet.md`): shows articles, checks sheets, and writes the rows of `readings/`.

python -m tests.evaluation.news.sheets show ARTICLE
python -m tests.evaluation.news.sheets check SHEET...
python -m tests.evaluation.news.sheets write PART FOLDER [ACCUSED]    # readings/PART.jsonl from FOLDER/*.sheet

ACCUSED is a folder of sheets with accusations alone: they stand in place of those in FOLDER, where it has a sheet.
"""

from __future__ import annotations

import json
import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

from sayso.attribute.places import without
from sayso.language.parse import parse
from sayso.segment import paragraphs
from schemas import SourceKind
from tests.evaluation.news.texts import sha256, texts

PLACE = Path(__file__).parent

VOICES = {"S": "sourced", "O": "own", "A": "act", "R": "unsaid", "B": "furniture"}

Range = tuple[int, int]
Row = dict[str, Any]

_ENTITY = re.compile(r'(E\d+) (\w+)( unnamed)? "(.+)"$')
_LINE = re.compile(r"(\d+)(?:-(\d+))? ([SOARB])(?: (.*))?$")
_ACCUSATION = re.compile(r"(\d+(?:-\d+)?(?:,\s*\d+(?:-\d+)?)*) X (.*)$")
_PIECE = re.compile(r'\s*([+-])?\s*(?:(\*)|"(.*?)"(?=\s*(?:[+\-<;]\s|$|[+\-<;]$)))', re.DOTALL)
_HOP = re.compile(r'\s*<\s*(?:(\?)|(E\d+)(?:@(\d+))? "(.*?)"(?=\s*(?:<|$)))')
_HOLDER = re.compile(r'holder (E\d+)(?:@(\d+))? "(.*)"$')
_ACCUSED = re.compile(r"accused (E\d+)$")
_BY = re.compile(r"by (E\d+|own|\?)$")
_REPLY = re.compile(r"reply (absent|sought|printed)(?: (\d+)(?:-(\d+))?)?$")
_CUT = re.compile(r"\s*(?:\.\.\.|\u2026)\s*")


class SheetError(ValueError):
    """What is wrong with a line of a sheet, in a sentence."""


class Numbered:
    """A text with numbered sentences, from 1."""

    def __init__(self, text: str) -> None:
        self.text = text
        doc = parse(text, [paragraph.start for paragraph in paragraphs(text)])
        found = [_stripped(text, (sent.start_char, sent.end_char)) for sent in doc.sents]
        self.sentences = [place for place in found if place[0] < place[1]]

    def place(self, first: int, last: int) -> Range:
        """From the first sentence to the last."""
        if not 1 <= first <= last <= len(self.sentences):
            raise SheetError(f"expected sentences from 1 to {len(self.sentences)}, found {first}-{last}")
        return self.sentences[first - 1][0], self.sentences[last - 1][1]

    def places(self, sentences: str) -> list[Range]:
        """The place of each part of a list such as "2,4-5"."""
        parts = [part.strip().split("-") for part in sentences.split(",")]
        return [self.place(int(part[0]), int(part[-1])) for part in parts]

    def find(self, words: str, within: Range) -> Range:
        """Where `words` stand, or what reaches from A to B for "A ... B"."""
        whole = self._whole(words, within)
        if whole is not None:
            return whole
        ends = [end for end in _CUT.split(words) if end]
        if len(ends) < 2:
            raise SheetError(f"expected words of the sentence, found {words!r}")
        head, tail = " ... ".join(ends[:-1]), ends[-1]
        start, after = self.find(head, within)
        following = self._all(tail, (after, within[1]))
        if not following:
            raise SheetError(f"expected {tail!r} after {head!r}")
        return start, following[0][1]

    def _whole(self, words: str, within: Range) -> Range | None:
        found = self._all(words, within)
        if len(found) > 1:
            raise SheetError(f"expected words that stand once in the sentence, found {words!r} {len(found)} times")
        return found[0] if found else None

    def _all(self, words: str, within: Range) -> list[Range]:
        loose = r"\s+".join(re.escape(word) for word in words.split())
        edges = (r"(?<!\w)" if words[:1].isalnum() else "", r"(?!\w)" if words[-1:].isalnum() else "")
        pattern = re.compile(edges[0] + loose + edges[1])
        return [match.span() for match in pattern.finditer(self.text, *within)]

    def anywhere(self, words: str) -> Range:
        """The first place of `words` in the text."""
        found = self._all(words, (0, len(self.text)))
        if not found:
            raise SheetError(f"expected words of the article, found {words!r}")
        return found[0]

    def shown(self) -> Iterator[str]:
        """Lines: each sentence with its number, an empty line between paragraphs."""
        starts = [paragraph.start for paragraph in paragraphs(self.text)]
        before = 0
        for number, (start, end) in enumerate(self.sentences, 1):
            paragraph = bisect_right(starts, start)
            if paragraph != before:
                yield ""
            before = paragraph
            yield f"[{number}] {' '.join(self.text[start:end].split())}"


@dataclass
class Sheet:
    """A sheet as it is read line by line."""

    name: str
    numbered: Numbered
    entities: dict[str, Row] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    accusations: list[Row] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def add(self, line: str) -> None:
        """Read one line."""
        if entity := _ENTITY.match(line):
            self._entity(*entity.groups())
        elif row := _LINE.match(line):
            first, last, letter, rest = row.groups()
            within = self.numbered.place(int(first), int(last or first))
            self.rows.append(self._row(letter, within, (rest or "*").strip()))
        elif accusation := _ACCUSATION.match(line):
            self.accusations.append(self._accusation(self.numbered.places(accusation[1]), accusation[2]))
        else:
            raise SheetError("expected an entity or a row")

    def _entity(self, number: str, kind: str, unnamed: str | None, words: str) -> None:
        if kind not in get_args(SourceKind):
            raise SheetError(f"expected one of {', '.join(get_args(SourceKind))}, found {kind!r}")
        if number in self.entities:
            raise SheetError(f"expected another number, {number} is taken")
        self.entities[number] = {"kind": kind, "unnamed": bool(unnamed), "name": self.numbered.anywhere(words)}

    def _row(self, letter: str, within: Range, rest: str) -> Row:
        spans, rest = pieces(self.numbered, rest, within)
        row: Row = {
            "voice": {"S": "sourced", "O": "own", "A": "act", "R": "unsaid", "B": "furniture"}[letter],
            "spans": spans,
        }
        chain, *notes = [part.strip() for part in re.split(r"\s;\s", f" {rest} ")]
        chain = chain.lstrip(";").strip() if chain.startswith(";") else chain
        if chain and not chain.startswith("<"):
            chain, notes = "", [chain, *notes]
        if letter == "S" and not chain:
            raise SheetError('expected a chain after the words, as < E1 "words" or < ?')
        if chain:
            row["chain"] = self._chain(chain, within)
        for note in notes:
            self._note(row, note, within)
        if letter == "O" and (chain or not row.get("alternatives")):
            raise SheetError('expected alt < E1 "words" after ; and no chain')
        if letter in "AR" and "holder" not in row and not chain:
            raise SheetError('expected ; holder E1 "words"')
        return row

    def _chain(self, words: str, within: Range) -> list[Row | None]:
        chain: list[Row | None] = []
        while match := _HOP.match(words):
            unknown, number, sentence, mention = match.groups()
            chain.append(None if unknown else self._hop(number, sentence, mention, within))
            words = words[match.end() :]
        if words.strip():
            raise SheetError(f'expected hops as < E1 "words" or < E1@2 "words", found {words.strip()!r}')
        return chain

    def _hop(self, number: str, sentence: str | None, mention: str, within: Range) -> Row:
        if number not in self.entities:
            raise SheetError(f"expected an entity above, found {number}")
        if sentence:
            within = self.numbered.place(int(sentence), int(sentence))
        found = self.numbered._all(mention, within)
        if not found:
            raise SheetError(f"expected a mention in the sentence, found {mention!r}; say where it stands: {number}@2")
        return {"entity": number, "mention": found[0]}

    def _note(self, row: Row, note: str, within: Range) -> None:
        if note in ("denied", "belief"):
            row[note] = True
        elif note == "alt own":
            row.setdefault("alternatives", []).append([])
        elif note.startswith("alt <"):
            row.setdefault("alternatives", []).append(self._chain(note[4:], within))
        elif quoted := re.match(r'(cue|hedge) "(.*)"$', note):
            wide = self.numbered._all(quoted[2], within) or [self.numbered.find(quoted[2], within)]
            if re.search(r"\w", quoted[2]):  # a colon or a dash reports too, but is no word
                row[quoted[1]] = wide[0]
        elif holder := _HOLDER.match(note):
            number, sentence, mention = holder.groups()
            row["holder"] = self._hop(number, sentence, mention, within)
        else:
            raise SheetError(f"expected cue, hedge, denied, belief, alt or holder, found {note!r}")

    def _accusation(self, spans: list[Range], rest: str) -> Row:
        row: Row = {"spans": spans}
        for note in re.split(r"\s*;\s*", rest):
            if accused := _ACCUSED.match(note):
                row["accused"] = self._known(accused[1])
            elif by := _BY.match(note):
                row["by"] = by[1] if by[1] in ("own", "?") else self._known(by[1])
            elif reply := _REPLY.match(note):
                row["reply"] = reply[1]
                if reply[2]:
                    row["reply_at"] = self.numbered.place(int(reply[2]), int(reply[3] or reply[2]))
            elif note == "arguable":
                row["arguable"] = True
            else:
                raise SheetError(
                    f"expected accused E1 ; by E2|own|? ; reply absent|sought|printed N ; arguable, found {note!r}"
                )
        if not set(row) >= {"spans", "accused", "by", "reply"}:
            raise SheetError("expected accused, by and reply")
        return row

    def _known(self, number: str) -> str:
        if number not in self.entities:
            raise SheetError(f"expected an entity above, found {number}")
        return number

    def check(self) -> None:
        """Note what no single line shows: words that stand in two rows."""
        taken: list[tuple[Range, str]] = sorted((tuple(p), row["voice"]) for row in self.rows for p in row["spans"])
        for (one, _), (other, _) in pairwise(taken):
            if other[0] < one[1]:
                shared = self.numbered.text[other[0] : min(one[1], other[1])]
                self.faults.append(f"expected rows that share no words, found {shared[:60]!r} in two")

    def written(self) -> Row:
        """The row of `readings/`."""
        return {
            "article": self.name,
            "sha256": sha256(self.numbered.text),
            "entities": self.entities,
            "statements": sorted(self.rows, key=lambda row: row["spans"][0]),
            "accusations": self.accusations,
        }


def pieces(numbered: Numbered, rest: str, within: Range) -> tuple[list[Range], str]:
    """The ranges that the words of a row mean within some sentences, and what is left of the row."""
    kept: list[Range] = []
    while match := _PIECE.match(rest):
        sign, star, words = match.groups()
        place = within if star else numbered.find(words, within)
        if sign == "-":
            kept = [part for piece in kept for part in without(piece, [place])]
        elif kept and sign is None:
            break
        else:
            kept.append(place)
        rest = rest[match.end() :]
    text = numbered.text
    kept = [
        piece for piece in (_trimmed(text, piece) for piece in sorted(kept)) if re.search(r"\w", text[slice(*piece)])
    ]
    if not kept:
        raise SheetError('expected words after the letter, as * or "first ... last"')
    return kept, rest.strip()


def with_accusations(row: Row, of: Sheet) -> Row:
    """A row of `readings/` with the accusations of another sheet, and the entities that they need."""
    entities = dict(row["entities"])
    known = {of.numbered.text[slice(*entity["name"])]: number for number, entity in entities.items()}
    number = {"own": "own", "?": "?"}
    for theirs, entity in of.entities.items():
        name = of.numbered.text[slice(*entity["name"])]
        number[theirs] = known.setdefault(name, f"X{theirs[1:]}")
        entities.setdefault(number[theirs], entity)
    accusations = [
        {**accusation, "accused": number[accusation["accused"]], "by": number[accusation["by"]]}
        for accusation in of.accusations
    ]
    return {**row, "entities": entities, "accusations": accusations}


def read(path: Path) -> Sheet:
    """A sheet with its faults."""
    lines = path.read_text(encoding="utf-8").splitlines()
    name = lines[0].removeprefix("article ").strip().replace("/", "-", 1) if lines else ""
    if name not in all_texts():
        raise SheetError(f"{path.name}: expected 'article NAME' in the first line, found {name!r}")
    sheet = Sheet(name, Numbered(all_texts()[name]))
    for number, line in enumerate(lines[1:], 2):
        if line.strip() and not line.startswith("#"):
            try:
                sheet.add(line.strip())
            except SheetError as fault:
                sheet.faults.append(f"line {number}: {fault}: {line.strip()[:90]}")
    sheet.check()
    return sheet


@cache
def all_texts() -> dict[str, str]:
    """All texts by name."""
    return dict(texts())


def _stripped(text: str, place: Range) -> Range:
    words = text[slice(*place)]
    start = place[0] + len(words) - len(words.lstrip())
    return start, max(start, place[0] + len(words.rstrip()))


def _trimmed(text: str, place: Range) -> Range:
    """Without spaces and without commas and colons at the ends, which belong to the reporting clause."""
    start, end = _stripped(text, place)
    while start < end and text[start] in ",;: ":
        start += 1
    while start < end and text[end - 1] in ",;: ":
        end -= 1
    return start, end


def main(arguments: Sequence[str]) -> int:
    """Run one of the three commands."""
    match arguments:
        case ["show", *names]:
            for name in names:
                print(f"article {name}", *Numbered(all_texts()[name]).shown(), "", sep="\n")
            return 0
        case ["check", *paths]:
            faults = [f"{path}: {fault}" for path in paths for fault in read(Path(path)).faults]
            print(*(faults or ["all sheets fit"]), sep="\n")
            return bool(faults)
        case ["write", part, folder, *accused]:
            rows = [read(path).written() for path in sorted(Path(folder).glob("*.sheet"))]
            for number, row in enumerate(rows):
                alone = Path(*accused) / f"{row['article']}.sheet"
                if accused and alone.is_file():
                    rows[number] = with_accusations(row, read(alone))
            place = PLACE / "readings" / f"{part}.jsonl"
            place.parent.mkdir(exist_ok=True)
            place.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
            return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
