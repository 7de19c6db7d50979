"""The Jinja environment of pages: everything passed to a template is escaped, and a missing name is an error."""

from __future__ import annotations

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined


def environment(package: str) -> Environment:
    """A new environment for the templates in the folder `templates` of `package`.

    Each page includes `page_head.html`: by it, the page loads nothing, sends nothing and runs no script.
    """
    return Environment(
        loader=ChoiceLoader([PackageLoader(package), PackageLoader("sayso.present", "pages")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
