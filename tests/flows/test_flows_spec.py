"""`sayso spec`: a folder of features without Python, and what an editor reads where an article is read otherwise."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from write_readme import REFERENCE, ROOT

from flows.cli.main import exit_code
from sayso.engine import Engine
from sayso.testing.spec_folder import spec_folder

ARTICLE = """The bridge will be closed for three weeks, the mayor, Runa Osk, told Reuters.

"Nobody paid for it," an official told The New York Times, according to Reuters. The pier has two berths.
"""
ABOUT_THE_RECORD = ("settled.feature", "stories.feature")
"""What only the command line does; the steps are those of tests/features."""

Spec = Callable[..., tuple[int, str, str]]


@pytest.fixture
def spec(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Spec:
    """Runs a folder with an article and the steps of one scenario, or with other files."""

    def run(*steps: str, files: dict[str, str] | None = None, options: tuple[str, ...] = ()) -> tuple[int, str, str]:
        folder = tmp_path / "specs"
        (folder / "articles").mkdir(parents=True)
        (folder / "articles" / "bridge.txt").write_text(ARTICLE, "utf-8")
        (folder / "articles" / "empty.txt").touch()
        scenario = "\n".join(("Feature: F", "  Scenario: S", *(f"    {step}" for step in steps)))
        for name, content in (files or {"a.feature": scenario}).items():
            (folder / name).write_bytes(content.encode("utf-8", "surrogateescape"))
        code = exit_code(["spec", str(folder), *options])
        told, problems = capfdbinary.readouterr()
        return code, told.decode(), problems.decode()

    return run


def test_what_is_read_as_expected_is_right(spec: Spec) -> None:
    assert spec(
        "Given the article “bridge.txt” from “Valley Courier” published 2024-05-01",
        "Then “The bridge will be closed” is attributed to “Osk” via “Reuters”",
        'And "Nobody paid" is a direct quotation of an unnamed "official" via "The New York Times" via "Reuters"',
        "And at most 1 claim has no source",
        'And nothing is attributed to "Interfax"',
        "And who says so:",
        "  | will be closed            | Runa Osk via Reuters |",
        "  | The pier has two berths   | no source given      |",
        "",
        "  Scenario: A text",
        '    Given the text "The “bridge” is closed, TASS said."',
        "    Then \"The 'bridge' is closed\" has one origin",
        '    And "TASS" says so',
        "",
        "  Scenario: A denial",
        '    Given the text "An official denied that any licence had been sold, Interfax reported."',
        '    Then "any licence had been sold" is denied by an unnamed “official” via "Interfax"',
        "",
        "  Scenario: A file and a text with one origin",
        '    Given the article "bridge.txt" from "Valley Courier" published 2024-05-01',
        '    And the article "b" of "Echo":',
        '      """',
        "      A bridge will not open before June: it will be closed, the mayor, Runa Osk, said.",
        '      """',
        "    And these say the same:",
        "      | bridge.txt | The bridge will be closed |",
        "      | b          | it will be closed         |",
        '    Then "it will be closed" has one origin',
        '    And "it will be closed" is attributed to "Runa Osk"',
    ) == (0, "4 of 4 scenarios are right\n", "")


def test_a_failure_shows_the_chains_side_by_side_with_their_places(spec: Spec) -> None:
    code, told, problems = spec(
        'Given the article "bridge.txt"',
        'Then "Nobody paid for it" is attributed to an unnamed "official" via "Reuters"',
        "",
        "  Scenario: T",
        '    Given the text "The bridge is closed, TASS said."',
        '    Then "bridge" is attributed to "TASS"',
    )
    assert (code, problems) == (1, "")
    assert told == (
        "a.feature:4  S\n"
        '  Then "Nobody paid for it" is attributed to an unnamed "official" via "Reuters"\n'
        '  expected  “Nobody paid for it” to stand on an unnamed "official" via "Reuters"\n'
        '  found     an unnamed "official" via "The New York Times" via "Reuters"\n'
        "  in bridge.txt, paragraph 2, line 3, characters 80 to 98\n"
        "\n"
        "1 of 2 scenarios are right, 1 not\n"
    )


def test_every_row_of_a_table_is_checked(spec: Spec) -> None:
    code, told, _ = spec(
        'Given the article "bridge.txt"',
        "Then who says so:",
        "  | will be closed   | Reuters              |",
        "  | two berths       | no source given      |",
        "  | Nobody paid      | Runa Osk             |",
    )
    assert code == 1
    assert [line.split("found     ")[1] for line in told.splitlines() if "found" in line] == [
        '"Runa Osk" via "Reuters"',
        'an unnamed "official" via "The New York Times" via "Reuters"',
    ]


def test_every_check_of_a_scenario_is_made_and_every_article_read_once(
    spec: Spec, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    extract = Engine.extract
    monkeypatch.setattr(Engine, "extract", lambda engine, article: read.append(article) or extract(engine, article))
    code, told, _ = spec(
        'Given the article "bridge.txt"',
        'Then "two berths" is undetermined',
        'And "will be closed" is attributed to "Runa Osk" via "Reuters"',
        'And "two berths" is denied by "Runa Osk"',
        "  Scenario: T",
        '    Given the article "bridge.txt"',
        '    Then "two berths" has no source given',
    )
    assert code == 1
    assert [line for line in told.splitlines() if not line.startswith(" ")] == [
        "a.feature:4  S",
        "",
        "a.feature:6  S",
        "",
        "1 of 2 scenarios are right, 1 not",
    ]
    assert len(read) == 1


def test_a_surname_that_two_bear_means_neither(spec: Spec) -> None:
    text = "The pier is closed, Anna Roe said. The pier is open, Bo Roe said. The crane leans, Ivan Doe said."
    code, told, _ = spec(
        f'Given the text "{text}"',
        'Then "The crane leans" is attributed to "Doe"',
        'And "The pier is closed" is attributed to "Roe"',
    )
    assert code == 1
    assert [line for line in told.splitlines() if "found" in line] == ['  found     "Anna Roe"']


FAILS = {
    "no match": (
        'Then "The bridge is closed" has no source given',
        "found     no match",
        "nearest: “The bridge will be closed for three weeks, the mayor, Runa Osk, told Reuters.” (paragraph 1)",
    ),
    "several matches": (
        'Then "told" has no source given',
        "found     2 matches",
        "quote more of it; it stands in: “The",
    ),
    "no quotation": (
        'Then "The pier has two berths" is a direct quotation of "Runa Osk"',
        "found     no source given",
        "paragraph 2",
    ),
    "too many claims": (
        "Then at most 0 claims have no source",
        "found     1: “The pier has two berths.”",
        "paragraph 2",
    ),
    "no denial of an unnamed source": (
        'Then "Nobody paid for it" is denied by an unnamed source via "The New York Times" via "Reuters"',
        'found     an unnamed "official" via "The New York Times" via "Reuters"',
        "expected  “Nobody paid for it” to be denied by an unnamed source",
    ),
    "another unnamed source": (
        'Then "Nobody paid" is a direct quotation of an unnamed "engineer" via "The New York Times" via "Reuters"',
        'found     an unnamed "official" via',
        "paragraph 2",
    ),
    "something of somebody": (
        'Then nothing is attributed to "Reuters"',
        "found     “The bridge will be closed",
        "in br",
    ),
    "one origin": (
        'Then "The pier has two berths" rests on 2 independent origins',
        "found     1: At least one known independent origin",
        "in bridge.txt",
    ),
}


@pytest.mark.parametrize(("step", "found", "where"), FAILS.values(), ids=FAILS)
def test_each_kind_of_failure_is_told(spec: Spec, step: str, found: str, where: str) -> None:
    code, told, problems = spec('Given the article "bridge.txt"', step)
    assert (code, problems) == (1, "")
    assert found in told
    assert where in told


GIVEN = 'Given the article "bridge.txt"'
UNFIT = {
    "an article that is nowhere": (
        ['Given the article "pier.txt"', 'Then "x" is undetermined'],
        "a.feature:3: expected the file pier.txt, found none, in ",
    ),
    "an article without words": (
        ['Given the article "empty.txt"', 'Then "x" is undetermined'],
        "a.feature:3: empty.txt: expected an article, found no text in it; save it again, or take the file away",
    ),
    "a day that is not in the calendar": (
        ['Given the article "bridge.txt" from "Echo" published 2024-02-30', 'Then "x" is undetermined'],
        "a.feature:3: expected a date as 2024-05-31, found 2024-02-30, in the feature",
    ),
    "an article in another language": (
        [
            f'Given the text "{"Die Brücke wird für drei Wochen gesperrt, sagte der Bürgermeister. " * 5}"',
            'Then "x" is undetermined',
        ],
        "a.feature:3: expected an article in English, found",
    ),
    "no step": (
        [GIVEN, 'Then "The pier" was attributed to "TASS"'],
        'a.feature:4: expected a step, found “Then "The pier" was attributed to "TASS"”; '
        'nearest: Then "WORDS" is attributed to "NAME" [and "NAME" ...] [via "NAME" ...] · ',
    ),
    "a Then as a Given": (
        ['Given "The pier" is undetermined', 'Then "The pier" is undetermined'],
        'nearest: Then "WORDS" is undetermined · ',
    ),
    "no table": ([GIVEN, "Then who says so:"], "a.feature:4: expected a table below “who says so:”, found none"),
    "a table for nothing": (
        [GIVEN, 'Then "The pier" is undetermined', "  | a | b |"],
        'a.feature:4: expected no table below “"The pier" is undetermined”, found one',
    ),
    "nothing to check": ([GIVEN], "a.feature:2: expected a Then in “S”, found none: it could never fail"),
    "two of one name": (
        [
            GIVEN,
            'Then "two berths" has no source given',
            "",
            "  Scenario: S",
            f"    {GIVEN}",
            '    Then "x" is undetermined',
        ],
        "a.feature:6: expected another name, found a second scenario “S”",
    ),
    "no article": (
        ["Givn the article", 'Then "x" is undetermined'],
        'a.feature:4: expected a step before “"x" is undetermined” that gives an article, found none',
    ),
    "the debugger": (["Given trace", 'Then "x" is undetermined'], "a.feature:3: expected a step, found “Given trace”"),
}


@pytest.mark.parametrize(("steps", "sentence"), UNFIT.values(), ids=UNFIT)
def test_what_cannot_be_checked_is_bad_input_in_a_sentence(spec: Spec, steps: list[str], sentence: str) -> None:
    code, _, problems = spec(*steps)
    assert code == 2
    assert sentence in problems
    assert problems.startswith("sayso: ")
    assert len(problems.splitlines()) == 1


FILES = {
    "no feature": ({"a.txt": "Feature: F"}, "expected a file that ends in .feature in "),
    "an empty file": ({"a.feature": "# nothing\n\n"}, "a.feature: expected a feature, found an empty file"),
    "no scenario": ({"a.feature": "Feature: F\n"}, "a.feature:1: expected a scenario, found none"),
    "broken Gherkin": (
        {"a.feature": "Feature: F\n  Scenario: S\n    Given x\n    Perhaps x\n"},
        "a.feature:4: expected Feature:, Scenario:, Given, When, Then, And, a row of a table or a comment, "
        "found “Perhaps x”",
    ),
    "no text": ({"a.feature": "Feature: \udcff"}, "a.feature: expected text in UTF-8, found other bytes"),
    "an outline without a column": (
        {
            "a.feature": 'Feature: F\n  Scenario Outline: S\n    Given the text "<x>"\n'
            '    Then "<y>" is undetermined\n    Examples:\n      | x |\n      | a |\n'
        },
        "a.feature:4: expected a column y in the examples of “S”, found none",
    ),
    "half a file": (
        {"a.feature": 'Feature: F\n  Scenario: S\n    Given the article:\n      """\n      The bri'},
        "a.feature:6: expected three quotation marks at the end of a text, found none",
    ),
    "a row that lacks a cell": (
        {"a.feature": f"Feature: F\n  Scenario: S\n    {GIVEN}\n    Then who says so:\n | a | b |\n | c |\n"},
        "a.feature:6: expected as many cells in each row of the table, found “| c |”",
    ),
    "a language that Gherkin does not have": (
        {"a.feature": "# language: xx\nFeature: F\n"},
        "a.feature:1: expected a language that Gherkin has, or none, found “# language: xx”",
    ),
    "no colon": (
        {"a.feature": "Feature F\n"},
        "a.feature:1: expected one Feature: in a file, at its beginning, found “Feature F”",
    ),
    "other keywords": (
        {"a.feature": "feature: f\n"},
        "a.feature:1: expected Feature:, Scenario:, Given, When, Then, And, a row of a table or a comment, "
        "found “feature: f”",
    ),
    "no Feature": (
        {"a.feature": "Scenario: S\n"},
        "a.feature:1: expected Feature: before the first Scenario:, found “Scenario: S”",
    ),
    "an outline without examples": (
        {"a.feature": 'Feature: F\n  Scenario Outline: S\n    Given the text "x"\n    Then "<x>" is undetermined\n'},
        "a.feature:2: expected examples of “S”, found none",
    ),
}


@pytest.mark.parametrize(("files", "sentence"), FILES.values(), ids=FILES)
def test_a_folder_that_is_no_spec_is_bad_input(spec: Spec, files: dict[str, str], sentence: str) -> None:
    code, told, problems = spec(files=files)
    assert (code, told) == (2, "")
    assert sentence in problems


def test_a_folder_that_is_not_there_is_bad_input(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert exit_code(["spec", "/nowhere"]) == 2
    assert capfdbinary.readouterr().err == (
        b"sayso: expected a folder with features at '/nowhere', found none; check the path\n"
    )


def test_articles_that_are_not_there_are_bad_input(spec: Spec) -> None:
    code, _, problems = spec(GIVEN, 'Then "x" is undetermined', options=("--articles", "/nowhere"))
    assert (code, problems) == (2, "sayso: expected a folder with articles at '/nowhere', found none; check the path\n")


def test_what_can_be_checked_is_checked_beside_what_cannot(spec: Spec) -> None:
    code, told, _ = spec(
        'Given the article "pier.txt"',
        'Then "x" is undetermined',
        "  Scenario: T",
        f"    {GIVEN}",
        '    Then "two berths" is undetermined',
    )
    assert code == 2
    assert told.endswith("0 of 2 scenarios are right, 1 not, 1 cannot be checked\n")


def test_tags_marks_and_options_of_other_work_leave_nothing_out(spec: Spec, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "-k nothing --no-such-option")
    feature = f"""\ufeff
    @skip
    Feature: F
      @xfail
      Scenario Outline: S
        {GIVEN}
        Then "<words>" has no source given

        @skip
        Examples:
          | words          |
          | two berths     |
          | will be closed |
    """
    code, told, _ = spec(files={"a.feature": feature})
    assert code == 1
    assert told.endswith("1 of 2 scenarios are right, 1 not\n")


def test_the_example_in_the_reference_prints_what_it_shows(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    text = REFERENCE.read_text("utf-8")
    [feature, _] = re.findall(r"^```gherkin\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    [shown] = re.findall(r"^\$ sayso spec specs --articles seeds/articles\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    (tmp_path / "relayed.feature").write_text(feature, "utf-8")
    assert exit_code(["spec", str(tmp_path), "--articles", str(ROOT / "seeds" / "articles")]) == 1
    assert capfdbinary.readouterr().out.decode() == shown


@pytest.mark.skipif("CI" not in os.environ, reason="these features run by themselves too; runs where CI is set")
def test_the_features_of_this_project_hold_without_python(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    shutil.copytree(ROOT / "features", tmp_path / "features", ignore=shutil.ignore_patterns(*ABOUT_THE_RECORD))
    assert exit_code(["spec", str(tmp_path / "features"), "--articles", str(ROOT / "seeds" / "articles")]) == 0
    count = spec_folder(tmp_path / "features").scenarios
    assert count >= 80
    assert capfdbinary.readouterr().out.decode() == f"{count} of {count} scenarios are right\n"


def test_what_a_person_corrected_is_listed_apart_until_it_is_read_so(spec: Spec) -> None:
    feature = f"""
    Feature: F
      @corrected
      Scenario: Known
        Corrected by Ana Lind on 2026-11-30:
        the owner speaks
        {GIVEN}
        Then "two berths" is attributed to "Runa Osk"

      @corrected
      Scenario: Right by now
        {GIVEN}
        Then "two berths" has no source given
    """
    assert spec(files={"a.feature": feature}) == (
        0,
        "a.feature:8  Known\n"
        "  known wrong: Corrected by Ana Lind on 2026-11-30: the owner speaks\n"
        '  Then "two berths" is attributed to "Runa Osk"\n'
        '  expected  “two berths” to stand on "Runa Osk"\n'
        "  found     no source given\n"
        "  in bridge.txt, paragraph 2, line 3, characters 173 to 183\n"
        "\n"
        "a.feature:11  Right by now\n"
        "  right by now: it is read as it was corrected; take @corrected out, and it has to stay so\n"
        "\n"
        "1 of 2 scenarios are right, 1 known to be wrong\n",
        "",
    )


def test_standing_rules_are_counted_and_not_run(spec: Spec) -> None:
    assert spec(
        "Given every draft",
        "Then at most 0 claims have no source",
        "  Scenario: T",
        f"    {GIVEN}",
        '    Then "two berths" has no source given',
    ) == (0, "1 of 1 scenarios are right\n1 standing rule checked in runs\n", "")


@pytest.mark.parametrize("marks", ['""', "“”", "„“", "»«", "''", "‘’"], ids=str)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_marks_tabs_and_line_ends_make_no_difference(spec: Spec, marks: str, end: str) -> None:
    a, b = marks
    feature = (
        f"# language: de\nFunktionalität: F\n\tSzenario: S\n\t\tAngenommen the article {a}bridge.txt{b}.\n"
        f"\t\tDann {a}The bridge will be closed{b} stands on {a}Osk{b} via {a}Reuters{b}.\n"
    )
    code, told, problems = spec(files={"a.feature": feature.replace("\n", end)})
    assert (code, told, problems) == (0, "1 of 1 scenarios are right\n", "")
