"""The README and the command reference cannot lie: commands, help texts, settings and links are the real ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import write_readme
from click.testing import CliRunner
from write_readme import HELP, REFERENCE, ROOT, helped

from flows.cli import main as cli
from flows.cli.exit_codes import EXITS, INTERRUPTED
from flows.cli.main import COMMANDS
from sayso.desk.configuring import TESTS
from sayso.settings.in_words import table
from sayso.settings.setting import SETTINGS
from sayso.testing.step_sentence import STEPS

PAGES = (write_readme.README, REFERENCE, ROOT / "sayso" / "README.md")
README = write_readme.README.read_text("utf-8")
SHOWN = {match[2].strip(): match[3] for match in HELP.finditer(REFERENCE.read_text("utf-8"))}
LINKS = [
    pytest.param(page, target, id=f"{page.relative_to(ROOT)} to {target}")
    for page in PAGES
    for target in sorted(set(re.findall(r"\]\(([^):]+)\)", page.read_text("utf-8"))))
]


def every_command() -> list[str]:
    found = [""]
    for name in COMMANDS:
        command = cli.sayso.get_command(None, name)  # type: ignore[arg-type]
        found += [name, *(f"{name} {under}" for under in getattr(command, "commands", {}))]
    return found


def anchors(page: Path) -> set[str]:
    """What a link to a heading of `page` may name, as GitHub makes it."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_command_is_in_the_reference() -> None:
    assert sorted(SHOWN) == sorted(every_command())


def test_the_readme_names_every_command_and_links_to_its_section() -> None:
    assert set(re.findall(r"\[`sayso ([a-z]+)", README)) == set(COMMANDS)
    assert set(re.findall(r"\[`sayso [^]]*\]\(flows/cli/README.md#sayso-([a-z]+)\)", README)) == set(COMMANDS)


@pytest.mark.parametrize("command", sorted(SHOWN))
def test_help_is_what_the_reference_shows(command: str) -> None:
    assert helped(command) == SHOWN[command]


def test_the_table_of_steps_is_what_the_command_prints() -> None:
    [shown] = write_readme.STEPS.findall(REFERENCE.read_text("utf-8"))
    result = CliRunner().invoke(cli.sayso, ["spec", "--steps"])
    assert (result.exit_code, result.stdout) == (0, shown)
    assert shown.count("\n") == len(STEPS) + 2


@pytest.mark.parametrize("command", every_command())
def test_every_help_has_an_example(command: str) -> None:
    assert re.search(r"Examples?: .*sayso ", helped(command))


def test_the_readme_is_read_in_five_minutes() -> None:
    assert len([word for word in README.split() if re.search(r"\w", word)]) <= 1500


def test_the_two_commands_stand_at_the_top_and_ci_runs_the_second() -> None:
    run, tests = re.findall(r"^```sh\n(pip install uv && .*)\n```$", README, re.MULTILINE)
    assert README.index(run) < README.index("## ")
    assert run.endswith("sayso run seeds/articles")
    assert (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1] == tests


def test_exit_codes_are_the_same_in_readme_and_help() -> None:
    table = dict(re.findall(r"^\| (\d+) \| (.*) \|$", README, re.MULTILINE))
    assert dict(re.findall(r"^    (\d+)  +(.*)$", helped(""), re.MULTILINE)) == table
    assert {0, *EXITS.values(), INTERRUPTED} == {int(code) for code in table}


def test_the_table_of_settings_is_written_from_their_definition() -> None:
    [shown] = write_readme.SETTINGS.findall(REFERENCE.read_text("utf-8"))
    assert shown == table()


def test_variables_in_the_reference_are_those_that_are_read_beside_the_settings() -> None:
    listed = set(re.findall(r"^\| `(SAYSO_\w+)` \|", REFERENCE.read_text("utf-8"), re.MULTILINE))
    sources = [ROOT / "prefect.yaml", *(ROOT / "sayso").rglob("*.py"), *(ROOT / "flows").rglob("*.py")]
    read = {name for path in sources for name in re.findall(r"SAYSO_[A-Z_]+", path.read_text("utf-8"))}
    assert listed == (read | {"SAYSO_CORPORA"}) - {setting.variable for setting in SETTINGS} - {"SAYSO_", *TESTS}


@pytest.mark.parametrize(("page", "target"), LINKS)
def test_links_lead_somewhere(page: Path, target: str) -> None:
    path, _, anchor = target.partition("#")
    linked = page.parent / path if path else page
    assert linked.exists()
    assert not anchor or anchor in anchors(linked)
