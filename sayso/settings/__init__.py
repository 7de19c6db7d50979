"""What a newsroom sets: in its file `sayso.toml`, or in variables of the environment, which win."""

from sayso.settings.locations import config_file, home
from sayso.settings.sections import Settings
from sayso.settings.settings import configured, places, settings

__all__ = ["Settings", "config_file", "configured", "home", "places", "settings"]
