"""The engine that comes with Sayso, made once for all tests of a process."""

from sayso.engine import Engine

engine = Engine()
extract = engine.extract
registry = engine.registry
