"""Files, folders and standard input, read as articles."""

from sayso.ingest.read import Ingested, ingest, loaded, read, unread
from sayso.ingest.source import About, Source, Sources
from sayso.ingest.sources import sources

__all__ = ["About", "Ingested", "Source", "Sources", "ingest", "loaded", "read", "sources", "unread"]
