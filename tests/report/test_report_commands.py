"""`sayso report`, `show` and `find` over a ledger in which the flood is linked."""

import json
import re
import shutil
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from factories import make_capture, make_claim, make_extraction, make_statement
from linked_world import NOON, article, clash, decision, derived, flood, police, rain_twice, wire

from flows.cli.main import exit_code
from sayso.ledger import Ledger
from sayso.present.decisions import UNSURE
from sayso.settings import settings
from schemas import Link, Linker, Linking

LINKER = Linker(sayso="0.1.0", model="m", registry="r")


@pytest.fixture(scope="module")
def filled(tmp_path_factory, blank):
    """The folder of a ledger of the flood and of a sentence in two prints, linked."""
    folder = tmp_path_factory.mktemp("flood") / "home"
    folder.mkdir(mode=0o700)
    shutil.copy(blank, folder)
    told, (first, second) = flood(), rain_twice()
    links = {link.id: link for one in told for link in one.links}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAYSO_HOME", str(folder))
        with Ledger.open(settings().database_url, clock=lambda: NOON) as opened:
            for one in (*told, first, second):
                extraction = make_extraction(one.article, [one.statement], claims=[one.claim])
                opened.append(make_capture(one.article, file=f"{one.article.outlet}.txt"), one.article, extraction)
            shared = derived(first.article, second.article, first.article.id)
            opened.append_linking(Linking(linker=LINKER, links=tuple(links.values()), derivations=(shared,)))
    return folder


@pytest.fixture
def ledger(home, filled):
    """That ledger as the test's own."""
    shutil.copytree(filled, home)
    with Ledger.open(settings().database_url, clock=lambda: NOON) as opened:
        yield opened


@pytest.fixture
def sayso(capfdbinary):
    """Runs a command; its exit code, what it printed, and what it said on standard error."""

    def run(*arguments):
        code = exit_code(arguments)
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


def test_report_shows_conflicts_one_origin_and_reprints(ledger, sayso):
    code, out, _ = sayso("report", "--suggestions")
    assert code == 0
    for expected in (
        "1 sentence in 1 article, not counting 1 reprint, the most serious first.",
        "1 conflict, 1 fact with one known origin at most.",
        f"### Conflict?: {UNSURE}",
        f"sayso decide {clash().id}",
        "Also in 1 reprint of “Rain”: Echo",
        "## Several outlets, one known origin at most",
    ):
        assert expected in out


def test_report_of_one_kind_lists_nothing_else(ledger, sayso):
    out = json.loads(sayso("report", "--kind", "conflicts", "--suggestions", "--format", "json")[1])
    assert [len(out[name]) for name in ("conflicts", "single_origin", "circular", "pages")] == [1, 0, 0, 0]


def test_a_rejected_link_is_in_no_report_and_in_no_claim(ledger, sayso):
    ledger.decide(decision(clash(), "reject"))
    assert json.loads(sayso("report", "--format", "json")[1])["conflicts"] == []
    assert "conflicts" not in sayso("show", police().claim.id)[1]


def test_show_tells_who_says_so_the_origins_and_the_links(ledger, sayso):
    ledger.decide(decision(clash(), "confirm"))
    code, out, err = sayso("show", wire().claim.id[:10])
    first, grounds, *links = out.rstrip("\n").split("\n\n")
    assert (code, err) == (0, "")
    assert [line.split(maxsplit=1)[0] for line in first.splitlines()] == [
        *("claim", "id", "who", "paragraph", "article", "version", "capture", "entry"),
        *("decision",) * first.count("\ndecision"),
    ]
    assert grounds.startswith("rests on     ")
    assert len(links) == 3
    [conflict] = [one for one in links if one.startswith("conflicts")]
    assert conflict.splitlines() == [
        "conflicts    30 people died",
        "             Who says so: Police",
        f"             The Courier · More dead · 11 August 2022 · claim {police().claim.id[:12]}",
        f"link         {clash().id}, confirmed by Ada Lind, said later",
        "             One says 12, the other 30.",
    ]


def test_show_draws_the_origins(ledger, sayso, tmp_path):
    code, out, _ = sayso("show", wire().claim.id, "--format", "svg", "--out", str(tmp_path / "new" / "origins.svg"))
    drawing = (tmp_path / "new" / "origins.svg").read_text("utf-8")
    assert (code, out) == (0, "")
    assert ElementTree.fromstring(drawing).tag == "{http://www.w3.org/2000/svg}svg"
    shown = "".join(ElementTree.fromstring(drawing).itertext())
    assert [name for name in ("The Globe", "The Echo", "Ostia Wire") if name not in shown] == []


def test_show_as_json_has_it_all_but_the_text_of_articles(ledger, sayso):
    made = json.loads(sayso("show", wire().claim.id, "--format", "json")[1])
    assert (made["schema"], made["id"], made["claim"]["proposition"]) == (1, wire().claim.id, "12 people died")
    assert made["publication"]["outlet"] == "Ostia Wire"
    assert made["origins"]["claims"] == sorted(made["origins"]["claims"])
    assert len(made["origins"]["claims"]) == 3
    assert sorted((one["relation"], one["status"]) for one in made["links"]) == [
        ("conflicts", UNSURE),
        ("repeats", "suggested, 80 % sure"),
        ("repeats", "suggested, 80 % sure"),
    ]
    assert {one["other"]["publication"]["outlet"] for one in made["links"]} == {"The Globe", "The Echo", "The Courier"}


def test_a_claim_that_nothing_is_linked_to_is_shown_too(ledger, sayso):
    code, out, _ = sayso("show", rain_twice()[0].claim.id)
    assert (code, len(out.rstrip("\n").split("\n\n"))) == (0, 2)


@pytest.mark.parametrize("claim", ["ffff", "", "%", "nothing"])
def test_a_claim_that_is_not_there_is_one_sentence(ledger, sayso, claim):
    code, out, err = sayso("show", claim)
    assert (code, out) == (2, "")
    assert err == (
        f"sayso: expected a sentence or a claim whose id begins with {claim!r}, found none; "
        "`sayso worklist` and `sayso find` print the ids of this home\n"
    )


def test_the_beginning_of_an_id_that_fits_several_asks_for_more(ledger, sayso):
    ids = sorted(one.claim.id for one in (*flood(), *rain_twice()))
    shared = next(a[0] for a, b in pairwise(ids) if a[0] == b[0])
    several = ", ".join(one[:5] for one in ids if one[0] == shared)
    assert sayso("show", shared)[::2] == (
        2,
        f"sayso: expected one claim whose id begins with {shared!r}, found {several}; give more of the id\n",
    )


def test_find_prints_ids_that_show_takes(ledger, sayso):
    code, out, err = sayso("find", "30 PEOPLE")
    assert (code, err) == (0, "sayso: 1 claim with these words\n")
    assert f"id           {police().claim.id}\n" in out


def test_find_like_prints_the_nearest_first_with_scores(ledger, sayso):
    code, out, err = sayso("find", "--like", "As many as 30 people have died", "--top", "2")
    blocks = [dict(line.split(maxsplit=1) for line in one.splitlines()) for one in out.rstrip("\n").split("\n\n")]
    assert (code, err.splitlines()[-1]) == (0, "sayso: 2 claims nearest to this")
    assert blocks[0]["id"] == police().claim.id
    assert [float(one["score"]) for one in blocks] == sorted((float(one["score"]) for one in blocks), reverse=True)


@pytest.mark.parametrize(
    ("arguments", "found"),
    [((), "neither"), (("words", "--like", "text"), "both")],
)
def test_find_takes_words_or_a_text(sayso, arguments, found):
    code, _, err = sayso("find", *arguments)
    assert code == 2
    assert f"expected either words to find or --like with a text, found {found}; give one of them" in err


def test_find_like_nothing_is_refused(ledger, sayso):
    assert sayso("find", "--like", " ")[::2] == (2, "sayso: expected a text for --like, found none\n")


def report_of(sayso, *more):
    code, out, _ = sayso("report", "--format", "json", *more)
    assert code == 0
    return json.loads(out)


def decided(sayso, *arguments):
    """Decides, and gives what was said of it."""
    code, out, err = sayso("decide", *arguments, "--why", "we hold it on file", "--by", "Ana Lind")
    assert (code, out) == (0, "")
    return err


def test_a_conflict_is_only_counted_until_it_is_confirmed_with_the_id_that_is_printed(ledger, sayso):
    assert [report_of(sayso)[name] for name in ("conflicts", "withheld")] == [[], 1]
    [suggested] = report_of(sayso, "--suggestions", "--kind", "conflicts")["conflicts"]
    assert (suggested["suggested"], suggested["status"]) == (True, UNSURE)
    said = decided(sayso, suggested["id"][:12], "confirm")
    assert said == f"recorded as entry 14: confirm by Ana Lind: link {clash().id}\n"
    made = report_of(sayso)
    assert ([one["status"] for one in made["conflicts"]], made["withheld"]) == (["confirmed by Ana Lind"], 0)
    decided(sayso, suggested["id"][:12], "reopen")
    assert report_of(sayso)["conflicts"] == []
    decided(sayso, suggested["id"], "reject")
    assert [report_of(sayso, "--suggestions")[name] for name in ("conflicts", "withheld")] == [[], 0]


@pytest.mark.parametrize("form", ["md", "html", "csv"])
def test_the_id_that_a_report_prints_settles_the_sentence_and_its_reprint(ledger, sayso, form):
    printed = re.search(r"\bs-[0-9a-f]{12,32}\b", sayso("report", "--format", form)[1])
    assert "Rain fell." in sayso("report", "--kind", "no-source")[1]
    said = decided(sayso, printed[0], "accept")
    assert said == f"recorded as entry 14: accept by Ana Lind: claim {rain_twice()[0].claim.id}\n"
    made = report_of(sayso)
    assert (made["pages"], made["settled"]["sentences"]) == ([], 1)
    out = sayso("report", "--kind", "no-source")[1]
    assert "Rain fell." not in out
    assert "- Settled, left out: 1 sentence (sayso report --settled lists them)" in out
    assert "Decided: accept by Ana Lind: we hold it on file" in sayso("report", "--settled")[1]
    decided(sayso, printed[0], "reopen")
    assert "Rain fell." in sayso("report", "--kind", "no-source")[1]


def test_the_id_of_a_cluster_settles_its_claims_and_confirms_or_rejects_its_links(ledger, sayso):
    [cluster] = report_of(sayso)["single_origin"]
    short = cluster["id"][:14]
    assert len(decided(sayso, short, "confirm").splitlines()) == 3
    assert [one["status"] for one in report_of(sayso)["single_origin"]] == ["confirmed by Ana Lind"]
    assert len(decided(sayso, short, "accept").splitlines()) == 3
    made = report_of(sayso)
    assert (made["single_origin"], made["settled"]["clusters"]) == ([], 1)
    decided(sayso, short, "reopen")
    assert [one["status"] for one in report_of(sayso)["single_origin"]] == ["suggested, 80 % sure"]
    decided(sayso, short, "reject")
    assert report_of(sayso)["single_origin"] == []


def test_a_cluster_of_one_claim_has_no_links_to_judge(ledger, sayso):
    claim = rain_twice()[0].claim.id
    code, _, err = sayso("decide", f"c-{claim[:12]}", "reject", "--why", "x")
    assert (code, err) == (
        2,
        f"sayso: expected linked claims, found a single one; reject the claim {claim}\n",
    )


@pytest.mark.parametrize(("credit", "listed", "said_so"), [("", 1, 0), ("ORLO, May 3 (Reuters) - ", 0, 1)])
def test_what_all_pages_have_from_one_agency_and_say_so_is_counted(sayso, credit, listed, said_so):
    words = "The judge freed Ana Kov."
    pages = [
        article(outlet, f"{start}{words}")
        for outlet, start in (("Globe", "ORLO, May 3 (Reuters) - "), ("Echo", credit))
    ]
    statements = [make_statement(page, words) for page in pages]
    claims = [make_claim(*pair) for pair in zip(pages, statements, strict=True)]
    with Ledger.open(settings().database_url, clock=lambda: NOON) as opened:
        for page, statement, claim in zip(pages, statements, claims, strict=True):
            opened.append(make_capture(page), page, make_extraction(page, [statement], claims=[claim]))
        both = Link(a=claims[0].id, b=claims[1].id, relation="repeats", confidence=0.9)
        opened.append_linking(Linking(linker=LINKER, links=(both,)))
    made = report_of(sayso)
    assert (len(made["single_origin"]), made["unlisted"]["said_so"]) == (listed, said_so)


THINGS = {"claim": lambda: wire().claim, "statement": lambda: wire().statement, "link": clash}


@pytest.mark.parametrize("kind", THINGS)
@pytest.mark.parametrize("write", [lambda one: one, lambda one: one[:10], lambda one: f" {one[:12].upper()} "])
def test_decide_takes_enough_of_the_beginning_of_any_id(ledger, sayso, kind, write):
    thing = THINGS[kind]()
    assert decided(sayso, write(thing.id), "confirm") == (
        f"recorded as entry 14: confirm by Ana Lind: {kind} {thing.id}\n"
    )
    with ledger.snapshot() as now:
        assert [one.version for one in now.decisions(thing.id)] == [thing.digest]


def test_the_beginning_of_several_ids_is_one_sentence(ledger, sayso):
    ids = sorted(
        [(one.claim.id, "claim") for one in (*flood(), *rain_twice())]
        + [(one.statement.id, "statement") for one in (*flood(), *rain_twice())]
    )
    first = next(a[0][0] for a, b in pairwise(ids) if a[0][0] == b[0][0])
    code, out, err = sayso("decide", first, "accept", "--why", "x")
    assert (code, out) == (2, "")
    assert re.fullmatch(
        rf"sayso: expected one thing whose id begins with '{first}', "
        rf"found (?:(?:claim|statement|link|derivation) {first}[0-9a-f]{{4}}(?:, )?){{2,4}}; give more of the id\n",
        err,
    )


@pytest.mark.parametrize("about", ["s-ffffffff", "c-", "s-nothing", "c-%"])
def test_a_sentence_that_is_not_there_is_one_sentence(ledger, sayso, about):
    code, _, err = sayso("decide", about, "accept", "--why", "x")
    assert (code, err) == (
        2,
        f"sayso: expected a sentence or a claim whose id begins with {about[2:]!r}, found none; "
        "`sayso worklist` and `sayso find` print the ids of this home\n",
    )


@pytest.mark.parametrize("start", ["s-", "c-", ""])
def test_show_takes_any_id_that_a_report_prints(ledger, sayso, start):
    assert sayso("show", f"{start}{wire().claim.id[:12]}")[1].splitlines()[1] == f"id           {wire().claim.id}"


def test_a_sentence_is_all_claims_in_it(sayso):
    paper = article("The Globe", "Police closed the road and the mayor opened a ferry. Rain fell.")
    words = ("Police closed the road", "the mayor opened a ferry", "Rain fell.")
    statements = [make_statement(paper, one) for one in words]
    with Ledger.open(settings().database_url, clock=lambda: NOON) as opened:
        opened.append(make_capture(paper), paper, make_extraction(paper, statements))
    [id_] = [item["id"] for item in report_of(sayso)["pages"][0]["items"] if "ferry" in item["sentence"]]
    shown = sayso("show", id_[:14])[1].splitlines()
    assert [line.split(maxsplit=1)[1] for line in shown if line.startswith("claim ")] == list(words[:2])
    made = json.loads(sayso("show", id_[:14], "--format", "json")[1])
    assert (made["schema"], [one["claim"]["proposition"] for one in made["claims"]]) == (1, list(words[:2]))
    assert sayso("show", id_[:14], "--format", "svg")[2].startswith(
        "sayso: expected one claim to draw, found a sentence of 2: give the id of one: "
    )
    assert len(decided(sayso, id_[:14], "accept").splitlines()) == 2
    assert [item["sentence"] for item in report_of(sayso)["pages"][0]["items"]] == ["Rain fell."]


def test_show_tells_a_suggested_conflict_as_a_suggestion(ledger, sayso):
    shown = sayso("show", wire().claim.id)[1]
    assert "suggestion   conflicts: 30 people died\n" in shown
    assert f"{clash().id}, {UNSURE}, said later" in shown
    assert "\nconflicts " not in shown


def test_find_says_what_a_decision_is_about(ledger, sayso):
    decided(sayso, clash().id, "reject")
    decided(sayso, police().claim.id, "accept")
    decided(sayso, police().statement.id, "reject")
    rows = [line.split(maxsplit=1)[1] for line in sayso("find", "30 people")[1].splitlines() if line[:8] == "decision"]
    assert rows == [
        f"reject by Ana Lind of the link {clash().id}: we hold it on file",
        "accept by Ana Lind: we hold it on file",
        f"reject by Ana Lind of the statement {police().statement.id}: we hold it on file",
    ]


def test_what_another_version_read_otherwise_is_open_again(ledger, sayso):
    """The same engine again, which now reads differently what fell: an article captured with another title."""
    first = rain_twice()[0]
    decided(sayso, f"s-{first.claim.id}", "accept")
    assert report_of(sayso)["settled"]["sentences"] == 1
    renamed = first.article.model_copy(update={"title": "More rain"})
    otherwise = first.claim.model_copy(update={"proposition": "Rain fell again."})
    ledger.append(make_capture(renamed), renamed, make_extraction(renamed, [first.statement], claims=[otherwise]))
    made = report_of(sayso)
    assert made["settled"]["sentences"] == 0
    [item] = [item for page in made["pages"] for item in page["items"]]
    assert item["decisions"] == ["accept by Ana Lind: we hold it on file (when it was read otherwise)"]


def test_correct_can_be_decided_no_more_and_a_ledger_that_holds_it_is_read(ledger, sayso):
    code, _, err = sayso("decide", wire().claim.id, "correct", "--why", "x")
    assert code == 2
    assert "'correct' is not one of 'accept', 'confirm', 'reject', 'reopen'" in err
    ledger.decide(decision(wire().claim, "correct"))
    assert sayso("ledger", "verify")[0] == 0
    assert "decision     correct by Ada Lind: read both" in sayso("find", "12 people")[1]
    assert report_of(sayso)["settled"] == {"sentences": 0, "conflicts": 0, "clusters": 0}


def test_claims_that_overlap_are_not_told_as_linked_where_an_older_version_linked_them(sayso):
    paper = article("The Globe", "The ministry said that 12 people died.")
    statement = make_statement(paper, "The ministry said that 12 people died.")
    claims = [make_claim(paper, statement), make_claim(paper, statement, "12 people died")]
    old = Link(a=claims[0].id, b=claims[1].id, relation="conflicts", confidence=0.9)
    with Ledger.open(settings().database_url, clock=lambda: NOON) as opened:
        opened.append(make_capture(paper), paper, make_extraction(paper, [statement], claims=claims))
        opened.append_linking(Linking(linker=LINKER, links=(old,)))
    assert old.id not in sayso("show", claims[0].id)[1]
    assert json.loads(sayso("show", claims[0].id, "--format", "json")[1])["links"] == []
    assert [report_of(sayso, "--suggestions")[name] for name in ("conflicts", "withheld")] == [[], 0]
