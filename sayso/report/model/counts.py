"""What a report only counts."""

from __future__ import annotations

from schemas import Record


class Counts(Record):
    """How many claims there are by what they rest on."""

    sourced: int = 0
    unnamed: int = 0
    none_given: int = 0
    undetermined: int = 0

    @property
    def claims(self) -> int:
        """How many claims there are in all."""
        return self.sourced + self.unnamed + self.none_given + self.undetermined

    def __add__(self, other: Counts) -> Counts:
        return Counts(**{name: getattr(self, name) + getattr(other, name) for name in Counts.model_fields})


class Aside(Record):
    """How many sentences are counted and not listed; `headlines`: those for which the body gives a named source."""

    captions: int = 0
    datelines: int = 0
    headlines: int = 0

    def __add__(self, other: Aside) -> Aside:
        return Aside(**{name: getattr(self, name) + getattr(other, name) for name in Aside.model_fields})


class Settled(Record):
    """How many items are left out because a person's decision settled them."""

    sentences: int = 0
    conflicts: int = 0
    clusters: int = 0


class Unlisted(Record):
    """How many facts of one known origin at most are counted and not listed.

    `said_so`: every telling names the same source or outlet, so that nobody takes them for several; `one_outlet`: one
    outlet alone tells it, again and again; `unknown_outlets`: it is not known that two outlets tell it. `fragments`
    cannot be read alone; `colour` are feelings, wishes and questions, which nobody can check.
    """

    said_so: int = 0
    one_outlet: int = 0
    unknown_outlets: int = 0
    fragments: int = 0
    colour: int = 0


class Cut(Record):
    """How many conflicts and facts are not shown."""

    conflicts: int = 0
    circular: int = 0
    single_origin: int = 0

    @property
    def all(self) -> int:
        """How many in all."""
        return self.conflicts + self.circular + self.single_origin
