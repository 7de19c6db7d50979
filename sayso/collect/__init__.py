"""Pages and feeds of the web, fetched safely and politely."""

from sayso.collect.fetch_limits import Limits
from sayso.collect.fetcher import Fetched, Fetcher, Validators
from sayso.collect.http_exchange import Exchange
from sayso.collect.wall_clock import WallClock
from sayso.collect.web_address import is_web_address, web_address

__all__ = ["Exchange", "Fetched", "Fetcher", "Limits", "Validators", "WallClock", "is_web_address", "web_address"]
