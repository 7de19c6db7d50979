"""An evaluation in one of its formats."""

from __future__ import annotations

import json
from typing import Literal, get_args

from sayso.evaluate.evaluation import Evaluation
from sayso.evaluate.printed import table

Format = Literal["text", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)

SCHEMA = 1


def render(evaluation: Evaluation, form: Format) -> str:
    """`evaluation` as tables for people, or as JSON with everything, including all articles."""
    match form:
        case "text":
            return table(evaluation)
        case "json":
            fields = {"schema": SCHEMA, **evaluation.model_dump(mode="json")}
            return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"
