"""Nothing of the user's settings bears on the tests, and nothing of the tests is left in the user's folders."""

from __future__ import annotations

import locale
import os
import re
import sys
import time
from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path

from flows.process_setup import THREADS

COMMON = "SAYSO_TESTS_COMMON"
"""The variable with the folder of what one process of the tests makes for all, and for those that they start."""

KEPT = {"SAYSO_CORPORA", "SAYSO_FUZZ", COMMON}
"""What is said to the tests themselves."""

FOREIGN = re.compile(
    r"(PREFECT|SAYSO|XDG|LC|CLICOLOR)_.*|LANG|LANGUAGE|PG[A-Z]+|NO_COLOR|FORCE_COLOR|TTY_.*|COLUMNS|LINES|TERM"
    r"|PYTEST_(ADDOPTS|PLUGINS)|PYTHON(WARNINGS|IOENCODING|DONTWRITEBYTECODE|UTF8|COERCECLOCALE|DEVMODE|SAFEPATH|OPTIMIZE|STARTUP)"
    r"|NO_PROXY|.+_NUM_THREADS",
    re.IGNORECASE,
)
"""Variables by which programs here, or Python, would do something else than on a new machine."""


def clean(environ: MutableMapping[str, str], place: Path) -> None:
    """Leave what a new user of a machine would have, whose home is `place`; what is installed is still found.

    uv keeps its cache: nothing is downloaded again. Sums take one thread, as under the command line: with more, tests
    that run side by side wait for each other.
    """
    cache = Path(environ.get("XDG_CACHE_HOME") or Path(environ.get("HOME", "~")).expanduser() / ".cache")
    environ.setdefault("UV_CACHE_DIR", str(cache / "uv"))
    for name in [name for name in environ if FOREIGN.fullmatch(name) and name not in KEPT]:
        del environ[name]
    environ.update(HOME=str(place), LC_ALL="C.UTF-8", TZ="UTC", NO_PROXY="127.0.0.1,localhost")
    environ.update(dict.fromkeys(THREADS, "1"))
    environ["PREFECT_HOME"] = str(place / ".prefect")  # Prefect asks once, when it is imported


def settle(place: Path) -> None:
    """Clean the environment of this process, which has begun with another.

    What is compiled is kept, as it is by the programs that the tests start: to compile all tests takes seconds.
    """
    clean(os.environ, place)
    sys.dont_write_bytecode = False
    time.tzset()
    with suppress(locale.Error):  # macOS has no C.UTF-8, and reads and writes UTF-8 anyway
        locale.setlocale(locale.LC_ALL, "")
