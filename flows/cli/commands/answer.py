"""`sayso answer`: answers to the lines of a sheet."""

from __future__ import annotations

import re
from pathlib import Path

import click

from flows.cli.drafting import desk_drafts
from flows.stderr import say, tell
from sayso.clear.formats import sheet_words
from sayso.clear.formats.answer_table import LARGEST, AnswerRow, rows
from sayso.desk.answering import ANSWERS, Answer, Answered, answer
from sayso.desk.deadlines import deadline, time_meant
from sayso.desk.drafts import Drafts
from sayso.errors import UsageError
from sayso.ingest.bounded_read import read_bytes
from sayso.present.numbers import count
from sayso.settings import settings

_NUMBER = re.compile(r"(\d{1,5})(?:[.,]0+)?")
_RANGE = re.compile(r"(\d{1,5})-(\d{1,5})")
_MOST = 1000


@click.command(name="answer")
@click.argument("sheet")
@click.argument("numbers", metavar="NUMBER", required=False)
@click.argument("word", metavar="OUTCOME", required=False, type=click.Choice(ANSWERS))
@click.option(
    "--by", metavar="NAME", help="Who answers; of what is held on file, who knows it.  [the login name, or SAYSO_ACTOR]"
)
@click.option("--why", metavar="TEXT", default="", help="The reason, for those who read it later.")
@click.option("--reference", metavar="PLACE", help="Where it is held on file, such as 'safe 3/17': never a name.")
@click.option("--to", metavar="NAME", help="Who is asked, or the lawyer.")
@click.option("--until", metavar="TIME", help="When an answer is due, such as 16:30 or 2026-11-22T07:00.")
@click.option(
    "--csv",
    "table",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Read the answers from a table that sayso clear --format csv made.",
)
def command(
    sheet: str,
    numbers: str | None,
    word: str | None,
    by: str | None,
    why: str,
    reference: str | None,
    to: str | None,
    until: str | None,
    table: Path | None,
) -> int:
    """Answer a line of a SHEET by its NUMBER, several as 3,7-9, or a whole table.

    OUTCOME says on what basis the line is cleared, or where it stands:

    \b
      sourced-in-copy   the draft names the source
      held-on-file      the desk holds it, or knows who it is: --reference says where
                        that is kept; names of persons are refused
      witnessed         our reporter was there
      public-record     anybody can look it up: --why or --reference says where
      common-knowledge  nobody doubts it
      reply-printed     the draft prints what the accused answered
      reply-sought      they were asked, and no answer came: --why says when and how
      reworded          the draft says it otherwise now
      cut               the draft no longer says it
      corrected         it was wrong, and is right now
      query             somebody is asked (--to, --until)
      answered          an answer came, and nobody has cleared it yet
      lawyer            it is with the lawyer
      reopen            it is open again (--why)
      misread           the machine is wrong about it

    An outcome that leaves the line's question open is refused, with those that answer it: that our reporter was there
    is no answer of the accused. Where rows of a table cannot be recorded, each is named with the reason, the others are
    recorded, and the exit code is 3.

    \b
    Examples: sayso answer harbour 7 held-on-file --by "Ana Lind" --reference "safe 3/17"
              sayso answer harbour 2 query --to "press office" --until 16:30
              sayso answer harbour --csv answered.csv
    """
    drafts = desk_drafts()
    by = by or settings().actor
    if table is not None:
        if numbers is not None or word is not None:
            raise UsageError("expected either a number with its answer or --csv, found both")
        return _from_table(drafts, sheet, table, by)
    if numbers is None or word is None:
        raise UsageError("expected the number of a line and an answer, or --csv with a table; found neither")
    due = deadline(until) if until else None
    answers = [Answer(number, word, by, why, reference, to, due) for number in _numbers(numbers)]
    done = answer(drafts, sheet, answers, whole=True)
    _tell(done)
    return 0


def _from_table(drafts: Drafts, sheet: str, table: Path, by: str) -> int:
    name = drafts.find(sheet)
    answers, problems = [], []
    for row in rows(_bytes(table)):
        try:
            answers.append(_answer(row, name, by))
        except UsageError as error:
            problems.append(f"row {row.row}: {error}")
    done = answer(drafts, name, answers)
    _tell(done)
    for problem in (*problems, *done.problems):
        say(problem)
    return 3 if problems or done.problems else 0


def _answer(row: AnswerRow, sheet: str, by: str) -> Answer:
    if row.sheet and row.sheet != sheet:
        raise UsageError(f"expected an answer to the sheet {sheet}, found one to {row.sheet}; answer each sheet apart")
    if not row.answer:
        raise UsageError(
            f"expected an answer for line {row.number or '(no number)'}, found none beside what is filled in"
        )
    number, seen = _NUMBER.fullmatch(row.number), _NUMBER.fullmatch(row.version)
    if number is None:
        raise UsageError(f"expected the number of a line, found {row.number!r}")
    word = re.sub(r"[\s_-]+", "-", row.answer.casefold()).strip("-")
    return Answer(
        number=int(number[1]),
        word=word,
        by=row.by or by,
        why=row.why,
        reference=row.reference or None,
        to=row.to or None,
        until=time_meant(row.until) if row.until else None,
        seen=int(seen[1]) if seen else None,
        place=f"row {row.row}",
    )


def _bytes(table: Path) -> bytes:
    try:
        return read_bytes(str(table), LARGEST)
    except FileNotFoundError:
        raise UsageError(f"expected a table at {str(table)!r}, found nothing; check the path") from None


def _numbers(said: str) -> list[int]:
    """The numbers in "7" or "3,7-9"."""
    found: list[int] = []
    for part in said.split(","):
        if (span := _RANGE.fullmatch(part.strip())) and 0 <= int(span[2]) - int(span[1]) < _MOST:
            found += range(int(span[1]), int(span[2]) + 1)
        elif number := _NUMBER.fullmatch(part.strip()):
            found.append(int(number[1]))
        else:
            raise UsageError(f"expected numbers of lines, such as 7 or 3,7-9, found {said!r}")
    return list(dict.fromkeys(found))


def _tell(done: Answered) -> None:
    lines = {line.number: line for line in (*done.sheet.lines, *done.sheet.gone)}
    for number in done.recorded:
        line = lines[number]
        tell(f"{number} “{_short(line.words)}”: {sheet_words.state(line)}")
    if not done.recorded:
        tell("nothing new to record")
    tell(f"sheet {done.sheet.name}: {count(len(done.sheet.open), 'line')} open")


def _short(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:80]}…"
