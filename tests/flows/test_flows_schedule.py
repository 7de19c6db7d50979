"""One definition of what runs when: `prefect.yaml` and `sayso serve` say the same."""

from __future__ import annotations

import os
import pydoc
import typing
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from prefect import Flow, State
from prefect.flow_engine import run_flow

from flows.inbox_run import inbox as scheduled
from flows.schedule import HEAD, Schedule, deployments, document, planned
from flows.server.serving_note import Serving
from sayso.report import Format
from sayso.settings import settings

YAML = Path(__file__).parents[2] / "prefect.yaml"


def test_prefect_yaml_is_the_definition() -> None:
    text = YAML.read_text("utf-8")
    assert yaml.safe_load(text) == document(Schedule.of(settings()))
    assert text.startswith(HEAD)


def test_the_schedule_is_that_of_the_settings() -> None:
    os.environ.update(
        SAYSO_TIMEZONE="Europe/Kyiv",
        SAYSO_SERVE_EVERY="5",
        SAYSO_SERVE_REPORT_AT="06:30",
        SAYSO_SERVE_OVERLAP="wait",
    )
    written = document(Schedule.of(settings()))["deployments"]
    assert [one["schedules"] for one in written] == [
        [{"interval": 300.0, "timezone": "Europe/Kyiv"}],
        [{"cron": "30 6 * * *", "timezone": "Europe/Kyiv"}],
        [{"cron": "0 3 * * *", "timezone": "Europe/Kyiv"}],
    ]
    assert {one["concurrency_limit"]["collision_strategy"] for one in written} == {"ENQUEUE"}


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-03-28T06:59:59+00:00", ["28 07:05+0000", "28 07:00+0000", "29 03:00+0100"]),
        ("2026-03-28T07:00:00+00:00", ["28 07:05+0000", "29 07:00+0100", "29 03:00+0100"]),
        ("2026-03-29T12:00:00+00:00", ["29 12:05+0000", "30 07:00+0100", "30 03:00+0100"]),
    ],
)
def test_what_is_due_next_goes_by_the_clock_on_the_wall(now: str, due: list[str]) -> None:
    """In that night the clocks go forward."""
    serving = Serving(
        pid=5,
        started=datetime.fromisoformat("2026-03-28T00:05:00Z"),
        inbox="/srv/in",
        minutes=60,
        report_at=time(7),
        verify_at=time(3),
        timezone="Europe/London",
    )
    found = serving.next_runs(datetime.fromisoformat(now))
    assert [f"{at:%d %H:%M%z}" for at in found.values()] == due


def test_what_is_served_is_the_definition() -> None:
    schedule = Schedule(timedelta(minutes=5), time(6, 30), time(2, 15), "Europe/Kyiv", "skip")
    served = [one.model_dump(mode="json") for one in deployments(schedule, datetime.now(UTC))]
    assert [
        {
            "name": one["name"],
            "entrypoint": one["entrypoint"],
            "parameters": one["parameters"],
            "schedules": [
                {key: value for key, value in each["schedule"].items() if key in ("interval", "cron", "timezone")}
                for each in one["schedules"]
            ],
            "limit": one["concurrency_limit"],
            "collision": one["concurrency_options"]["collision_strategy"],
        }
        for one in served
    ] == [
        {
            "name": one.name,
            "entrypoint": one.entrypoint,
            "parameters": one.parameters,
            "schedules": [one.when],
            "limit": 1,
            "collision": "CANCEL_NEW",
        }
        for one in planned(schedule)
    ]
    assert served[1]["schedules"][0]["schedule"]["cron"] == "30 6 * * *"


def test_schedule_in_the_yaml_can_be_deployed_by_prefect() -> None:
    """The entrypoints are flows that Prefect finds by the path in the file."""
    from prefect.flows import load_flow_from_entrypoint

    names = [
        load_flow_from_entrypoint(one["entrypoint"], use_placeholder_flow=False).name
        for one in document(Schedule.of(settings()))["deployments"]
    ]
    assert names == ["inbox", "report", "verify"]


def test_no_parameter_of_what_is_deployed_names_a_file() -> None:
    """Anyone who may start runs may set their parameters, and could read files that only the service may."""
    flows = {one.name: pydoc.locate(one.entrypoint) for one in planned(Schedule.of(settings()))}
    assert {name: typing.get_type_hints(flow.fn) for name, flow in flows.items() if isinstance(flow, Flow)} == {
        "inbox": {"return": State[dict[str, Any]]},
        "daily": {"hours": float | None, "form": Format, "return": State[dict[str, Any]]},
        "nightly": {"return": State[dict[str, Any]]},
    }


@pytest.mark.usefixtures("prefect_api")
def test_a_scheduled_run_that_is_given_paths_reads_nothing(inbox: Path, home: Path) -> None:
    state = run_flow(scheduled, parameters={"paths": [str(inbox)]}, return_type="state")
    assert isinstance(state, State)
    assert state.is_failed()
    assert not (home / "ledger.db").exists()
