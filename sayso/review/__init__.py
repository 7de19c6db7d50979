"""The page on which a desk works its list off in a browser."""

from sayso.review.app import application
from sayso.review.page_server import PageServer, listening
from sayso.review.starting import access_rules, addresses

__all__ = ["PageServer", "access_rules", "addresses", "application", "listening"]
