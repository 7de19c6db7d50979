"""Write into the README and the command reference what the commands print today: `uv run python tests/write_readme.py`.

The reference gets the help text of every command, the table of settings and that of Gherkin steps, the README what
`sayso run seeds/articles` prints in a new home. Tests compare both.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import hermetic
from click.testing import CliRunner

from flows.cli import main as cli
from sayso.settings.in_words import table
from sayso.testing.step_table import step_table

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
REFERENCE = ROOT / "flows" / "cli" / "README.md"
HOME = "/srv/sayso"
"""The home in the sample."""

HELP = re.compile(r"(^```console\n\$ sayso ((?:[a-z-]+ )*)--help\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
SAMPLE = re.compile(rf"(^\$ SAYSO_HOME={HOME} sayso run seeds/articles\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
EXCERPT = re.compile(r"^```console\n\$ sayso ((?:find|report) [^\n]*)\n(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
"""A command over the ledger of that run, and some of the lines that it prints."""

STEPS = re.compile(r"^\| step \| meaning \|\n(?:\|.*\n)*", re.MULTILINE)
"""The table of Gherkin steps."""

SETTINGS = re.compile(r"^\| in the file \| variable \|.*\n(?:\|.*\n)*", re.MULTILINE)
"""The table of settings."""

CHANGING = re.compile(
    r"(?<=read in )[\d.]+(?= seconds)|(?<=/reports/)[\dTZ-]+(?=\.html)|(?<=head of the ledger: ).*"
    r"|\b[0-9a-f]{12}(?:[0-9a-f]{20})?\b"
)
"""How long it took, when, and what that came to in hashes: ids have a random salt."""


def helped(command: str) -> str:
    """What `sayso COMMAND --help` prints."""
    result = CliRunner().invoke(cli.sayso, [*command.split(), "--help"], prog_name="sayso", terminal_width=98)
    assert result.exit_code == 0, result.output
    return result.output


def shown(printed: str, home: Path) -> str:
    """What a run in `home` has printed, as the README shows it."""
    return printed.replace(str(home), HOME)


def same(printed: str) -> str:
    """The same but for what differs from one run to the next."""
    return CHANGING.sub("...", printed)


def sample() -> str:
    """What a run over the articles that come with Sayso prints in a new home."""
    with TemporaryDirectory() as place:
        home = Path(place) / "home"
        hermetic.settle(Path(place))
        done = subprocess.run(
            [Path(sys.executable).with_name("sayso"), "run", "seeds/articles"],
            cwd=ROOT,
            env={**os.environ, "SAYSO_HOME": str(home)},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return shown(done.stdout, home)


def reference(text: str) -> str:
    """The command reference with today's help texts, steps and settings."""
    text, count = STEPS.subn(lambda _: step_table(), text)
    assert count == 1, "expected one table of steps in the reference"
    text, count = SETTINGS.subn(lambda _: table(), text)
    assert count == 1, "expected one table of settings in the reference"
    return HELP.sub(lambda found: found[1] + helped(found[2]), text)


def main() -> None:
    """Write the reference first, which takes no time."""
    REFERENCE.write_text(reference(REFERENCE.read_text("utf-8")), "utf-8")
    printed = sample()
    text, count = SAMPLE.subn(lambda found: found[1] + printed, README.read_text("utf-8"))
    assert count == 1, "expected one sample of a run in README.md"
    README.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
