"""The steps in somebody else's project: found without an import, and clear when something is not as expected."""

import subprocess
import sys

import pytest

pytest_plugins = ["pytester"]

ARTICLE = "The bridge will be closed for three weeks, Reuters reported."
FEATURE = """
Feature: Bridges
  Scenario: A file beside the feature
    Given the article "bridge.txt"
    Then "The bridge will be closed for three weeks" is attributed to "Reuters"

  Scenario: A text in the feature
    Given the article:
      '''
      The bridge will be closed for three weeks, Reuters reported.
      '''
    Then "The bridge will be closed" is attributed to "Interfax"

  Scenario: A file that is nowhere
    Given the article "nowhere.txt"
    Then "The bridge" has no source given
""".replace("'''", '"""')


def test_a_feature_of_somebody_else_has_the_steps(pytester: pytest.Pytester):
    pytester.makefile(".feature", bridges=FEATURE)
    pytester.makefile(".txt", bridge=ARTICLE)
    pytester.makepyfile(test_bridges="from pytest_bdd import scenarios\n\nscenarios('bridges.feature')\n")

    result = pytester.runpytest_inprocess("-p", "no:cacheprovider")

    result.assert_outcomes(passed=1, failed=2)
    result.stdout.fnmatch_lines_random(
        [
            'expected “The bridge will be closed” to stand on "Interfax", found "Reuters", '
            "in the text of the feature, paragraph 1, line 1, characters 0 to 25",
            f"expected the file nowhere.txt, found none, in {pytester.path}, *articles",
        ]
    )


def test_the_plugin_costs_a_test_run_no_model_and_no_database():
    code = "import sys, pytest_bdd, sayso.testing.steps; print(*sorted(m for m in sys.modules if '.' not in m))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"spacy", "onnxruntime", "sqlalchemy", "pydantic", "prefect", "schemas"} & set(loaded) == set()
