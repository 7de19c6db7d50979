"""The engine: who is answerable for every claim of an article."""

from importlib.metadata import version

__version__ = version("sayso")
