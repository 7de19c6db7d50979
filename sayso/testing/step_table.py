"""The table of all steps, in Markdown."""

from __future__ import annotations

from sayso.testing import article_steps, claim_steps, origin_steps, record_steps, standing_steps, steps
from sayso.testing.step_sentence import STEPS, KnownStep

_MODULES = (steps, standing_steps, claim_steps, article_steps, origin_steps, record_steps)
_ORDER = [module.__name__ for module in _MODULES]
_BELOW = {"docstring": " *(a text below)*", "datatable": " *(a table below)*"}


def step_table() -> str:
    """A row a step: its sentence, and what it gives or checks."""
    rows = [f"| `{step.shown}`{_below(step)} | {step.meaning} |" for step in sorted(STEPS, key=_order)]
    return "\n".join(("| step | meaning |", "|---|---|", *rows)) + "\n"


def _order(step: KnownStep) -> int:
    return _ORDER.index(step.function.__module__)


def _below(step: KnownStep) -> str:
    return "".join(_BELOW[below] for below in sorted(step.below))
