"""What retellings lost, as a page that can be opened in a browser: the picture, and the same in words."""

from __future__ import annotations

from markupsafe import Markup

from flows.cli.drift_text import NONE, blocks
from sayso.desk.measuring_drift import Drift
from sayso.link.drift import draw
from sayso.present.safe import html_text
from sayso.present.templates import environment


def drift_page(drift: Drift) -> str:
    """The page; everything foreign in it is escaped, and it loads nothing."""
    made = environment("flows.cli")
    made.filters["shown"] = html_text
    picture = Markup(draw(drift.worth_showing)) if drift.series else None  # noqa: S704 - made here, its words escaped
    return made.get_template("drift.html").render(picture=picture, blocks=blocks(drift), none=NONE)
