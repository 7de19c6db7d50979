"""What is set, by file and by variable, and what is said of a setting that is wrong."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from datetime import time
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.settings import Settings, configured, places, settings
from sayso.settings.in_words import as_toml, example, without_password
from sayso.settings.setting import SETTINGS

Write = Callable[[str | bytes], Path]

KNOWN = "`sayso config --example` lists them all"
MINUTES = "expected a number of minutes above 0, at most 10080 (a week)"
PHRASES = 'expected a list of phrases such as ["as is well known"]'
WRONG = {
    "a = 1": f"expected 'a' in a section such as [desk], found it before the first; {KNOWN}",
    "inbox = '/srv'": "expected 'inbox' in a section such as [desk], found it before the first; "
    "did you mean [desk] inbox?",
    "desk = 5": "expected the section [desk], found 5 for desk",
    "[[desk]]\nactor = 'a'": "expected the section [desk], found [{'actor': 'a'}] for desk",
    "[dsk]\nactor = 'a'": "expected a known section, found [dsk]; did you mean [desk]?",
    "[weather]": f"expected a known section, found [weather]; {KNOWN}",
    "[desk]\nactr = 'a'": "expected settings of [desk], found 'actr'; did you mean [desk] actor?",
    "[desk]\ndatabase-url = 'a'": "expected settings of [desk], found 'database-url'; "
    "did you mean [desk] database_url?",
    "[serve]\ninbox = 'a'": "expected settings of [serve], found 'inbox'; did you mean [desk] inbox?",
    "[desk]\nactor = ' '": "expected some words in quotation marks for [desk] actor, found ' '",
    "[desk]\ninbox = 5": "expected a path in quotation marks for [desk] inbox, found 5",
    "[desk]\ninbox = ''": "expected a path in quotation marks for [desk] inbox, found ''",
    "[desk]\ntimezone = 'London'": "expected a time zone such as \"Europe/London\" for [desk] timezone, found 'London'",
    "[desk]\ntimezone = '../etc'": "expected a time zone such as \"Europe/London\" for [desk] timezone, found '../etc'",
    "[serve]\nevery = '5'": f"{MINUTES} for [serve] every, found '5'",
    "[serve]\nevery = 0": f"{MINUTES} for [serve] every, found 0",
    "[serve]\nevery = nan": f"{MINUTES} for [serve] every, found nan",
    "[serve]\nevery = true": f"{MINUTES} for [serve] every, found True",
    "[serve]\nreport_at = '7'": "expected a time such as \"07:00\" for [serve] report_at, found '7'",
    "[serve]\nreport_at = '24:00'": "expected a time such as \"07:00\" for [serve] report_at, found '24:00'",
    "[serve]\noverlap = 'queue'": 'expected "skip" or "wait" for [serve] overlap, found \'queue\'',
    "[clear]\ndrafts_kept = 2.5": "expected a whole number of days, 0 or more for [clear] drafts_kept, found 2.5",
    "[clear]\nunnamed_known = 1": "expected true or false for [clear] unnamed_known, found 1",
    "[worklist]\nbackground = 'a'": f"{PHRASES} for [worklist] background, found 'a'",
    "[worklist]\nbackground = ['a', '']": f"{PHRASES} for [worklist] background, found ['a', '']",
    "[desk": "expected TOML in UTF-8, found something else: Expected ']' at the end of a table declaration "
    "(at end of document); correct the file",
    "a = "
    + "[" * 5000: "expected TOML in UTF-8, found something else: maximum recursion depth exceeded; correct the file",
}


@pytest.fixture
def write(home: Path) -> Write:
    """Writes the file of the test's home."""

    def written(content: str | bytes) -> Path:
        home.mkdir(exist_ok=True)
        (home / "sayso.toml").write_bytes(content if isinstance(content, bytes) else content.encode())
        return home / "sayso.toml"

    return written


@pytest.mark.parametrize(("content", "said"), WRONG.items(), ids=[content[:30] for content in WRONG])
def test_what_is_wrong_in_the_file_is_said_in_one_sentence(write: Write, content: str, said: str) -> None:
    file = write(content)
    with pytest.raises(UsageError) as error:
        settings()
    assert str(error.value) == f"{file}: {said}"


def test_a_file_in_another_encoding_is_refused(write: Write) -> None:
    file = write("[desk]\nactor = 'Zoë'".encode("latin-1"))
    with pytest.raises(UsageError, match=f"^{file}: expected TOML in UTF-8, found something else: 'utf-8' codec"):
        settings()


def test_a_file_that_is_a_folder_or_missing_though_named_is_refused(home: Path) -> None:
    os.environ["SAYSO_CONFIG"] = str(home)
    with pytest.raises(UsageError, match=r"as SAYSO_CONFIG says, found no such file; `sayso config --example` prints"):
        settings()
    home.mkdir()
    with pytest.raises(UsageError, match=r"expected to read the settings in '.*', could not \(Is a directory\)"):
        settings()


def test_a_home_that_is_a_file_has_none(home: Path) -> None:
    home.touch()
    assert {one.origin for one in configured()} <= {"default", "environment"}


def test_without_a_file_everything_is_as_by_default(home: Path) -> None:
    del os.environ["SAYSO_ACTOR"]
    now = settings()
    assert (now.inbox, now.database_url, now.specs.folder) == (
        home / "inbox",
        f"sqlite:///{home}/ledger.db",
        home / "specs",
    )
    assert (now.timezone, now.serve.every, now.serve.report_at, now.serve.overlap) == (
        "Europe/London",
        15,
        time(7),
        "skip",
    )
    assert (now.clear.unnamed_reason, now.clear.unnamed_sources, now.worklist.background) == (True, 1, ())
    assert {one.origin for one in configured()} == {"default"}


def test_a_variable_outranks_the_file_and_the_file_the_default(write: Write, home: Path, tmp_path: Path) -> None:
    write('[desk]\nactor = "Desk"\ninbox = "in"\n[serve]\nevery = 5\nreport_at = 06:30:00\n[worklist]\nlimit = 3\n')
    os.environ.update(
        SAYSO_SERVE_EVERY="0.5",
        SAYSO_CLEAR_UNNAMED_KNOWN="no",
        SAYSO_WORKLIST_BACKGROUND="as is known; of course",
        SAYSO_SOURCES_REGISTRY=str(tmp_path / "sources.yaml"),
        SAYSO_WORKLIST_LIMIT="",
    )
    now = settings()
    assert (now.actor, now.inbox, now.serve.every, now.serve.report_at) == ("tester", home / "in", 0.5, time(6, 30))
    assert (now.clear.unnamed_known, now.worklist.limit) == (False, 3)
    assert (now.worklist.background, now.sources.registry) == (("as is known", "of course"), tmp_path / "sources.yaml")
    assert {one.setting.name: one.origin for one in configured() if one.origin != "default"} == {
        "[desk] actor": "environment",
        "[desk] inbox": "file",
        "[serve] every": "environment",
        "[serve] report_at": "file",
        "[clear] unnamed_known": "environment",
        "[worklist] limit": "file",
        "[worklist] background": "environment",
        "[sources] registry": "environment",
    }


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("SAYSO_SERVE_EVERY", "soon", "a number of minutes above 0, at most 10080 (a week)"),
        ("SAYSO_TIMEZONE", "Kyiv", 'a time zone such as "Europe/London"'),
        ("SAYSO_CLEAR_UNNAMED_REASON", "perhaps", "true or false"),
        ("SAYSO_INBOX", " ", "a path in quotation marks"),
    ],
)
def test_what_is_wrong_in_a_variable_is_said_with_its_name(variable: str, value: str, said: str) -> None:
    os.environ[variable] = value
    with pytest.raises(UsageError) as error:
        settings()
    assert str(error.value) == f"expected {said} in the variable {variable}, found {value!r}"


def test_the_example_is_a_file_in_which_nothing_is_set_and_every_setting_can_be(write: Write) -> None:
    assert all(values == {} for values in tomllib.loads(example()).values())
    before = settings()
    lines = [line.removeprefix("# ") for line in example().splitlines()]
    write("\n".join(line for line in lines if line.startswith("[") or (" = " in line and '= ""' not in line)))
    assert settings() == before
    assert {one.origin for one in configured() if one.setting.default_words is None} == {"file"}


def test_every_value_is_written_as_the_file_has_it(write: Write) -> None:
    said = {one.setting: as_toml(one.value) for one in configured() if one.value is not None}
    write("\n".join(f"[{setting.section}]\n{setting.key} = {value}" for setting, value in list(said.items())[:1]))
    assert settings().actor == "tester"
    assert len(said) == len(SETTINGS) - 2


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("sqlite:////srv/ledger.db", "sqlite:////srv/ledger.db"),
        ("postgresql+psycopg://desk@db/sayso", "postgresql+psycopg://desk@db/sayso"),
        ("postgresql+psycopg://desk:p@s:s@db:5/sayso", "postgresql+psycopg://desk:***@db:5/sayso"),
        ("postgresql://db/a?password=x&sslmode=require", "postgresql://db/a?password=***&sslmode=require"),
        ("postgresql://db/a?user=x&sslpassword=y", "postgresql://db/a?user=x&sslpassword=***"),
        ("no url", "no url"),
    ],
)
def test_passwords_are_hidden(url: str, shown: str) -> None:
    assert without_password(url) == shown
    assert "p@s" not in repr(Settings.model_construct(database_url=url))


def test_another_working_directory_finds_the_same_places(
    write: Write, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = write('[desk]\ninbox = "in"\n')
    os.environ.update(
        SAYSO_CONFIG=os.path.relpath(file), SAYSO_DATABASE_URL="sqlite:///l.db", SAYSO_SPECS_FOLDER="specs"
    )
    before = settings()
    os.environ.update(places())
    monkeypatch.chdir("/")
    assert settings() == before
    assert before.inbox.resolve() == (home / "in").resolve()
    assert before.database_url == f"sqlite:///{tmp_path}/l.db"
