"""Standing rules in what the ledger holds and in drafts."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from factories import make_article, make_capture, make_extraction, make_hop, make_statement

from sayso.desk.standing_rules import breaches, broken_rules, for_worklist, newsroom_rules
from sayso.desk.worklist_view import worklist_view
from sayso.ledger import Ledger
from sayso.registry import Registry
from schemas import Article, Extraction

RULES = """
Feature: Standards
  Scenario: Sputnik
    Given every new article carrying "Sputnik"
    Then nothing rests on "Sputnik" alone
  Scenario: Drafts
    Given every draft
    Then nothing is attributed to "Sputnik"
    And nothing is attributed to "TASS"
"""


def told(by: str) -> tuple[Article, Extraction]:
    article = make_article(f"The pier is closed, {by} said.", key=by, title=f"As {by} has it")
    said = make_statement(article, "The pier is closed", chain=[make_hop(article, by)])
    return article, make_extraction(article, [said])


def test_articles_that_break_a_rule_are_found_in_the_ledger(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "a.feature").write_text(RULES, "utf-8")
    rules = newsroom_rules(tmp_path).rules
    for by in ("TASS", "Sputnik"):
        article, extraction = told(by)
        ledger.append(make_capture(article, f"{by}.txt"), article, extraction)
    broken = told("Sputnik")[0].id
    with ledger.snapshot() as now:
        every = list(breaches(now, rules, Registry.installed()))
        assert [one.article for one in breaches(now, rules, Registry.installed(), [broken])] == [broken]
        assert list(breaches(now, rules, Registry.installed(), [told("TASS")[0].id])) == []
        assert list(breaches(now, (), Registry.installed())) == []
    assert [(one.article, one.file, [failure.sentences for failure in one.failures]) for one in every] == [
        (
            broken,
            "Sputnik.txt",
            [
                [
                    'expected “The pier is closed” not to rest on "Sputnik" alone, found no other source, '
                    "in As Sputnik has it, paragraph 1, line 1, characters 0 to 18"
                ]
            ],
        )
    ]


def test_a_draft_is_checked_against_the_rules_for_drafts(tmp_path: Path) -> None:
    (tmp_path / "a.feature").write_text(RULES, "utf-8")
    rules = newsroom_rules(tmp_path).rules
    found = broken_rules(rules, *told("Sputnik"), Registry.installed(), draft=True)
    assert [(one.place, one.scenario) for one in found] == [("a.feature:8", "Drafts")]
    assert newsroom_rules(tmp_path / "nowhere").rules == ()


def test_a_worklist_lists_what_new_articles_break(ledger: Ledger, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.feature").write_text(RULES, "utf-8")
    rules, registry = newsroom_rules(tmp_path).rules, Registry.installed()
    article, extraction = told("Sputnik")
    ledger.append(make_capture(article, "a.txt"), article, extraction)
    broken = partial(for_worklist, rules, registry)
    with ledger.snapshot() as now, worklist_view(now, folder, registry, broken=broken) as view:
        [finding] = view.whole(view.findings())
    assert (finding.kinds, finding.sentence) == (("rule",), "The pier is closed, Sputnik said.")
    assert finding.reasons[-1] == (
        'Breaks the rule “Sputnik”: expected “The pier is closed” not to rest on "Sputnik" alone, '
        "found no other source."
    )
