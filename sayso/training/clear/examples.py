"""Examples for the network of clearing: `python -m sayso.training.clear.examples OUT FILE...`.

Each FILE has drafts as JSON lines, with the accusations in them, their replies and what the headline overstates, in the
form of `tests/evaluation/clearing_unseen`; a line without `pairs` is learnt from for its headline alone. "news:FILE"
has readings of news with accusations, in the form of `tests/evaluation/news/readings`, each line with its `text`. The
installed engine divides the texts into sentences and says who speaks. Writes to OUT what `train` reads.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.clear.answered_by import answered_by, speakers
from sayso.clear.clearing_reading import ClearingReading
from sayso.clear.names import Cast
from sayso.engine import Engine
from schemas import Article, Span

Place = tuple[int, int]
SHARES = {"drafts": 1.0, "headlines": 0.5, "accusing news": 0.8, "news": 0.2}
"""Which share of the examples of a kind each pass of training sees."""
_TITLES = frozenset(
    "the mayor pc dr dr. mr mrs ms sir lord lady rev fr st saint north south new great royal national bishop major"
    " chief judge bank university ministry department council".split()
)


@dataclass(frozen=True)
class Marked:
    """An accusation: all places that tell it, the names of the accused, the kind of reply, and where it stands."""

    places: tuple[Place, ...]
    names: tuple[str, ...]
    kind: str
    reply: tuple[Place, ...]


def of_draft(row: Mapping[str, Any]) -> tuple[Article, list[Marked]]:
    """The article of a draft, headline and standfirst first, and the accusations in it."""
    text = "\n\n".join(filter(None, (row["title"], row["standfirst"], row["text"])))
    return Article(text=text, title=row["title"]), [_of_pair(text, pair) for pair in row.get("pairs", ())]


def _of_pair(text: str, pair: Mapping[str, Any]) -> Marked:
    told = (pair["accusation"], *pair.get("also", ()))
    reply = _places(text, pair["reply"]) if pair["reply"] else []
    places = tuple(place for words in told for place in _places(text, words))
    return Marked(places, (pair["accused"], *pair.get("or", ())), pair["kind"], tuple(reply))


def of_news(row: Mapping[str, Any]) -> tuple[Article, list[Marked]]:
    """The article of a reading, and the accusations in it of those whom it names."""
    text, entities = row["text"], row["entities"]
    named = [one for one in row["accusations"] if entities.get(one["accused"], {}).get("name")]
    return Article(text=text), [
        Marked(
            tuple((start, end) for start, end in one["spans"]),
            (text[slice(*entities[one["accused"]]["name"])],),
            one["reply"],
            (tuple(one["reply_at"]),) if one.get("reply_at") else (),
        )
        for one in named
    ]


def example(cast: Cast, headline: Place | None, marked: Sequence[Marked]) -> dict[str, Any]:
    """What the network is given of a draft, and what it should read.

    `ids`: the word pieces of each window; `sentences` and `headline`: where they stand in them; `ranges`: of the
    sentences, in characters; `names`: for everybody named, the places and characters of the mentions; `accusations`:
    the sentences that tell it, whom it accuses, the kind of the reply, and the sentences that reply; `answers` and
    `speak`: for each sentence, those of the accused who may answer there, and those who are its source.
    """
    text, segments = cast.article.text, cast.extraction.segmentation.segments
    body = tuple(
        one.span
        for one in segments
        if one.kind not in ("headline", "boilerplate") and (headline is None or one.span.start >= headline[1])
    )
    reading = ClearingReading(cast, Span.of(text, *headline) if headline else None, body)
    names = {name: list(places) for name, places in reading.mentions.items()}
    found = []
    for one in marked:
        told, right = _numbers(body, one.places), _numbers(body, one.reply)
        name = _name(reading, names, one) if told else None
        if name is not None:
            found.append((sorted(told), list(names).index(name), one.kind, sorted(right)))
    accused = frozenset(list(names)[one[1]] for one in found)
    return {
        "ids": reading.windows.ids,
        "sentences": reading.windows.sentences,
        "headline": reading.windows.headline,
        "ranges": [one.range for one in body],
        "names": list(names),
        "mentions": list(names.values()),
        "accusations": found,
        "answers": [sorted(answered_by(cast, one, accused)) if accused else [] for one in body],
        "speak": [sorted(speakers(cast, one)) for one in body],
    }


def _name(reading: ClearingReading, names: dict[str, list[Any]], one: Marked) -> str | None:
    """The name by which the draft's cast has the accused; where it has none, the words are added to the names."""
    for name in one.names:
        if name in names:
            return name
    called = [place for words in _called(one.names) for place in _places(reading.cast.article.text, words)]
    meeting = {name: sum(_any_meets((at, at + 1), called) for _, at in places) for name, places in names.items()}
    best = max(meeting, key=meeting.__getitem__, default=None)
    if best is not None and meeting[best]:
        return best
    located = [(place, start) for start, end in called if (place := reading.windows.located(start, end))]
    if not located:
        return None
    names[one.names[0]] = located
    return one.names[0]


def _called(names: Sequence[str]) -> list[str]:
    """The names, and by what they are called for short."""
    found = [*names]
    for name in names:
        words = name.split()
        if len(words) > 1:
            found += [words[-1]] if len(words[-1]) > (2 if words[-1][0].isupper() else 3) else []
            found += (
                [words[0]] if words[0][0].isupper() and len(words[0]) > 2 and words[0].lower() not in _TITLES else []
            )
    return list(dict.fromkeys(found))


def _places(text: str, words: str) -> list[Place]:
    return [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def _any_meets(place: Place, others: Sequence[Place]) -> bool:
    return place != (0, 0) and any(place[0] < end and start < place[1] for start, end in others)


def _numbers(sentences: Sequence[Span], places: Sequence[Place]) -> set[int]:
    return {number for number, one in enumerate(sentences) if _any_meets(one.range, places)}


def main(out: Path, files: Sequence[str]) -> None:
    """Write the examples of all files."""
    engine = Engine()
    with out.open("w", encoding="utf-8") as lines:
        for file in files:
            news = file.startswith("news:")
            for row in map(json.loads, Path(file.removeprefix("news:")).read_text("utf-8").splitlines()):
                found = _of_news(engine, row) if news else _of_draft(engine, row)
                if found["ranges"]:
                    lines.write(json.dumps(found) + "\n")


def _of_news(engine: Engine, row: Mapping[str, Any]) -> dict[str, Any]:
    article, marked = of_news(row)
    extraction = engine.extract(article)
    first = extraction.segmentation.segments[0]
    found = example(Cast(article, extraction), first.span.range if first.kind == "headline" else None, marked)
    return {**found, "share": SHARES["accusing news" if found["accusations"] else "news"], "labelled": True}


def _of_draft(engine: Engine, row: Mapping[str, Any]) -> dict[str, Any]:
    article, marked = of_draft(row)
    headline = (0, len(row["title"])) if row["title"] else None
    found = example(Cast(article, engine.extract(article)), headline, marked)
    share = SHARES["drafts" if "pairs" in row else "headlines"]
    labels = {"share": row.get("share", share), "labelled": "pairs" in row}
    if "headline" in row:
        said = row["headline"] or {"kind": None, "body": ""}
        places = _places(article.text, said["body"]) if said["body"] else []
        saying = [number for number, one in enumerate(found["ranges"]) if _any_meets(tuple(one), places)]
        labels |= {"kind": said["kind"], "less": saying}
    return {**found, **labels}


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
