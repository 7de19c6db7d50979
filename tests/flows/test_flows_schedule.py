"""One definition of what runs when: `prefect.yaml` and `sayso serve` say the same."""

from __future__ import annotations

import pydoc
import typing
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from prefect import Flow, State
from prefect.flow_engine import run_flow

from flows.inbox import inbox as scheduled
from flows.schedule import HEAD, Schedule, deployments, document, planned
from sayso.report import Format

YAML = Path(__file__).parents[2] / "prefect.yaml"


def test_prefect_yaml_is_the_definition() -> None:
    text = YAML.read_text("utf-8")
    assert yaml.safe_load(text) == document(Schedule())
    assert text.startswith(HEAD)


def test_what_is_served_is_the_definition() -> None:
    schedule = Schedule(every=timedelta(minutes=5), report_at=time(6, 30), timezone="Europe/Kyiv")
    served = [one.model_dump(mode="json") for one in deployments(schedule)]
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
        for one in document(Schedule())["deployments"]
    ]
    assert names == ["inbox", "report"]


def test_no_parameter_of_what_is_deployed_names_a_file() -> None:
    """Anyone who may start runs may set their parameters, and could read files that only the service may."""
    flows = {one.name: pydoc.locate(one.entrypoint) for one in planned(Schedule())}
    assert {name: typing.get_type_hints(flow.fn) for name, flow in flows.items() if isinstance(flow, Flow)} == {
        "inbox": {"return": State[dict[str, Any]]},
        "daily": {"hours": float | None, "form": Format, "return": State[dict[str, Any]]},
    }


@pytest.mark.usefixtures("prefect_api")
def test_a_scheduled_run_that_is_given_paths_reads_nothing(inbox: Path, home: Path) -> None:
    state = run_flow(scheduled, parameters={"paths": [str(inbox)]}, return_type="state")
    assert isinstance(state, State)
    assert state.is_failed()
    assert not (home / "ledger.db").exists()
