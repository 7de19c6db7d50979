"""What runs on schedule, and when: the one definition for `sayso serve` and `prefect.yaml`.

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
"""The deployment under which older versions read the inbox, by flow and name."""

HEAD = """\
# For teams with their own Prefect server and workers: set SAYSO_WORK_POOL, then `prefect deploy --all`. The workers
# need Sayso installed, and SAYSO_INBOX, SAYSO_HOME and SAYSO_DATABASE_URL as everybody else has them.
# Written by `python -m flows.schedule > prefect.yaml` from the definition that `sayso serve` uses.
"""


@dataclass(frozen=True)
class Schedule:
    """The inbox is traced at an interval; the report of the day before is made at a set time in a time zone."""

    every: timedelta = timedelta(minutes=15)
    report_at: time = time(7, 0)
    timezone: str = "Europe/London"


@dataclass(frozen=True)
class Planned:
    """One deployment: its name, flow (dotted path), parameters, and when it runs."""

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
    """Delete, in our own server, the deployment of older versions: its runs took paths, and nothing runs it now."""
    from prefect.client.orchestration import get_client
    from prefect.exceptions import ObjectNotFound

    with get_client(sync_client=True) as client, suppress(ObjectNotFound):
        client.delete_deployment(client.read_deployment_by_name(RETIRED).id)


def deployments(schedule: Schedule) -> list[RunnerDeployment]:
    """The deployments for `sayso serve`. Runs of a deployment never overlap: one due during another is skipped."""
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.deployments.runner import RunnerDeployment
    from prefect.schedules import Cron, Interval
    from prefect.types.entrypoint import EntrypointType

    made = []
    for plan in planned(schedule):
        when = Cron(plan.when["cron"], timezone=plan.when["timezone"]) if "cron" in plan.when else None
        made.append(
            RunnerDeployment.from_flow(
                _flow(plan.entrypoint),
                name=plan.name,
                description=plan.description,
                parameters=plan.parameters,
                schedule=when or Interval(plan.when["interval"], timezone=plan.when["timezone"]),
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
    """The contents of `prefect.yaml`."""
    return {
        "name": "sayso",
        "deployments": [
            {
                "name": plan.name,
                "description": plan.description,
                "entrypoint": plan.entrypoint,
                "parameters": plan.parameters,
                "schedules": [plan.when],
                "concurrency_limit": {"limit": 1, "collision_strategy": "CANCEL_NEW"},
                "work_pool": {"name": WORK_POOL},
                "pull": None,
            }
            for plan in planned(schedule)
        ],
    }


if __name__ == "__main__":
    print(HEAD + yaml.safe_dump(document(Schedule()), sort_keys=False, width=120), end="")
