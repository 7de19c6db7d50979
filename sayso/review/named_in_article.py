"""The names that a form offers: whom the article mentions."""

from __future__ import annotations

from sayso.desk.open_desk import Now
from sayso.present.safe import plain

MOST = 200
"""Names that are offered."""


def named_in_article(now: Now, article: str) -> tuple[str, ...]:
    """Whom the reading found in the article (its id), then the listed sources that its text names, each once."""
    found: dict[str, None] = {}
    text = ""
    for one in now.snapshot.about(article, links=False):
        text = one.article.text
        for hop in (*one.statement.mentioned, *one.statement.read_as):
            if hop.mention and not hop.anonymous:
                found.update(
                    dict.fromkeys((member.name for member in hop.members) if hop.members else [hop.called or ""])
                )
    found.update(dict.fromkeys(text[one.start : one.end] for one in now.registry.find_all(text)))
    return tuple(map(plain, filter(None, found)))[:MOST]
