"""What a person settled leaves the report, is counted, and comes back when it is reopened or read differently."""

import csv
import io
import json

import pytest
from factories import make_capture, make_dossiers, make_extraction, make_statement
from linked_world import article, decision, derived
from report_world import hostile

from sayso.report import FORMATS, render, report, summary
from sayso.report.model.counts import Settled

TAX, ROAD = "The tax rose by 40 percent.", "The harbour lies in a bay."
TWO = "Police closed the road and the mayor opened a ferry."


def printed(outlet, *sentences, published="2022-08-09", kinds=None):
    """The dossiers of an article that says so in its own voice, a claim a sentence."""
    made = article(outlet, "\n".join(sentences), published)
    extraction = make_extraction(made, [make_statement(made, one) for one in sentences], kinds=kinds)
    return make_dossiers(made, extraction, make_capture(made, f"{outlet}.txt"))


def judged(dossiers, *decisions):
    """The same with what was decided on them, as the ledger gives it: each with its own."""
    return [
        one.model_copy(
            update={"decisions": tuple(each for each in decisions if each.about in (one.claim.id, one.statement.id))}
        )
        for one in dossiers
    ]


def listed(made):
    return [(page.outlet, item.sentence) for page in made.pages for item in page.items]


GLOBE = printed("Globe", TAX, ROAD)
ECHO = printed("Echo", TAX, published="2022-08-10")
SUN = printed("Sun", TAX.upper(), published="2022-08-11")
OTHER = printed("Other", TAX.replace("40", "41"))
FIRST = GLOBE[0]
ALL = [("Globe", TAX), ("Globe", ROAD)]
REST = ALL[1:]
OTHERWISE = FIRST.claim.model_copy(update={"proposition": "The tax fell by 40 percent."})
OTHER_STATEMENT = FIRST.statement.model_copy(update={"sourcing": "undetermined"})

DECISIONS = {
    "none": ([], ALL),
    "accepted": ([decision(FIRST.claim, "accept")], REST),
    "confirmed": ([decision(FIRST.claim, "confirm")], REST),
    "rejected": ([decision(FIRST.claim, "reject")], ALL),
    "what did nothing before": ([decision(FIRST.claim, "correct")], ALL),
    "its statement accepted": ([decision(FIRST.statement, "accept")], REST),
    "accepted, then opened again": ([decision(FIRST.claim, "accept"), decision(FIRST.claim, "reopen", hours=1)], ALL),
    "accepted, then rejected": ([decision(FIRST.claim, "accept"), decision(FIRST.claim, "reject", hours=1)], ALL),
    "rejected, then accepted": ([decision(FIRST.claim, "reject"), decision(FIRST.claim, "accept", hours=1)], REST),
    "its statement accepted, then the claim opened again": (
        [decision(FIRST.statement, "accept"), decision(FIRST.claim, "reopen", hours=1)],
        ALL,
    ),
    "the claim opened again, then its statement accepted": (
        [decision(FIRST.claim, "reopen"), decision(FIRST.statement, "accept", hours=1)],
        REST,
    ),
    "accepted when it read otherwise": ([decision(OTHERWISE, "accept")], ALL),
    "its statement accepted when it read otherwise": ([decision(OTHER_STATEMENT, "accept")], ALL),
    "another accepted": ([decision(ECHO[0].claim, "accept")], ALL),
}


@pytest.mark.parametrize(("decisions", "left"), DECISIONS.values(), ids=DECISIONS)
def test_what_the_newest_decision_settles_as_it_reads_now_is_left_out_and_counted(decisions, left):
    made = report(judged(GLOBE, *decisions))
    assert listed(made) == left
    assert made.settled == Settled(sentences=len(ALL) - len(left))
    assert listed(report(judged(GLOBE, *decisions), settled=True)) == ALL


def test_what_is_left_open_for_being_unsure_is_settled_all_the_same():
    assert listed(report(judged(GLOBE, decision(FIRST.statement, "accept")), least=1.0)) == REST


PRINTS = {
    "the first": (GLOBE, "Globe"),
    "a reprint": (ECHO, "Echo"),
    "a reprint in capitals": (SUN, "Sun"),
}


@pytest.mark.parametrize(("print_", "outlet"), PRINTS.values(), ids=PRINTS)
def test_a_sentence_that_is_settled_in_one_print_is_settled_in_all(print_, outlet):
    edges = [derived(GLOBE[0].article, one[0].article, GLOBE[0].article.id) for one in (ECHO, SUN, OTHER)]
    settled = decision(print_[0].claim, "accept")
    world = [judged(one, settled) for one in (GLOBE, ECHO, SUN, OTHER)]
    made = report([one for each in world for one in each], derivations=edges)
    assert sorted(listed(made)) == [("Globe", ROAD), ("Other", OTHER[0].claim.proposition)]
    assert (made.settled, made.reprinted, made.clean) == (Settled(sentences=1), 0, 2)
    shown = report([one for each in world for one in each], derivations=edges, settled=True)
    [item] = [item for page in shown.pages for item in page.items if item.settled]
    assert [one.outlet for one in item.reprints] == ["Echo", "Sun"]


def test_the_same_words_elsewhere_are_no_reprint_and_stay():
    made = report([*judged(GLOBE, decision(FIRST.claim, "accept")), *ECHO])
    assert sorted(listed(made)) == [("Echo", TAX), ("Globe", ROAD)]


def test_of_a_sentence_with_two_claims_the_one_that_is_not_settled_is_listed():
    made = article("Globe", TWO)
    statements = [make_statement(made, "Police closed the road"), make_statement(made, "the mayor opened a ferry.")]
    first, second = make_dossiers(made, make_extraction(made, statements))
    [page] = report(judged([first, second], decision(first.claim, "accept"))).pages
    [item] = page.items
    assert (item.claims, item.id, item.settled) == ((second.claim.id,), f"s-{second.claim.id}", False)
    assert [one.words for one in item.findings] == ["the mayor opened a ferry."]
    both = judged([first, second], decision(first.claim, "accept"), decision(second.claim, "accept"))
    assert report(both).settled.sentences == 1


def test_a_headline_leaves_and_an_article_with_nothing_left_has_no_page():
    page = printed("Globe", TAX, kinds={"The tax": "headline"})
    made = report(judged(page, decision(page[0].claim, "accept")))
    assert (made.pages, made.clean, made.settled) == ((), 1, Settled(sentences=1))
    assert summary(made) == "Nothing to list. Every claim has a named source or is settled. 1 settled and left out."


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_reader_is_told_how_many_are_settled_and_what_was_decided_on_the_others(form):
    made = report(judged(GLOBE, decision(FIRST.claim, "accept"), decision(GLOBE[1].claim, "reject", by="Bo Ek")))
    text = render(made, form)
    for expected in (
        "1 sentence (sayso report --settled lists them)",
        "1 settled and left out.",
        "Decided: reject by Bo Ek: read both",
        f"Sentence s-{GLOBE[1].claim.id[:12]}, claim {GLOBE[1].claim.id[:12]}",
        "sayso decide ID accept",
    ):
        assert expected in text
    assert TAX not in text
    whole = render(report(judged(GLOBE, decision(FIRST.claim, "accept")), settled=True), form)
    assert "no source given, settled" in whole
    assert "Decided: accept by Ada Lind: read both" in whole


def test_a_decision_on_what_read_otherwise_is_shown_as_such():
    [page] = report(judged(GLOBE, decision(OTHERWISE, "accept"))).pages
    assert [item.decisions for item in page.items] == [
        ("accept by Ada Lind: read both (when it was read otherwise)",),
        (),
    ]


def test_programs_get_the_ids_that_decide_takes():
    made = json.loads(render(report(GLOBE), "json"))
    assert [item["id"] for page in made["pages"] for item in page["items"]] == [f"s-{one.claim.id}" for one in GLOBE]
    rows = list(csv.DictReader(io.StringIO(render(report(GLOBE), "csv"), newline="")))
    assert [row["id"] for row in rows] == [f"s-{one.claim.id}" for one in GLOBE]


@pytest.mark.parametrize("form", FORMATS)
def test_who_decides_makes_no_markup_and_no_formula(form):
    name = "=<b>*Ann*</b>\x1b[2J"
    text = render(report(judged(GLOBE, decision(FIRST.claim, "reject", by=name))), form)
    assert "\x1b" not in text
    assert form == "csv" or "<b>" not in text or form == "json"
    assert hostile().settled == Settled()
