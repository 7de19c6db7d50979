"""Examples for the network of clearing: `python -m sayso.training.clear.examples OUT FILE...`.

Each FILE has drafts as JSON lines, with the accusations in them and their replies, in the form of
`tests/evaluation/clearing_unseen`; "news:FILE" has readings of news with accusations, in the form of
`tests/evaluation/news/readings`, each line with its `text`. The installed engine divides the texts into sentences.
Writes to OUT what `train` reads: for each sentence the word pieces, which of them name somebody whom it accuses, and
whether it answers; and pairs of an accusation and a sentence, with whether that answers it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from sayso.clear.windows import Window, pair_window, sentence_window
from sayso.engine import Engine
from schemas import Article, Span

Place = tuple[int, int]
QUIET = 0.2
"""The share of the sentences of news that neither accuse nor answer which is learnt from; of drafts all are."""
UNKNOWN = -1
_SHORTEST = 12
_PRONOUN = re.compile(r"\b(?:he|she|they|it|him|her|them|his|its|their|who)\b", re.IGNORECASE)
_TITLES = frozenset(
    "the mayor pc dr dr. mr mrs ms sir lord lady rev fr st saint north south new great royal national bishop major"
    " chief judge bank university ministry department council".split()
)
_KINDS = ("absent", "printed", "sought")


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
    return Article(text=text, title=row["title"]), [_of_pair(text, pair) for pair in row["pairs"]]


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


def examples(
    article: Article, sentences: Sequence[Span], marked: Sequence[Marked], quiet: float, random: Random
) -> Iterator[dict[str, Any]]:
    """The examples of one article: first of its sentences, then of its pairs."""
    for sentence in sentences:
        mine = [one for one in marked if _any_meets(sentence.range, one.places)]
        kinds = [one.kind for one in marked if _any_meets(sentence.range, one.reply)]
        if len(sentence.words) >= _SHORTEST and (mine or kinds or random.random() < quiet):
            window = sentence_window(article.text, *sentence.range)
            answer = 0 if not kinds else _KINDS.index("printed" if "printed" in kinds else "sought")
            yield {**_pieces(window), "accused": _labels(article.text, sentence, window, mine), "answer": answer}
    answering = {number for one in marked for number in _numbers(sentences, one.reply)}
    for one in marked:
        told, right = _numbers(sentences, one.places), _numbers(sentences, one.reply)
        if told:
            some = random.sample(range(len(sentences)), min(3, len(sentences)))
            asked = answering | right | {number + step for number in told for step in (1, 2)} | set(some)
            for number in sorted(asked - (told - right)):
                if number < len(sentences):
                    before = sentences[number - 1].words if number else ""
                    window = pair_window(one.names[0], sentences[min(told)].words, before, sentences[number].words)
                    yield {**_pieces(window), "about": int(number in right)}


def _pieces(window: Window) -> dict[str, Any]:
    return {"ids": window.ids, "second": window.second}


def _labels(text: str, sentence: Span, window: Window, mine: Sequence[Marked]) -> list[int]:
    """For each piece: 1 where it names an accused, 0 where not; unknown for marks, and for pronouns that may be one."""
    labels = [0 if place != (0, 0) else UNKNOWN for place in window.places]
    for one in mine:
        found = [place for words in _called(one.names) for place in _places(text, words)]
        for number, place in enumerate(window.places):
            if labels[number] != UNKNOWN and _any_meets(place, found):
                labels[number] = 1
        if not any(sentence.start <= start < sentence.end for start, _ in found):
            pronouns = [match.span() for match in _PRONOUN.finditer(text, *sentence.range)]
            for number, place in enumerate(window.places):
                if labels[number] == 0 and _any_meets(place, pronouns):
                    labels[number] = UNKNOWN
    return labels


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
    engine, random = Engine(), Random(0)
    with out.open("w", encoding="utf-8") as lines:
        for file in files:
            news = file.startswith("news:")
            for row in map(json.loads, Path(file.removeprefix("news:")).read_text("utf-8").splitlines()):
                article, marked = of_news(row) if news else of_draft(row)
                segments = engine.extract(article).segmentation.segments
                sentences = [one.span for one in segments if one.kind != "boilerplate"]
                for example in examples(article, sentences, marked, QUIET if news else 1.0, random):
                    lines.write(json.dumps(example) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
