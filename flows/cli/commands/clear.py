"""`sayso clear`: what to answer before a draft runs."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from flows.cli.drafting import desk_drafts, draft_reader, house_rule, one_draft
from flows.cli.output import out as print_out
from flows.cli.output import write
from flows.stderr import say, tell
from flows.workers.reading import registry
from sayso.clear.formats import FORMATS, render
from sayso.desk.clearing import Cleared, HouseLines, clear, no_rules, remove_old, shown
from sayso.desk.drafts import Drafts
from sayso.errors import UnreadableError, UsageError
from sayso.present.numbers import count
from sayso.present.safe import printable
from sayso.settings import settings


@click.command(name="clear")
@click.argument("draft", required=False)
@click.option("--sheet", metavar="SHEET", help="The sheet that this is a further version for; without DRAFT, print it.")
@click.option("--new", is_flag=True, help="Begin a new sheet, though there is one for this file.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="The format of the sheet.  [text]")
@click.option(
    "--out", "file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write the sheet to FILE."
)
@click.option("--remove", metavar="SHEET", help="Delete this sheet with all versions of its draft and all answers.")
def command(draft: str | None, sheet: str | None, new: bool, form: str, file: Path | None, remove: str | None) -> int:
    """Print what somebody has to answer for before a draft runs, as a sheet of numbered lines.

    DRAFT is a .txt, .html, .md or .docx file, or - for standard input. A sheet is named after its file; without DRAFT,
    the sheets are listed. A further version of the draft keeps the numbers and the answers, but for lines that read
    otherwise now. Drafts are kept apart from the ledger, and deleted 30 days after their last version. Each breach of a
    standing rule (the setting [specs] folder) is a line too. The exit code is 1 as long as lines are open.

    \b
    Examples: sayso clear "Harbour fire.docx"
              sayso clear harbour.txt --format html --out sheet.html
              pbpaste | sayso clear - --sheet pasted
              sayso clear --remove harbour-fire
    """
    drafts = desk_drafts()
    days = settings().clear.drafts_kept
    for name in remove_old(drafts, days):
        tell(f"removed the sheet {name}: its draft was last cleared more than {count(days, 'day')} ago")
    if remove is not None:
        return _removed(drafts, remove, draft)
    if draft is None and sheet is None:
        return _listed(drafts)
    if draft is None:
        cleared = Cleared(shown(drafts, sheet or ""))
    else:
        cleared = _read(drafts, draft, sheet, new)
        _tell(cleared)
    made = render(cleared.sheet, form)
    if file is None:
        print_out(made)
    else:
        write(file, made)
    return 1 if cleared.sheet.open else 0


def _house_lines() -> HouseLines:
    """Gives the lines for the newsroom's standing rules that a draft breaks; says what of them cannot be read."""
    folder = settings().specs.folder
    if not folder.is_dir():
        return no_rules
    from sayso.desk.standing_rules import for_sheet, newsroom_rules  # imported here: most houses have no rules

    found = newsroom_rules(folder)
    for problem in found.problems:
        say(f"standing rules in {folder}: {problem}")
    return partial(for_sheet, found.rules, registry())


def _read(drafts: Drafts, draft: str, sheet: str | None, new: bool) -> Cleared:
    location = one_draft(draft)
    with draft_reader() as read:
        try:
            return clear(drafts, location, read, house_rule(), sheet, new=new, house=_house_lines())
        except UnreadableError as error:
            raise UnreadableError(f"{location.name}: {error}") from None


def _tell(cleared: Cleared) -> None:
    """Say which sheet it is, and what this version changed."""
    sheet, changes = cleared.sheet, cleared.changes
    if cleared.same:
        tell(f"sheet {sheet.name}: this is version {sheet.version}, which was cleared before")
        for words, numbers in (("no longer broken", changes.gone), ("broken", (*changes.back, *changes.new))):
            if numbers:
                tell(f"by the house's rules of now, {words}: {_numbers(numbers)}")
        return
    if sheet.version == 1:
        tell(f"sheet {sheet.name}, version 1; answer with: sayso answer {sheet.name} NUMBER OUTCOME")
        return
    told = (
        ("went", changes.gone),
        ("reads otherwise and is open again" if len(changes.changed) == 1 else "read otherwise and are open again",
         changes.changed),
        ("came back", changes.back),
        ("new", changes.new),
    )  # fmt: skip
    parts = [f"{_numbers(numbers)} {words}" for words, numbers in told if numbers]
    tell(f"sheet {sheet.name}, version {sheet.version}: {'; '.join(parts) or 'no line changed'}")
    for line in (line for line in sheet.gone if line.number in changes.gone):
        tell(f"went: {line.number} “{line.words}”")
    if not sheet.lines or len(changes.new) < len(sheet.lines) or not changes.gone:
        return
    say(f"no line is left of version {sheet.version - 1}: if this is another draft, clear it with --new")


def _numbers(numbers: tuple[int, ...]) -> str:
    return f"{'line' if len(numbers) == 1 else 'lines'} {', '.join(map(str, numbers))}"


def _removed(drafts: Drafts, name: str, draft: str | None) -> int:
    if draft is not None:
        raise UsageError("expected no DRAFT with --remove, found one; the sheet alone is removed, not the draft's file")
    found = drafts.find(name)
    drafts.remove(found)
    tell(f"removed the sheet {found}, with all versions of its draft and all answers")
    return 0


def _listed(drafts: Drafts) -> int:
    names = drafts.names()
    for name in names:
        sheet = shown(drafts, name)
        print_out(f"{name}  version {sheet.version}, {count(len(sheet.open), 'line')} open  {printable(sheet.file)}\n")
    if not names:
        tell("no sheets; `sayso clear DRAFT` makes one")
    return 0
