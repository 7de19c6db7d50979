"""The command line: which commands there are, and what becomes of their errors."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

import click

from flows.cli.exit_codes import EXITS, INTERRUPTED, PIPE_CLOSED, code_of
from flows.process_setup import COLLECTIONS, THREADS
from flows.stderr import say
from sayso.errors import SaysoError, UsageError

COMMANDS = {
    "run": "Read articles into the ledger, then write the report.",
    "collect": "Fetch articles from feeds and addresses into the inbox.",
    "extract": "Print who says what in each article.",
    "clear": "Print what somebody has to answer for before a draft runs.",
    "answer": "Answer the lines of a draft's sheet, by number or in a table.",
    "clearance": "Print who cleared what in a draft on which basis, or record it.",
    "worklist": "Print what to act on, what one would be sued for first.",
    "review": "Work the list off in a browser.",
    "report": "Print what to check: no source, an unnamed one, one origin, conflicts.",
    "find": "Print the claims with certain words, or the nearest to a text.",
    "stories": "Print the stories that articles tell, join two, take an article out.",
    "drift": "Print what retellings lost: a hedge, a source, the exact number.",
    "show": "Print one claim: who says so, its origins, its links.",
    "history": "Print all that was recorded of a claim or an article.",
    "diff": "Print what changed from one version of an article to the next.",
    "decide": "Record a person's decision about a finding, a claim or a link.",
    "assign": "Give a finding, a claim or a link to somebody.",
    "note": "Note something on a finding, a claim or a link.",
    "correct": "Correct who is answerable for a claim.",
    "undo": "Take a decision back.",
    "retrace": "Print what the installed engine reads differently, or adopt it.",
    "link": "Link all claims of the ledger again.",
    "links": "Print every claim and every link, for other programs.",
    "match": "Print, for each query, what has been said before.",
    "compare": "Print how the two sentences of each pair relate.",
    "copies": "Print the articles that share text, and which was first.",
    "ledger": "Check and show the ledger.",
    "rule": "Make a scenario for your specs of what somebody decided.",
    "spec": "Check that articles are read as a folder of features expects.",
    "evaluate": "Print how well Sayso reads articles with gold annotations.",
    "sources": "List the sources that names are taken for; add, rename, merge.",
    "config": "Print each setting, and where its value comes from.",
    "status": "Print what was read, what waits, and what runs next.",
    "serve": "Read the inbox at intervals, write a report and check the ledger daily.",
}
"""Each is `command` in the module of its name in `flows.cli.commands`, imported when it is called for."""


class _Commands(click.Group):
    """Imports a command's module when the command is called for: what it needs costs nobody else."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"flows.cli.commands.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="sayso", message="sayso %(version)s")
def sayso() -> None:
    """Read news articles and show, for every claim, who is answerable for it.

    \b
    Exit codes:
      0    all well
      1    a check failed: of the ledger or a spec, or lines of a draft are open
      2    wrong usage: a command, an argument, a setting or a path
      3    some articles could not be read or linked; the others were
      4    the ledger could not be opened or written
      130  stopped with Ctrl-C

    \b
    Example: sayso run seeds/articles
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and exit with its code."""
    for name in THREADS:  # one thread a process: the same sums in the same order, whatever runs beside it
        os.environ[name] = "1"
    if isinstance(sys.stdout, TextIOWrapper):  # as in `flows.cli.output`: what is printed does not depend on the locale
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    gc.set_threshold(*COLLECTIONS)
    sys.exit(exit_code(arguments))


def exit_code(arguments: Sequence[str] | None = None) -> int:
    """Run the command; errors become one sentence on standard error and the code that stands for them."""
    try:
        code = sayso.main(arguments, prog_name="sayso", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except SaysoError as error:
        return _said(str(error), code_of(error))
    except click.exceptions.NoArgsIsHelpError as error:  # its message is the help
        sys.stderr.write(f"{error.format_message()}\n")
        return EXITS[UsageError]
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "sayso"
        return _said(f"{error.format_message().rstrip('.')}; `{where} --help` shows the usage", EXITS[UsageError])
    except click.ClickException as error:
        return _said(error.format_message(), EXITS[UsageError])
    except (KeyboardInterrupt, click.Abort):
        return _said("stopped; nothing is half recorded, and you can run the same command again", INTERRUPTED)
    except SystemExit as end:
        if end.code != 1:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # click's word for a reader that has gone
        return PIPE_CLOSED
    except UnicodeEncodeError as error:  # a byte of the command line that is no character, where it names no file
        found = error.object[error.start : error.end]
        return _said(f"expected arguments in UTF-8, found {found!r} in one; type it again", EXITS[UsageError])
    except OSError as error:
        what = f" {error.filename!r}" if error.filename else ""
        return _said(f"the system refused{what}: {error.strerror or error}", EXITS[UsageError])


def _said(sentence: str, code: int) -> int:
    say(sentence)
    return code
