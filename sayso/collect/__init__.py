"""Pages and feeds of the web, fetched safely and politely, and what is known of them."""

from sayso.collect.canonical import canonical
from sayso.collect.collection_record import (
    FULL,
    GIVEN_UP_AFTER,
    CollectionRecord,
    KnownFeed,
    KnownPage,
    KnownWork,
    collection_record,
    failed,
)
from sayso.collect.feed_entries import FeedEntry, FeedListing
from sayso.collect.feed_list import ListedFeed, feed_list
from sayso.collect.fetch_limits import Limits
from sayso.collect.fetcher import Fetched, Fetcher, Validators
from sayso.collect.http_exchange import Exchange
from sayso.collect.read_feed import is_feed, read_feed
from sayso.collect.special_addresses import Network
from sayso.collect.wall_clock import WallClock
from sayso.collect.web_address import is_web_address, shown, web_address

__all__ = [
    "FULL",
    "GIVEN_UP_AFTER",
    "CollectionRecord",
    "Exchange",
    "FeedEntry",
    "FeedListing",
    "Fetched",
    "Fetcher",
    "KnownFeed",
    "KnownPage",
    "KnownWork",
    "Limits",
    "ListedFeed",
    "Network",
    "Validators",
    "WallClock",
    "canonical",
    "collection_record",
    "failed",
    "feed_list",
    "is_feed",
    "is_web_address",
    "read_feed",
    "shown",
    "web_address",
]
