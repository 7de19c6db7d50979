"""The README cannot lie: its commands are those that run, its help texts are those that are printed."""

from __future__ import annotations

import re

import pytest
import write_readme
from write_readme import HELP, ROOT, helped

from flows.cli import main as cli
from flows.cli.main import COMMANDS, EXITS, INTERRUPTED

README = write_readme.README.read_text("utf-8")
SHOWN = {match[2].strip(): match[3] for match in HELP.finditer(README)}


def every_command() -> list[str]:
    found = [""]
    for name in COMMANDS:
        command = cli.sayso.get_command(None, name)  # type: ignore[arg-type]
        found += [name, *(f"{name} {under}" for under in getattr(command, "commands", {}))]
    return found


def test_every_command_is_in_the_readme() -> None:
    assert sorted(SHOWN) == sorted(every_command())


@pytest.mark.parametrize("command", sorted(SHOWN))
def test_help_is_what_the_readme_shows(command: str) -> None:
    assert helped(command) == SHOWN[command]


@pytest.mark.parametrize("command", every_command())
def test_every_help_has_an_example(command: str) -> None:
    assert re.search(r"Examples?: .*sayso ", helped(command))


def test_the_two_commands_stand_at_the_top_and_ci_runs_the_second() -> None:
    run, tests = re.findall(r"^```sh\n(pip install uv && .*)\n```$", README, re.MULTILINE)
    assert README.index(run) < README.index("## ")
    assert run.endswith("sayso run seeds/articles")
    assert (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1] == tests


def test_exit_codes_are_told_alike_in_readme_and_help() -> None:
    table = dict(re.findall(r"^\| (\d+) \| (.*) \|$", README, re.MULTILINE))
    assert dict(re.findall(r"^    (\d+)  +(.*)$", helped(""), re.MULTILINE)) == table
    assert {0, *EXITS.values(), INTERRUPTED} == {int(code) for code in table}


def test_settings_in_the_readme_are_those_that_are_read() -> None:
    told = set(re.findall(r"^\| `(SAYSO_\w+)` \|", README, re.MULTILINE))
    sources = [ROOT / "prefect.yaml", *(ROOT / "sayso").rglob("*.py"), *(ROOT / "flows").rglob("*.py")]
    read = {name for path in sources for name in re.findall(r"SAYSO_[A-Z_]+", path.read_text("utf-8"))}
    assert told == read | {"SAYSO_CORPORA"}


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()
