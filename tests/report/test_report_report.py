"""The report as a value: what is listed, in which order, and what is only counted."""

from datetime import UTC, datetime

import pytest
from factories import ENGINE, make_article, make_dossiers, make_extraction, make_failure, make_hop, make_statement
from report_world import ARMS, WEEK, arms, place, plain, quiet, week

from sayso.report import Period, report
from sayso.report.model.counts import Aside, Counts
from sayso.report.model.listed_sentence import ListedSentence, PassagePiece, SentenceFinding
from sayso.report.model.report import Failure, Report
from sayso.report.sentences.passage import AROUND, WITHIN


def summary(made):
    return [
        (item.kind, tuple(one.reason for one in item.findings), item.sentence)
        for page in made.pages
        for item in page.items
    ]


def test_one_item_a_sentence_allegations_first_then_figures_passives_names_and_background():
    assert summary(report(arms())) == [
        (
            "allegation",
            ("alleged", "own-voice"),
            "Since the war began, Norland has sent Ostia trucks and, allegedly, missiles through a Southland dealer.",
        ),
        ("figure", ("own-voice",), "Ostia bought 40 trucks."),
        ("passive", ("own-voice",), "Another round has been agreed upon."),
        (
            "actor",
            ("unnamed",),
            "A senior official, who asked not to be named because the talks are secret, told The Courier that Norland "
            "paid for them.",
        ),
        ("actor", ("own-voice",), "Norland wants peace with Ostia."),
        ("actor", ("own-voice",), "Marta Lund leads the ministry."),
        ("background", ("own-voice",), "The harbour lies in a bay."),
        ("background", ("undetermined",), "The tone was friendly."),
    ]


def test_an_item_says_all_that_an_editor_needs():
    dossiers = arms()
    first = report(dossiers).pages[0].items[0]
    start, end = place("Since the war began, Norland has sent Ostia trucks")[0], place("Southland dealer.")[1]
    assert first == ListedSentence(
        id=f"s-{first.claims[0]}",
        start=start,
        end=end,
        segment="sentence",
        sentence=ARMS.text[start:end],
        kind="allegation",
        findings=(
            SentenceFinding(
                reason="alleged",
                words="missiles through a Southland dealer",
                why="An allegation (“allegedly”) that the article pins on nobody: no source given.",
            ),
            SentenceFinding(
                reason="own-voice",
                words="Since the war began, Norland has sent Ostia trucks",
                why="The article says so itself: no source given.",
            ),
        ),
        passage=(
            PassagePiece(words="The ministry of trade said that the harbour talks will go on. ", part="context"),
            PassagePiece(words="Since the war began, Norland has sent Ostia trucks", part="finding"),
            PassagePiece(words=" and, allegedly, ", part="sentence"),
            PassagePiece(words="missiles through a Southland dealer", part="finding"),
            PassagePiece(words=".", part="sentence"),
            PassagePiece(words=" Another round has been agreed upon. Ostia bought 40 trucks.", part="context"),
        ),
        names=("Norland", "Ostia", "Southland"),
        claims=tuple(one.claim.id for one in dossiers if start <= one.claim.spans[0].start < end),
    )


def test_those_who_only_say_it_are_not_listed_as_named_in_it():
    unnamed = next(item for item in report(arms()).pages[0].items if item.reason == "unnamed")
    assert unnamed.names == ("Norland",)


def test_the_head_counts_everything_once():
    made = week()
    assert (made.period, made.engines, made.read, made.clean, made.listed) == (WEEK, (ENGINE,), 3, 1, 9)
    assert made.failures == (Failure(file="empty.txt", why="expected text, found an empty file"),)
    assert made.counts == Counts(sourced=2, unnamed=1, none_given=10, undetermined=1)
    assert made.counts.claims == len([*arms(), *quiet(), *plain()])
    assert made.aside == Aside(captions=1, headlines=1)


def test_articles_stand_in_order_of_how_serious_they_are_and_those_with_nothing_to_list_have_no_page():
    assert [page.file for page in week().pages] == ["harbour.txt", "rain.txt"]


def test_nothing_read_is_a_report_too():
    assert report([]) == Report(
        period=Period(), engines=(), read=0, clean=0, failures=(), counts=Counts(), aside=Aside(), pages=()
    )


def test_articles_without_claims_count_as_read_where_the_caller_knows_of_them():
    made = report(quiet(), [make_failure()], read=5)
    assert (made.read, made.clean, len(made.failures)) == (5, 5, 1)


def test_a_headline_that_the_body_does_not_source_is_listed():
    article = make_article("Mayor stole the harbour money\nThe mayor said that rain fell.")
    statements = [
        make_statement(article, "Mayor stole the harbour money"),
        make_statement(article, "rain fell", chain=[make_hop(article, "The mayor")]),
    ]
    made = report(make_dossiers(article, make_extraction(article, statements, kinds={"Mayor": "headline"})))
    assert summary(made) == [("allegation", ("own-voice",), "Mayor stole the harbour money")]
    assert made.aside == Aside()


def test_a_headline_that_only_an_unnamed_source_covers_is_listed():
    article = make_article("Mayor stole harbour money\nAn aide said that the mayor stole the harbour money.")
    statements = [
        make_statement(article, "Mayor stole harbour money"),
        make_statement(
            article, "that the mayor stole the harbour money", chain=[make_hop(article, "An aide", anonymous=True)]
        ),
    ]
    made = report(make_dossiers(article, make_extraction(article, statements, kinds={"Mayor": "headline"})))
    assert {item.segment: item.reason for item in made.pages[0].items} == {
        "headline": "own-voice",
        "sentence": "unnamed",
    }


def test_a_claim_whose_sentence_is_not_known_is_shown_by_its_own_words():
    bare = [one.model_copy(update={"segment": None, "paragraph": None}) for one in plain()]
    [item] = report(bare).pages[0].items
    assert (item.segment, item.passage) == (None, (PassagePiece(words="Rain fell over the bay.", part="finding"),))


def test_a_statement_over_two_sentences_is_marked_in_each():
    article = make_article("It rains and rains. And it snows.")
    statement = make_statement(article, article.text)
    claims = [make_statement(article, words) for words in ("It rains", "it snows")]
    extraction = make_extraction(
        article,
        [statement],
        claims=[
            claim.model_copy(update={"statement": statement.id})
            for one in claims
            for claim in make_extraction(article, [one]).claims
        ],
    )
    items = report(make_dossiers(article, extraction)).pages[0].items
    assert [[piece.words for piece in item.passage if piece.part == "finding"] for item in items] == [
        ["It rains and rains."],
        ["And it snows."],
    ]
    assert [item.findings[0].words for item in items] == ["It rains and rains.", "And it snows."]


def test_a_paragraph_of_a_whole_book_is_cut_around_the_sentence():
    words = "Another word. " * 2000
    article = make_article(f"{words}Rain fell. {words}")
    made = report(make_dossiers(article, make_extraction(article, [make_statement(article, "Rain fell.")])))
    [item] = made.pages[0].items
    around = sum(len(piece.words) for piece in item.passage)
    assert around <= 2 * AROUND + WITHIN
    assert item.passage[0].words.startswith(("… word.", "… Another"))
    assert item.passage[-1].words.endswith(("word. …", "Another …"))


def test_a_sentence_of_a_whole_book_is_cut_and_says_so():
    article = make_article("word " * 5000)
    made = report(make_dossiers(article, make_extraction(article, [make_statement(article, article.text.strip())])))
    [item] = made.pages[0].items
    assert len(item.sentence) == WITHIN + 1
    assert item.sentence.endswith("…")


@pytest.mark.parametrize(
    ("limit", "shown", "left_out"),
    [(None, [8, 1], [0, 0]), (9, [8, 1], [0, 0]), (8, [8, 0], [0, 1]), (3, [3, 0], [5, 1]), (0, [0, 0], [8, 1])],
)
def test_the_most_serious_come_first_and_what_is_left_out_is_counted(limit, shown, left_out):
    made = week().top(limit)
    assert [len(page.items) for page in made.pages] == shown
    assert [page.left_out for page in made.pages] == left_out
    assert (made.listed, made.left_out) == (9, sum(left_out))
    assert made.counts == week().counts


def test_the_same_in_the_same_out():
    assert week() == week()
    assert report(iter(arms())) == report(arms())


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://globe.example/a?b=c", "https://globe.example/a?b=c"),
        ("http://globe.example", "http://globe.example"),
        ("javascript:alert(1)", None),
        ("JavaScript:alert(1)", None),
        ("data:text/html,x", None),
        ("//globe.example", None),
        ("https:", None),
        ("http://[", None),
        (None, None),
    ],
)
def test_only_addresses_a_browser_may_be_sent_to_become_links(url, link):
    page = report(arms()).pages[0].model_copy(update={"url": url})
    assert page.link == link


def test_a_period_needs_a_time_zone():
    with pytest.raises(ValueError, match="timezone"):
        Period(start=datetime(2022, 8, 8))
    assert Period(start=datetime(2022, 8, 8, tzinfo=UTC)).end is None


def test_words_that_no_screen_should_obey_are_shown_as_such():
    article = ARMS.model_copy(update={"text": "Rain \x1b[31m\u202efell.\nSun.", "title": "\x07A\nb "})
    made = report(
        make_dossiers(article, make_extraction(article, [make_statement(article, "Rain \x1b[31m\u202efell.")]))
    )
    [page] = made.pages
    assert (page.title, page.items[0].sentence) == ("\ufffdA b", "Rain \ufffd[31m\ufffdfell.")
