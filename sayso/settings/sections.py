"""What can be set, by section: the one definition for the file, the environment, `sayso config` and the README."""

from __future__ import annotations

import hashlib
from datetime import time
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from sayso.settings.kinds import (
    ClockTime,
    Count,
    Days,
    HeaderName,
    Minutes,
    Names,
    Networks,
    Overlap,
    Phrases,
    Place,
    Port,
    Prefix,
    Role,
    Words,
    YesNo,
    Zone,
)


class Section(BaseModel):
    """Some settings that belong together; a description is what stands beside the setting in lists."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _found_out(description: str, default: str) -> Any:
    """A setting whose default is found out when it is asked for; `default` says what it is."""
    return Field(description=description, json_schema_extra={"default": default}, repr=False)


class Desk(Section):
    """Who works where, and on which ledger."""

    actor: Words = _found_out("the name that is recorded with what you add", "the login name")
    timezone: Zone = Field("Europe/London", description="the time zone of the desk")
    database_url: Words = _found_out("the ledger's database", "`ledger.db` in the home")
    inbox: Place = _found_out("the folder that scheduled runs read", "`inbox` in the home")


class Serve(Section):
    """What `sayso serve` does, and when."""

    every: Minutes = Field(15.0, description="minutes between two readings of the inbox")
    report_at: ClockTime = Field(time(7, 0), description="when the daily report is written")
    verify_at: ClockTime = Field(time(3, 0), description="when the ledger is checked every night")
    overlap: Overlap = Field("skip", description="whether a run that is due while another goes on is skipped, or waits")


class Checkpoints(Section):
    """With which key the ledger's checkpoints are signed, and where they are kept."""

    key_file: Place = _found_out("the file with the key that signs checkpoints", "`keys/ledger.key` in the home")
    checkpoints: Place = _found_out(
        "the folder for checkpoints, outside that of the database", "a folder beside the home: `sayso-checkpoints`"
    )


class Clear(Section):
    """The house rules for what goes to print."""

    drafts_kept: Days = Field(30, description="days that the text of a draft is kept")
    unnamed_reason: YesNo = Field(True, description="an unnamed source needs a reason for leaving out the name")
    unnamed_sources: Count = Field(1, description="how many unnamed sources have to say the same, if nobody named does")
    unnamed_known: YesNo = Field(True, description="somebody in the house has to know who an unnamed source is")


class WorklistLength(Section):
    """What a list of things to check shows."""

    limit: Count = Field(25, description="how many items a worklist shows besides accusations")
    background: Phrases = Field((), description="phrases by which a sentence is common background")


class Specs(Section):
    """Standing rules."""

    folder: Place = _found_out("the folder of the standing rules", "`specs` in the home")


class Sources(Section):
    """Which sources are known."""

    registry: Place | None = Field(
        None,
        description="a registry of sources of your own, in place of the one that comes with Sayso",
        json_schema_extra={"default": "the one that comes with Sayso"},
    )


class Collect(Section):
    """What is fetched from the web."""

    feeds: Place = _found_out("the list of feeds, in TOML or OPML", "`feeds.toml` in the home")
    articles: Count = Field(100, description="how many articles of a feed one run fetches")
    contact: Words | None = Field(
        None,
        description="the address to complain to that sites are given",
        json_schema_extra={"default": "none"},
    )
    networks: Networks = Field(
        (), description="private networks that may be fetched from: whoever names an address reaches all in them"
    )


class Review(Section):
    """Who may work on the page of `sayso review`, and where it is."""

    host: Words = Field("127.0.0.1", description="the address that the page listens on")
    port: Port = Field(8420, description="the port that the page listens on; 0 is any that is free")
    root_path: Prefix = Field("/", description="the path under which a proxy has the page")
    hosts: Names = Field((), description="names, with ports, under which a proxy has the page")
    proxy_networks: Networks = Field((), description="from where a proxy is believed who somebody is")
    proxy_header: HeaderName = Field("X-Forwarded-User", description="the header in which it says so")
    readers: Names = Field((), description="who only reads")
    editors: Names = Field((), description="who also takes back what others decided")
    role: Role = Field("reviewer", description="what everybody else is")


class Settings(Desk):
    """All settings; those of the section `[desk]` are its own attributes, the other sections have one each.

    `home`: the folder for everything that Sayso keeps. `file`: the file with the settings, which need not be there.
    """

    home: Path
    file: Path
    serve: Serve
    ledger: Checkpoints
    clear: Clear
    worklist: WorklistLength
    specs: Specs
    sources: Sources
    collect: Collect
    review: Review

    @property
    def reports(self) -> Path:
        """The folder for the reports of runs."""
        return self.home / "reports"

    @property
    def drafts(self) -> Path:
        """The folder for the desk's own drafts, apart from everything else."""
        return self.home / "drafts"

    @property
    def indexes(self) -> Path:
        """The folder for what is made from the ledger to find claims and texts again; it can be deleted."""
        return self.home / "indexes"

    @property
    def service(self) -> Path:
        """The folder for what the service notes of its runs; it can be deleted while none runs."""
        return self.home / "service"

    @property
    def collected(self) -> Path:
        """The folder for what is known of feeds and pages that were fetched; it can be deleted while none is."""
        return self.home / "collect"

    @property
    def head_file(self) -> Path:
        """Where the head of a server's ledger is noted, a file a database; that of an SQLite file stands beside it."""
        which = hashlib.sha256(self.database_url.rpartition("@")[2].encode()).hexdigest()[:12]
        return self.home / "heads" / f"{which}.head"


SECTIONS: dict[str, type[Section]] = {
    "desk": Desk,
    "serve": Serve,
    "ledger": Checkpoints,
    "clear": Clear,
    "worklist": WorklistLength,
    "specs": Specs,
    "sources": Sources,
    "collect": Collect,
    "review": Review,
}
"""The sections of the file, in order."""
