"""How much clearing finds in drafts by an author who has not seen the code.

python -m tests.evaluation.clearing_unseen_score open            # figures, and what is wrong
python -m tests.evaluation.clearing_unseen_score blind_drafts    # figures only; each time is noted in scores.jsonl
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sayso.clear import Overstatement, RightOfReply, overstatements, rights_of_reply
from sayso.engine import Engine
from schemas import Article
from tests.evaluation.clearing_cases import Score

FOLDER = Path(__file__).parent / "clearing_unseen"
Draft = Mapping[str, Any]


def drafts(part: str) -> Iterator[Draft]:
    """The drafts of a part; see the README of their folder."""
    yield from map(json.loads, (FOLDER / f"{part}.jsonl").read_text("utf-8").splitlines())


def article_of(draft: Draft) -> Article:
    """The draft as a reporter files it: headline, standfirst, text."""
    text = "\n\n".join(filter(None, (draft["title"], draft["standfirst"], draft["text"])))
    return Article(text=text, title=draft["title"])


def paired(pair: Draft, found: RightOfReply) -> bool:
    """Whether a pair is the expected one: accusation, accused, kind and the words of the reply."""
    return (
        pair["kind"] == found.kind
        and _named([pair["accused"], *pair.get("or", ())], found.accused)
        and any(
            _alike(words, said.words) for words in (pair["accusation"], *pair.get("also", ())) for said in found.words
        )
        and (pair["reply"] is None or (found.reply is not None and _alike(pair["reply"], found.reply.words)))
    )


def _named(names: Sequence[str], found: str) -> bool:
    return any(name.casefold() in found.casefold() or found.casefold() in name.casefold() for name in names)


def _alike(a: str, b: str) -> bool:
    """Whether one stands in the other, or they share half of the shorter one's words."""
    ours, theirs = set(a.casefold().split()), set(b.casefold().split())
    return a in b or b in a or len(ours & theirs) * 2 >= min(len(ours), len(theirs))


def replies_score(draft: Draft, found: Sequence[RightOfReply]) -> Score:
    """The score of a draft's pairs."""
    pairs = draft["pairs"]
    recalled = sum(any(paired(pair, one) for one in found) for pair in pairs)
    right = sum(any(paired(pair, one) for pair in pairs) for one in found)
    return Score(len(pairs), recalled, len(found), right)


def headline_score(draft: Draft, found: Sequence[Overstatement]) -> Score:
    """The score of a draft's headline: at most one thing is expected."""
    said = draft["headline"]
    right = [one for one in found if said is not None and _alike(said["body"], one.body.words)]
    return Score(int(said is not None), int(bool(right)), int(bool(found)), int(bool(right)))


def scored(part: str, wrong: Callable[[str], object] = lambda _: None) -> tuple[Score, Score]:
    """The scores of a part's replies and headlines; `wrong` receives a paragraph for each draft that is not right."""
    engine = Engine()
    replies = headlines = Score(0, 0, 0, 0)
    for draft in drafts(part):
        article = article_of(draft)
        extraction = engine.extract(article)
        found, over = rights_of_reply(article, extraction), overstatements(article, extraction)
        one, head = replies_score(draft, found), headline_score(draft, over)
        replies, headlines = replies.plus(one), headlines.plus(head)
        if one.recalled < one.expected or one.right < one.found or head.expected != head.found:
            wrong("\n  ".join([f"\n{draft['title']}", *_missed(draft, found, over)]))
    return replies, headlines


def main(part: str) -> None:
    """Print the scores of a part and note them; of the open part also what is wrong."""
    replies, headlines = scored(part, print) if part == "open" else scored(part)
    for name, score in (("replies", replies), ("headlines", headlines)):
        print(f"{part} {name}: {score}, F1 {score.f1:.3f}")
    _note(part, replies, headlines)


def _missed(draft: Draft, found: Sequence[RightOfReply], over: Sequence[Overstatement]) -> Iterator[str]:
    for pair in draft["pairs"]:
        if not any(paired(pair, one) for one in found):
            yield f"missed  {pair['accusation']} | {pair['accused']} | {pair['kind']} | {pair['reply']}"
    for one in found:
        if not any(paired(pair, one) for pair in draft["pairs"]):
            yield f"wrong   {one.short}"
    yield f"headline: {draft['headline']}"
    yield from (f"found   {one.short}" for one in over)


def _note(part: str, replies: Score, headlines: Score) -> None:
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True)
    row = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit.stdout.strip(),
        "part": part,
        "replies": {**replies._asdict(), "f1": round(replies.f1, 3)},
        "headlines": {**headlines._asdict(), "f1": round(headlines.f1, 3)},
    }
    with (FOLDER / "scores.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
