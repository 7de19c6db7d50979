"""Where the home and the file with the settings are: the two things that only the environment can say."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path

NAME = "sayso.toml"


def home() -> Path:
    """The folder for everything that Sayso keeps: `SAYSO_HOME`, or a folder of the user's."""
    return Path(os.environ.get("SAYSO_HOME") or user_data_path("sayso")).expanduser().absolute()


def config_file() -> Path:
    """The file with the settings: `SAYSO_CONFIG`, or `sayso.toml` in the home; it need not be there."""
    return Path(os.environ.get("SAYSO_CONFIG") or home() / NAME).expanduser().absolute()
