"""Runs a folder of features with the steps of Sayso, without any Python beside them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from pytest_bdd.parser import Feature, Scenario, Step
from pytest_bdd.scenario import scenario_wrapper_template_registry

from sayso.errors import SaysoError, UsageError
from sayso.testing.feature_files import AllDifferent, Different, Unfit
from sayso.testing.spec_folder import SpecFolder
from sayso.testing.spec_result import CORRECTED, ScenarioOutcome, SpecResult
from sayso.testing.standing_rule import is_standing
from sayso.testing.step_sentence import NOTE
from sayso.testing.steps import FOLDERS, READINGS
from sayso.testing.unmet_step import UnmetStep, each_of

if TYPE_CHECKING:
    from sayso.testing.article_reading import Readings

_MODULE = "from pytest_bdd import scenarios\n\nscenarios({})\n"
_ALONE = {"PYTEST_ADDOPTS": None, "PYTEST_PLUGINS": None, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
"""Environment variables that keep options and plugins of other work out; None: not set."""

_QUIET = (
    *("--noconftest", "-p", "pytest_bdd.plugin", "-p", "sayso.testing.steps"),
    *("-p", "no:terminal", "-p", "no:cacheprovider", "-p", "no:faulthandler", "-p", "no:logging", "-p", "no:warnings"),
    *("--capture=no", "--assert=plain", "--import-mode=importlib"),
)


def run_specs(specs: SpecFolder, articles: Path | None, readings: Readings) -> SpecResult:
    """Every scenario of the folder that is no standing rule.

    Articles are looked for in `articles`, else beside the features, in the folder, and in `articles` in the folder.

    `UsageError` where `articles` is no folder. What goes wrong in Sayso itself is raised.
    """
    if articles is not None and not articles.is_dir():
        raise UsageError(f"expected a folder with articles at '{articles}', found none; check the path")
    watch = _Watch(specs.folder, articles, readings)
    with TemporaryDirectory() as place, _environment(_ALONE), watch.noting():
        module = Path(place) / "test_specs.py"
        module.write_text(_MODULE.format(", ".join(repr(str(feature)) for feature in specs.features)), "utf-8")
        settings = Path(place) / "pytest.ini"
        settings.write_text("[pytest]\n", "utf-8")
        pytest.main([*_QUIET, "-c", str(settings), *_within(place), str(module)], plugins=[watch])
    if watch.stopped:
        raise KeyboardInterrupt
    if watch.failed is not None:
        raise watch.failed
    if len(watch.result.outcomes) != specs.scenarios:
        raise RuntimeError(f"expected {specs.scenarios} scenarios to be run, found {len(watch.result.outcomes)}")
    return watch.result


def _within(place: str) -> list[str]:
    """The options that leave no file of the run outside of a folder."""
    return ["--rootdir", str(Path(place).parent), "--basetemp", str(Path(place) / "scratch")]


class _Watch:
    """Tells the steps where articles are, and notes what comes of each scenario."""

    def __init__(self, folder: Path, articles: Path | None, readings: Readings) -> None:
        self.result = SpecResult()
        self.failed: Exception | None = None
        self.stopped = False
        self._folder = folder
        self._articles = articles
        self._readings = readings
        self._step = ("", "", "")

    @contextmanager
    def noting(self) -> Iterator[None]:
        """Scenarios go on after a check that fails."""
        before = NOTE.set(self._note)
        try:
            yield
        finally:
            NOTE.reset(before)

    def _note(self, failure: Different | AllDifferent) -> None:
        self.result.outcomes[-1].failures.append(UnmetStep(*self._step, each_of(failure)))

    def pytest_configure(self, config: pytest.Config) -> None:
        config.stash[READINGS] = self._readings

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        self.stopped = not isinstance(excinfo.value, pytest.Session.Interrupted)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.failed = RuntimeError(f"the features could not be collected: {report.longreprtext}")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if not _is_rule(item)]
        for item in items:
            item.own_markers = [mark for mark in item.own_markers if mark.name not in ("skip", "skipif", "xfail")]

    @pytest.hookimpl(tryfirst=True)
    def pytest_bdd_apply_tag(self) -> bool:
        """Tags sort features for people; they leave none out."""
        return True

    def pytest_bdd_before_scenario(self, request: pytest.FixtureRequest, feature: Feature, scenario: Scenario) -> None:
        beside = Path(feature.filename).parent
        given = (self._articles,) if self._articles else (beside, self._folder, self._folder / "articles")
        request.config.stash[FOLDERS] = given
        place = self._place(feature, scenario.line_number)
        about = " ".join(scenario.description.split())
        self.result.outcomes.append(
            ScenarioOutcome(place, scenario.name, about, CORRECTED in scenario.tags | feature.tags)
        )

    def pytest_bdd_before_step(self, feature: Feature, scenario: Scenario, step: Step) -> None:
        place = self._place(feature, step.line_number)
        self._step = (place, scenario.name, f"{step.keyword.strip()} {step.name}")

    def _place(self, feature: Feature, line: int) -> str:
        return f"{os.path.relpath(feature.filename, self._folder)}:{line}"

    def pytest_bdd_step_error(self, exception: BaseException) -> None:
        if isinstance(exception, Unfit | SaysoError):
            self.result.outcomes[-1].unfit = f"{self._step[0]}: {exception}"
        elif isinstance(exception, Different | AllDifferent):
            self._note(exception)
        elif isinstance(exception, Exception):
            self.failed = self.failed or exception


def _is_rule(item: pytest.Item) -> bool:
    """Whether a scenario is a standing rule, which is not about articles that it names."""
    template = scenario_wrapper_template_registry.get(getattr(item, "function", len))
    return template is not None and any(map(is_standing, template.steps))


@contextmanager
def _environment(variables: Mapping[str, str | None]) -> Iterator[None]:
    """Sets environment variables for a while, or takes them away."""
    before = {name: os.environ.get(name) for name in variables}
    _set(variables)
    try:
        yield
    finally:
        _set(before)


def _set(variables: Mapping[str, str | None]) -> None:
    for name, value in variables.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
