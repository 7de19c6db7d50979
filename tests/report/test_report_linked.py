"""What is linked, as a value: conflicts side by side, circles, and facts of one origin."""

import pytest
from linked_world import (
    ALIKE,
    DEAD,
    GLOBE,
    POLICE,
    WIRE,
    article,
    clash,
    decision,
    echo,
    flood,
    globe,
    link,
    linked,
    origins,
    police,
    said,
    same,
    wire,
)

from sayso.present.decisions import UNSURE
from sayso.report import report as made_of
from sayso.report.model.counts import Cut, Settled
from sayso.report.model.linked import ClaimTelling, Conflict, Contradiction, Fact, Side, Teller
from schemas import Circle


def report(dossiers, **known):
    """The report with suggested conflicts, unless `known` says otherwise."""
    return made_of(dossiers, **{"suggestions": True, **known})


TOLD = {
    "wire": ClaimTelling(
        claim=wire().claim.id,
        article=WIRE.id,
        words="12 people died",
        who="The ministry",
        occasion="on Monday",
        outlet="Ostia Wire",
        title="Flood kills 12",
        published="2022-08-09",
        file="article.txt",
    ),
    "globe": ClaimTelling(
        claim=globe().claim.id,
        article=GLOBE.id,
        words="12 people died",
        who="The ministry, carried by Ostia Wire",
        outlet="The Globe",
        title="Flood",
        published="2022-08-10",
        file="article.txt",
    ),
    "echo": ClaimTelling(
        claim=echo().claim.id,
        article=echo().article.id,
        words="12 dead",
        who="Dana Holt",
        outlet="The Echo",
        url="https://echo.example/flood",
        file="article.txt",
    ),
    "police": ClaimTelling(
        claim=police().claim.id,
        article=POLICE.id,
        words="30 people died",
        who="Police",
        outlet="The Courier",
        title="More dead",
        published="2022-08-11",
        file="article.txt",
    ),
}


def elsewhere(name):
    """The same in an article that the report does not cover."""
    return TOLD[name].model_copy(update={"file": None})


def tellers(*names, told=TOLD.get):
    """Outlets that tell it once each."""
    return tuple(Teller(telling=telling, claims=(telling.claim,)) for telling in map(told, names))


def test_a_conflict_stands_side_by_side_once_with_what_would_settle_it():
    assert report(flood()).conflicts == (
        Conflict(
            id=clash().id,
            links=(clash().id,),
            relation="conflicts",
            confidence=0.83,
            status=UNSURE,
            suggested=True,
            ordered=True,
            one_origin=None,
            sides=(
                Side(
                    telling=TOLD["wire"],
                    fact=f"c-{wire().claim.id}",
                    also=tellers("globe", "echo"),
                    sentence="One origin, the ministry: Dana Holt speaks for it.",
                ),
                Side(telling=TOLD["police"], fact=f"c-{police().claim.id}"),
            ),
            why=(DEAD.sentence,),
            settles=(
                "The earlier source: what the ministry said, word for word.",
                "The earlier source: what Police said, word for word.",
                "The figure: “12” or “30”; who counted, what was counted, and up to when?",
            ),
        ),
    )


def test_what_several_outlets_tell_of_one_origin_is_one_fact_with_what_contradicts_and_what_would_settle_it():
    assert report(flood()).single_origin == (
        Fact(
            id=f"c-{wire().claim.id}",
            concern="single-origin",
            claims=tuple(sorted(one.claim.id for one in (wire(), globe(), echo()))),
            words="12 people died",
            worded=wire().claim.id,
            told=tellers("wire", "globe", "echo"),
            independent=1,
            sentence="One origin, the ministry: Dana Holt speaks for it.",
            status="suggested, 80 % sure",
            why=(ALIKE.sentence,),
            contradicted=(
                Contradiction(
                    conflict=clash().id, relation="conflicts", suggested=True, words="30 people died", who="Police"
                ),
            ),
            settles=(
                "The earlier source: what the ministry said, word for word.",
                "The earlier source: what Dana Holt said, word for word.",
                "The figure: “12”; who counted, what was counted, and up to when?",
                "A second origin: somebody who does not have it from the ministry.",
            ),
        ),
    )


@pytest.mark.parametrize(
    ("decisions", "known", "told"),
    [
        ([], {"suggestions": False}, []),
        ([], {"suggestions": True}, [(clash().id, True)]),
        ([decision(clash(), "confirm")], {"suggestions": False}, [(clash().id, False)]),
        ([decision(clash(), "reject")], {"suggestions": True}, []),
        ([decision(clash(), "accept")], {"suggestions": False}, []),
        ([decision(clash(), "accept")], {"suggestions": False, "settled": True}, [(clash().id, False)]),
        ([decision(clash(), "confirm")], {"suggestions": False, "concerns": ["single-origin"]}, [(clash().id, False)]),
    ],
    ids=str,
)
def test_a_fact_is_contradicted_by_what_the_report_lists_or_would_list(decisions, known, told):
    made = made_of(flood(*decisions), **known)
    [fact] = made.single_origin
    assert [(one.conflict, one.suggested) for one in fact.contradicted] == told
    assert len(made.conflicts) == (len(told) if "concerns" not in known else 0)


def test_a_circle_says_who_cites_whom():
    told = wire(), globe()
    round_ = Circle(names=("Ostia Wire", "The Globe", "The Echo"))
    made = report(linked(*told, links=same(*told), known=[origins(*told, independent=2, circles=(round_,))]))
    assert [one.circles for one in made.circular] == [
        ("Ostia Wire cites The Globe, The Globe cites The Echo, and The Echo cites Ostia Wire.",)
    ]
    assert made.single_origin == ()


ALONE = {
    "two origins": ([wire(), globe()], {"independent": 2}),
    "one article": ([wire()], {}),
    "one article with two carriers": ([globe()], {"carriers": ("TASS", "Interfax")}),
    "two versions of one article": (
        [
            said(
                article("Globe", f"Police said that {number} people died.", url="https://g.example/1"), words, "Police"
            )
            for number, words in ((30, "30 people died"), (31, "31 people died"))
        ],
        {},
    ),
}


@pytest.mark.parametrize(("told", "known"), ALONE.values(), ids=ALONE.keys())
def test_no_cluster_of_one_origin(told, known):
    assert report(linked(*told, links=same(*told), known=[origins(*told, **known)])).single_origin == ()


DECISIONS = {
    "none": ([], [UNSURE]),
    "confirmed": ([decision(clash(), "confirm")], ["confirmed by Ada Lind"]),
    "rejected": ([decision(clash(), "reject")], []),
    "rejected, then opened again": (
        [decision(clash(), "reject"), decision(clash(), "reopen", hours=1)],
        [UNSURE],
    ),
    "confirmed, then rejected by another": (
        [decision(clash(), "confirm"), decision(clash(), "reject", by="Bo", hours=1)],
        [],
    ),
    "about something else": ([decision(wire().claim, "reject")], [UNSURE]),
    "confirmed when it said something else": (
        [decision(link(wire(), police(), "repeats"), "confirm")],
        [UNSURE],
    ),
    "rejected when it said something else": ([decision(link(wire(), police(), "repeats"), "reject")], []),
    "accepted": ([decision(clash(), "accept")], []),
    "accepted, then opened again": ([decision(clash(), "accept"), decision(clash(), "reopen", hours=1)], [UNSURE]),
    "accepted when it said something else": ([decision(link(wire(), police(), "repeats"), "accept")], [UNSURE]),
    "what did nothing before": ([decision(clash(), "correct")], [UNSURE]),
}


@pytest.mark.parametrize(("decisions", "statuses"), DECISIONS.values(), ids=DECISIONS.keys())
def test_the_last_decision_on_a_link_counts(decisions, statuses):
    assert [one.status for one in report(flood(*decisions)).conflicts] == statuses


def test_a_cluster_says_how_many_of_its_links_are_confirmed_and_by_whom():
    first, second, _ = same(wire(), globe(), echo())
    one = report(flood(decision(first, "confirm"))).single_origin
    two = report(flood(decision(first, "confirm"), decision(second, "confirm", by="Bo Ek"))).single_origin
    assert [cluster.status for cluster in (*one, *two)] == [
        "1 of 3 links confirmed by Ada Lind, the others suggested",
        "2 of 3 links confirmed by Ada Lind and Bo Ek, the others suggested",
    ]


def test_confirmed_conflicts_come_first_then_the_most_probable():
    told = wire(), globe(), echo(), police()
    links = [link(told[0], told[1], "conflicts", 0.5), link(told[0], told[2], "conflicts", 0.6)]
    links.append(link(told[0], told[3], "denies", 0.4))
    made = report(linked(*told, links=links, decisions=[decision(links[2], "confirm")]))
    assert [(one.relation, one.confidence) for one in made.conflicts] == [
        ("denies", 0.4),
        ("conflicts", 0.6),
        ("conflicts", 0.5),
    ]


def test_the_same_conflict_between_reprints_is_told_once_by_its_surest_link():
    told = wire(), globe(), echo()
    links = [link(one, police(), "conflicts", 0.5 + number / 10) for number, one in enumerate(told)]
    [made] = report(linked(*told, police(), links=[*links, *same(*told)], known=[origins(*told)])).conflicts
    assert (made.id, made.links, made.ordered) == (links[2].id, tuple(link.id for link in links[::-1]), False)
    assert [(side.telling, side.also) for side in made.sides] == [
        (TOLD["police"], ()),
        (TOLD["echo"], tellers("wire", "globe")),
    ]


def test_without_an_earlier_one_the_order_is_unknown_and_asked_for():
    [made] = report(linked(wire(), police(), links=[link(wire(), police(), "conflicts")])).conflicts
    assert not made.ordered
    assert made.settles[-1] == "When each was said: with the order unknown, one may only be newer than the other."


def test_the_other_end_of_a_link_may_lie_outside_the_report():
    [first, *_] = flood()
    made = report([first])
    assert [side.telling for side in made.conflicts[0].sides] == [TOLD["wire"], elsewhere("police")]
    unread = tellers("globe", "echo", told=elsewhere)
    assert [one.told for one in made.single_origin] == [(*tellers("wire"), *unread)]
    told = wire(), echo(), police()
    [further, _] = linked(*told[:2], links=same(*told[:2]), known=[origins(*told)])
    [fact] = report([further]).single_origin
    assert (len(fact.claims), fact.told) == (3, (*tellers("wire"), *tellers("echo", told=elsewhere)))


@pytest.mark.parametrize("relation", ["repeats", "corroborates", "qualifies", "updates"])
def test_nothing_else_is_a_conflict(relation):
    assert report(linked(wire(), police(), links=[link(wire(), police(), relation)])).conflicts == ()


@pytest.mark.parametrize(
    ("concerns", "listed"),
    [
        (("conflicts",), ([], 1, 0)),
        (("single-origin", "circular"), ([], 0, 1)),
        (("no-source",), (["Rain fell."], 0, 0)),
        (("unnamed", "left-open"), ([], 0, 0)),
        (("no-source", "conflicts", "single-origin"), (["Rain fell."], 1, 1)),
    ],
)
def test_only_what_is_asked_for_is_listed(concerns, listed):
    rain = said(article("The Rain", "Rain fell."), "Rain fell.", None)
    made = report([*flood(), rain], concerns=concerns)
    sentences = [item.sentence for page in made.pages for item in page.items]
    assert (sentences, len(made.conflicts), len(made.single_origin)) == listed
    assert (set(made.concerns), made.read, made.counts.none_given) == (set(concerns), 5, 1)


def test_a_report_for_reading_shows_no_more_than_its_limit_of_anything():
    made = report(flood()).top(0)
    assert (made.conflicts, made.single_origin, made.cut) == ((), (), Cut(conflicts=1, single_origin=1))


def test_the_same_links_in_another_order_give_the_same_report():
    one, other = report(flood()), report(reversed(flood()))
    assert (one.conflicts, one.single_origin) == (other.conflicts, other.single_origin)


CONFIRMED = {
    "nobody": ([], 0, 1),
    "somebody": ([decision(clash(), "confirm")], 1, 0),
    "somebody, who took it back": ([decision(clash(), "confirm"), decision(clash(), "reopen", hours=1)], 0, 1),
    "somebody, then another denied it": ([decision(clash(), "confirm"), decision(clash(), "reject", hours=1)], 0, 0),
    "somebody who judged another link of the pair": ([decision(link(wire(), police(), "repeats"), "confirm")], 0, 1),
}


@pytest.mark.parametrize("concerns", [{}, {"concerns": ["conflicts"]}], ids=str)
@pytest.mark.parametrize(("decisions", "told", "withheld"), CONFIRMED.values(), ids=CONFIRMED)
def test_a_conflict_is_told_where_a_person_confirmed_it_and_else_counted(decisions, told, withheld, concerns):
    made = made_of(flood(*decisions), **concerns)
    assert (len(made.conflicts), made.withheld) == (told, withheld)
    assert not any(one.suggested for one in made.conflicts)


def test_a_denial_is_told_as_a_conflict_is():
    links = [link(wire(), police(), "denies", 0.9)]
    assert (made_of(linked(wire(), police(), links=links)).withheld) == 1
    confirmed = linked(wire(), police(), links=links, decisions=[decision(links[0], "confirm")])
    assert [one.relation for one in made_of(confirmed).conflicts] == ["denies"]


def test_an_accepted_conflict_is_settled_for_all_its_tellings_and_counted():
    told = wire(), globe(), echo()
    links = [link(one, police(), "conflicts", 0.5 + number / 10) for number, one in enumerate(told)]
    world = linked(
        *told,
        police(),
        links=[*links, *same(*told)],
        known=[origins(*told)],
        decisions=[decision(links[0], "accept"), decision(links[1], "confirm", hours=1)],
    )
    made = made_of(world)
    assert (made.conflicts, made.settled, made.withheld) == ((), Settled(conflicts=1), 0)
    [shown] = made_of(world, settled=True).conflicts
    assert (shown.id, shown.settled, shown.status) == (links[0].id, True, "confirmed by Ada Lind")


CLUSTERS = {
    "none": ((), 1),
    "all": (("accept", "accept", "accept"), 0),
    "all but one": (("accept", "accept"), 1),
    "one reopened": (("accept", "accept", "accept", "reopen"), 1),
    "all rejected": (("reject", "reject", "reject"), 1),
}


@pytest.mark.parametrize(("judgements", "listed"), CLUSTERS.values(), ids=CLUSTERS)
def test_a_cluster_leaves_when_all_its_claims_are_settled(judgements, listed):
    claims = [wire().claim, globe().claim, echo().claim, wire().claim]
    decisions = [
        decision(claim, judgement, hours=hours)
        for hours, (claim, judgement) in enumerate(zip(claims, judgements, strict=False))
    ]
    made = made_of(flood(*decisions))
    assert (len(made.single_origin), made.settled.clusters) == (listed, 1 - listed)
    assert len(made_of(flood(*decisions), settled=True).single_origin) == 1


def test_a_claim_that_joins_later_brings_a_settled_cluster_back():
    told = wire(), globe(), echo()
    decisions = [decision(one.claim, "accept") for one in told[:2]]
    [first, second, third] = linked(*told, links=same(*told), known=[origins(*told)], decisions=decisions)
    assert made_of([first, second]).single_origin == ()
    assert len(made_of([first, second, third]).single_origin) == 1
