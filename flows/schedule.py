"""What runs by itself, and when: the one definition, for `sayso serve` and for `prefect.yaml` alike.

`python -m flows.schedule > prefect.yaml` updates that file.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import time, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from prefect import Flow
    from prefect.deployments.runner import RunnerDeployment

WORK_POOL = "{{ $SAYSO_WORK_POOL }}"

RETIRED = "trace/inbox"
"""The flow and the name under which the inbox was read until it was a flow of its own."""

HEAD = """\
# For teams with their own Prefect server and workers: set SAYSO_WORK_POOL, then `prefect deploy --all`. The workers
# need Sayso installed, and SAYSO_INBOX, SAYSO_HOME and SAYSO_DATABASE_URL as everybody else has them.
# Written by `python -m flows.schedule > prefect.yaml` from the definition that `sayso serve` uses.
"""


@dataclass(frozen=True)
class Schedule:
    """The inbox is traced every so often; the report of the day before is made at a set time in a time zone."""

    every: timedelta = timedelta(minutes=15)
    report_at: time = time(7, 0)
    timezone: str = "Europe/London"


@dataclass(frozen=True)
class Planned:
    """One deployment: its name, the flow (dotted path), what the flow is given, and when it runs."""

    name: str
    entrypoint: str
    description: str
    parameters: dict[str, Any]
    when: dict[str, Any]


def planned(schedule: Schedule) -> tuple[Planned, ...]:
    """The deployments of `schedule`."""
    return (
        Planned(
            name="inbox",
            entrypoint="flows.inbox.inbox",
            description="Articles in the inbox, into the ledger.",
            parameters={},
            when={"interval": schedule.every.total_seconds(), "timezone": schedule.timezone},
        ),
        Planned(
            name="daily",
            entrypoint="flows.reporting.report",
            description="The report of the last 24 hours: sentences without a source, or with only an unnamed one.",
            parameters={"hours": 24},
            when={
                "cron": f"{schedule.report_at.minute} {schedule.report_at.hour} * * *",
                "timezone": schedule.timezone,
            },
        ),
    )


def retire() -> None:
    """Take away, in our own server, what older versions deployed: its runs were given paths, and nobody runs it now."""
    from prefect.client.orchestration import get_client
    from prefect.exceptions import ObjectNotFound

    with get_client(sync_client=True) as client, suppress(ObjectNotFound):
        client.delete_deployment(client.read_deployment_by_name(RETIRED).id)


def deployments(schedule: Schedule) -> list[RunnerDeployment]:
    """For `sayso serve`. Two runs of one deployment never overlap: what is due while one runs is left out."""
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.deployments.runner import RunnerDeployment
    from prefect.schedules import Cron, Interval
    from prefect.types.entrypoint import EntrypointType

    made = []
    for one in planned(schedule):
        when = Cron(one.when["cron"], timezone=one.when["timezone"]) if "cron" in one.when else None
        made.append(
            RunnerDeployment.from_flow(
                _flow(one.entrypoint),
                name=one.name,
                description=one.description,
                parameters=one.parameters,
                schedule=when or Interval(one.when["interval"], timezone=one.when["timezone"]),
                concurrency_limit=ConcurrencyLimitConfig(
                    limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW
                ),
                entrypoint_type=EntrypointType.MODULE_PATH,
            )
        )
    return made


def _flow(entrypoint: str) -> Flow[..., Any]:
    module, name = entrypoint.rsplit(".", 1)
    found: Flow[..., Any] = getattr(import_module(module), name)
    return found


def document(schedule: Schedule) -> dict[str, Any]:
    """What `prefect.yaml` holds."""
    return {
        "name": "sayso",
        "deployments": [
            {
                "name": one.name,
                "description": one.description,
                "entrypoint": one.entrypoint,
                "parameters": one.parameters,
                "schedules": [one.when],
                "concurrency_limit": {"limit": 1, "collision_strategy": "CANCEL_NEW"},
                "work_pool": {"name": WORK_POOL},
                "pull": None,
            }
            for one in planned(schedule)
        ],
    }


if __name__ == "__main__":
    print(HEAD + yaml.safe_dump(document(Schedule()), sort_keys=False, width=120), end="")
