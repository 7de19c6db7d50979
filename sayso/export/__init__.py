"""What other programs and people read: JSON lines, brat standoff, and text for a terminal."""

from sayso.export.brat import brat
from sayso.export.jsonl import jsonl
from sayso.export.text import text

__all__ = ["brat", "jsonl", "text"]
