"""What runs on schedule, and when: the one definition for `sayso serve` and `prefect.yaml`.

`python -m flows.schedule > prefect.yaml` updates that file.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

import yaml

from sayso.settings import Settings, settings

if TYPE_CHECKING:
    from prefect import Flow
    from prefect.deployments.runner import RunnerDeployment
    from prefect.schedules import Schedule as PrefectSchedule

WORK_POOL = "{{ $SAYSO_WORK_POOL }}"

INBOX = "inbox"
"""The name of the deployment that reads the inbox."""

RETIRED = "trace/inbox"
"""The deployment under which older versions read the inbox, by flow and name."""

HEAD = """\
# For teams with their own Prefect server and workers: set SAYSO_WORK_POOL, then `prefect deploy --all`. The workers
# need Sayso installed, and its settings (sayso.toml, SAYSO_...) as everybody else has them.
# Written by `python -m flows.schedule > prefect.yaml` from the definition that `sayso serve` uses, with the times, the
# time zone and the overlap of your settings.
"""


@dataclass(frozen=True)
class Schedule:
    """The inbox is read at an interval; a report and a check of the ledger are made daily, at times in a time zone.

    `overlap`: whether a run that is due while another of the same deployment goes on is skipped, or waits for its end.
    """

    every: timedelta
    report_at: time
    verify_at: time
    timezone: str
    overlap: Literal["skip", "wait"]

    @classmethod
    def of(cls, ours: Settings) -> Schedule:
        """The schedule that the settings name."""
        set_ = ours.serve
        return cls(timedelta(minutes=set_.every), set_.report_at, set_.verify_at, ours.timezone, set_.overlap)

    @property
    def minutes(self) -> float:
        """Minutes from one reading of the inbox to the next."""
        return self.every / timedelta(minutes=1)

    @property
    def collision(self) -> str:
        """What Prefect calls it."""
        return "CANCEL_NEW" if self.overlap == "skip" else "ENQUEUE"


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
            name=INBOX,
            entrypoint="flows.inbox_run.inbox",
            description="Articles in the inbox, into the ledger.",
            parameters={},
            when={"interval": schedule.every.total_seconds(), "timezone": schedule.timezone},
        ),
        Planned(
            name="daily",
            entrypoint="flows.reporting.report",
            description="The report of the last 24 hours: sentences without a source, or with only an unnamed one.",
            parameters={"hours": 24},
            when=_daily(schedule.report_at, schedule.timezone),
        ),
        Planned(
            name="nightly",
            entrypoint="flows.ledger_check.verify",
            description="The ledger is checked: whether an entry was changed, dropped or added.",
            parameters={},
            when=_daily(schedule.verify_at, schedule.timezone),
        ),
    )


def _daily(at: time, timezone: str) -> dict[str, Any]:
    return {"cron": f"{at.minute} {at.hour} * * *", "timezone": timezone}


def retire() -> None:
    """Delete, in our own server, the deployment of older versions: its runs took paths, and nothing runs it now."""
    from prefect.client.orchestration import get_client
    from prefect.exceptions import ObjectNotFound

    with get_client(sync_client=True) as client, suppress(ObjectNotFound):
        client.delete_deployment(client.read_deployment_by_name(RETIRED).id)


def deployments(schedule: Schedule, started: datetime) -> list[RunnerDeployment]:
    """The deployments for `sayso serve`. Runs of a deployment never overlap.

    Intervals are counted from `started`.
    """
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.deployments.runner import RunnerDeployment
    from prefect.types.entrypoint import EntrypointType

    made = []
    for plan in planned(schedule):
        made.append(
            RunnerDeployment.from_flow(
                _flow(plan.entrypoint),
                name=plan.name,
                description=plan.description,
                parameters=plan.parameters,
                schedule=_schedule(plan.when, started),
                concurrency_limit=ConcurrencyLimitConfig(
                    limit=1, collision_strategy=ConcurrencyLimitStrategy(schedule.collision)
                ),
                entrypoint_type=EntrypointType.MODULE_PATH,
            )
        )
    return made


def _schedule(when: Mapping[str, Any], started: datetime) -> PrefectSchedule:
    from prefect.schedules import Cron, Interval

    if "cron" in when:
        return Cron(when["cron"], timezone=when["timezone"])
    return Interval(when["interval"], anchor_date=started, timezone=when["timezone"])


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
                "concurrency_limit": {"limit": 1, "collision_strategy": schedule.collision},
                "work_pool": {"name": WORK_POOL},
                "pull": None,
            }
            for plan in planned(schedule)
        ],
    }


if __name__ == "__main__":
    print(HEAD + yaml.safe_dump(document(Schedule.of(settings())), sort_keys=False, width=120), end="")
