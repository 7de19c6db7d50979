"""`sayso config`: the settings."""

from __future__ import annotations

from itertools import groupby

import click

from flows.cli.output import out
from flows.stderr import say
from sayso.desk.configuring import SettingLine, configuration
from sayso.present.safe import printable
from sayso.settings.in_words import example


@click.command(name="config")
@click.option("--example", "wanted", is_flag=True, help="Print a file with every setting, commented out.")
def command(wanted: bool) -> None:
    """Print each setting, its value, and where that comes from: default, file, or a variable.

    Settings are read from sayso.toml in the home, or from the file that SAYSO_CONFIG names. A variable of the
    environment outranks the file, and an option of a command outranks both.

    \b
    Examples: sayso config
              sayso config --example > ~/.local/share/sayso/sayso.toml
    """
    if wanted:
        out(example())
        return
    found = configuration()
    out(f"# {printable(str(found.file))}{'' if found.found else ', which is not there'}\n")
    for section, lines in groupby(found.lines, lambda line: line.section):
        out(f"[{section}]\n{''.join(map(_shown, lines))}")
    for sentence in found.unknown:
        say(sentence)


def _shown(line: SettingLine) -> str:
    return f"{printable(f'{line.key} = {line.value}'):<60}  # {line.origin}\n"
