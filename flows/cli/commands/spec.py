"""`sayso spec`: whether articles are read as a folder of features expects."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from flows.cli.output import out
from flows.cli.spec_text import breach_lines, spec_lines
from flows.stderr import say
from flows.workers.reading import engine, registry
from sayso.settings import settings
from sayso.testing.article_reading import Readings
from sayso.testing.spec_folder import spec_folder
from sayso.testing.spec_run import run_specs
from sayso.testing.standing_rule import StandingRule
from sayso.testing.step_table import step_table


def _print_steps(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        out(step_table())
        context.exit()


@click.command(name="spec")
@click.argument("folder", type=click.Path(path_type=Path), metavar="[DIR]", required=False)
@click.option(
    "--articles",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Where the articles are that the features name.  [beside the feature, DIR, DIR/articles]",
)
@click.option("--ledger", "in_ledger", is_flag=True, help="Check the standing rules in all that the ledger holds.")
@click.option(
    "--steps", is_flag=True, is_eager=True, expose_value=False, callback=_print_steps, help="Print all steps, and exit."
)
def command(folder: Path | None, articles: Path | None, in_ledger: bool) -> int:
    """Check that articles are read as the features in DIR expect, and print what is not.

    DIR is the newsroom's own folder (the setting [specs] folder) if none is given, and may be a single feature. It and
    the folders below hold files that end in .feature, written in Gherkin with the steps that --steps prints; nothing
    else has to be there. For each step that is not as expected, the chain expected and the chain found are printed,
    with the line of the feature and the paragraph of the article. Each article is read once. Nothing is recorded. The
    exit code is 1 if a step is not as expected, and 2 if one cannot be checked. Scenarios with the tag @corrected are
    known to be wrong: they are listed apart, and do not fail. Standing rules are not about articles that they name,
    and are checked in runs; with --ledger, in all that was read so far.

    \b
    Examples: sayso spec
              sayso spec features/denial.feature --articles seeds/articles
    """
    specs = spec_folder(folder or settings().specs.folder)
    if specs.problems:
        return _told(specs.problems)
    if in_ledger:
        return _in_ledger(specs.rules)
    result = run_specs(specs, articles, Readings(engine()))
    out("".join(spec_lines(result, len(specs.rules))))
    return _told([one.unfit for one in result.outcomes if one.unfit]) or (1 if result.of("wrong") else 0)


def _in_ledger(rules: Sequence[StandingRule]) -> int:
    """Print what breaks a standing rule in the ledger; 1 if anything does."""
    from sayso.desk.opening import opened
    from sayso.desk.standing_rules import breaches

    with opened(write=False) as ledger, ledger.snapshot() as snapshot:
        broken = list(breaches(snapshot, rules, registry()))
    out("".join(breach_lines(broken)))
    return 1 if broken else 0


def _told(problems: Sequence[str]) -> int:
    """Say each problem; 2 if there is one."""
    for sentence in problems:
        say(sentence)
    return 2 if problems else 0
