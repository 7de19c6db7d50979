"""What a step accepts, and the one sentence it fails with."""

import re
from functools import partial

import pytest
from factories import find, make_article, make_claim, make_extraction, make_hop, make_statement
from installed import registry

from sayso.testing.article_reading import ArticleReading
from schemas import Member, Resolution

TEXT = """The ferry is late, the Kremlin said, TASS reported. He said that the pier
is closed. It has two berths, allegedly. An engineer told NYT that the crane leans. Ann Roe and Bo Lind
want a bridge, they said. Nobody paid, the owner denied. The gulls are loud.
Follow us."""


@pytest.fixture
def reading():
    article = make_article(TEXT)
    hop = partial(make_hop, article)
    nyt = hop("NYT", role="relay", name="The New York Times", registry="the-new-york-times")
    he = hop(
        "He",
        name="Ivan Doe",
        kind="person",
        resolved_from=Resolution(mention=find(article, "the Kremlin"), confidence=0.8),
    )
    both = tuple(Member(name=name, mention=find(article, name)) for name in ("Ann Roe", "Bo Lind"))
    statements = [
        make_statement(
            article, "The ferry is late", chain=[hop("the Kremlin", name="Kremlin"), hop("TASS", role="relay")]
        ),
        make_statement(article, "the pier\nis closed", chain=[he]),
        make_statement(article, "It has two berths", hedge="allegedly"),
        make_statement(article, "the crane leans", chain=[hop("An engineer", anonymous=True), nyt], manner="direct"),
        make_statement(article, "want a bridge", chain=[hop("they", name=None, members=both, inherited=True)]),
        make_statement(article, "Nobody paid", chain=[hop("the owner")], polarity="denied"),
        make_statement(article, "The gulls are loud", sourcing="undetermined"),
    ]
    claims = [make_claim(article, statement) for statement in statements]
    return ArticleReading(article, make_extraction(article, statements, claims=claims), "a.txt", registry)


@pytest.mark.parametrize(
    "step",
    {
        "by name, with its relay": lambda r: r.expect("The ferry is late", names=["Kremlin"], relays=["TASS"]),
        "by the words that name it": lambda r: r.expect("ferry is", names=["the KREMLIN"], relays=["tass"]),
        "over a line break": lambda r: r.expect("the pier is closed", names=["Ivan Doe"]),
        "by the words that a pronoun stands for": lambda r: r.expect("is closed", names=["Kremlin"]),
        "by an alias in the registry": lambda r: r.expect("crane", unnamed="engineer", relays=["New York Times"]),
        "unnamed, whoever it is": lambda r: r.expect("crane", unnamed="", relays=["NYT"]),
        "jointly, in any order": lambda r: r.expect("want a bridge", names=["Bo Lind", "Ann Roe"]),
        "denied": lambda r: r.expect("Nobody paid", names=["owner"], denied=True),
        "without somebody": lambda r: r.expect_without("The ferry is late", "reporters"),
        "no source": lambda r: r.expect_sourcing("two berths", "none-given"),
        "undetermined": lambda r: r.expect_sourcing("gulls", "undetermined"),
        "alleged": lambda r: r.expect_alleged("two berths"),
        "no claim": lambda r: r.expect_no_claim("Follow us."),
        "the words that name it": lambda r: r.expect_mention("is closed", "He"),
        "over quotation marks that the article does not have": lambda r: r.expect(
            "The “ferry' is late", names=["Kremlin"], relays=["TASS"]
        ),
        "by a surname": lambda r: r.expect("the pier", names=["doe"]),
        "a quotation": lambda r: r.expect_quoted("the crane leans"),
        "nothing of somebody": lambda r: r.expect_nothing_of("Eva Moe"),
        "as many claims without a source": lambda r: r.expect_at_most(1),
        "many at once": lambda r: r.expect_rows(
            [
                ["The ferry is late", "the Kremlin via TASS"],
                ["the crane leans", "direct quotation of an unnamed engineer via “NYT”"],
                ["want a bridge", '"Bo Lind" and "Ann Roe"'],
                ["Nobody paid", "denied by the owner"],
                ["two berths", "no source given"],
                ["It has two", "Alleged without a source"],
                ["gulls", "undetermined"],
                ["Follow us", "no claim"],
            ]
        ),
        "carried over": lambda r: r.expect_inherited("want a bridge"),
    }.items(),
    ids=lambda step: step[0],
)
def test_what_stands_in_the_reading_is_accepted(reading, step):
    step[1](reading)


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (
            lambda r: r.expect("The ferry is late", names=["Kremlin"]),
            'expected “The ferry is late” to stand on "Kremlin", found "Kremlin" via "TASS", '
            "in a.txt, paragraph 1, line 1, characters {}",
        ),
        (
            lambda r: r.expect("The ferry is late", names=["TASS"], relays=["Kremlin"]),
            'expected “The ferry is late” to stand on "TASS" via "Kremlin", found "Kremlin" via "TASS", '
            "in a.txt, paragraph 1, line 1, characters {}",
        ),
        (
            lambda r: r.expect("crane", names=["An engineer"], relays=["NYT"]),
            'expected “crane” to stand on "An engineer" via "NYT", '
            'found an unnamed "An engineer" via "The New York Times", in a.txt, paragraph 2, line 2, characters {}',
        ),
        (
            lambda r: r.expect("want a bridge", names=["Ann Roe"]),
            'expected “want a bridge” to stand on "Ann Roe", found "Ann Roe" and "Bo Lind", '
            "in a.txt, paragraph 3, line 3, characters {}",
        ),
        (
            lambda r: r.expect("Nobody paid", names=["owner"]),
            'expected “Nobody paid” to stand on "owner", found denied by "the owner", '
            "in a.txt, paragraph 3, line 3, characters {}",
        ),
        (
            lambda r: r.expect("two berths", unnamed=""),
            "expected “two berths” to stand on an unnamed source, found no source given, "
            "in a.txt, paragraph 2, line 2, characters {}",
        ),
        (
            lambda r: r.expect_without("The ferry is late", "TASS"),
            'expected “The ferry is late” not to stand on "TASS", found "Kremlin" via "TASS", '
            "in a.txt, paragraph 1, line 1, characters {}",
        ),
        (
            lambda r: r.expect_sourcing("gulls", "none-given"),
            "expected “gulls” to have no source given, found undetermined, "
            "in a.txt, paragraph 3, line 3, characters {}",
        ),
        (
            lambda r: r.expect_alleged("gulls"),
            "expected “gulls” to have no source given, found undetermined, "
            "in a.txt, paragraph 3, line 3, characters {}",
        ),
        (
            lambda r: r.expect_no_claim("gulls"),
            "expected “gulls” to make no claim, found the claim “The gulls are loud”, "
            "in a.txt, paragraph 3, line 3, characters {}",
        ),
        (
            lambda r: r.expect_mention("is closed", "Ivan Doe"),
            "expected the source of “is closed” to be named by “Ivan Doe”, found “He”, "
            "in a.txt, paragraph 2, line 2, characters {}",
        ),
        (
            lambda r: r.expect_inherited("is closed"),
            "expected the source of “is closed” to be carried over, found it named on the spot, "
            "in a.txt, paragraph 2, line 2, characters {}",
        ),
        (
            lambda r: r.expect_inherited("gulls"),
            "expected a source of “gulls”, found undetermined, in a.txt, paragraph 3, line 3, characters {}",
        ),
        (
            lambda r: r.expect_sourcing("Follow us", "none-given"),
            "expected “Follow us” in one statement, found none, in a.txt, paragraph 4, line 4, characters {}",
        ),
        (
            lambda r: r.expect_sourcing("is late, the Kremlin", "none-given"),
            "expected “is late, the Kremlin” within one statement, found “the Kremlin” outside of it: quote less, "
            "in a.txt, paragraph 1, line 1, characters {}",
        ),
        (
            lambda r: r.expect_sourcing("closed. It has", "none-given"),
            'expected “closed. It has” in one statement, found 2: “the pier is closed” ("Ivan Doe", paragraph 1); '
            "“It has two berths” (no source given, paragraph 2), in a.txt, paragraph 2, line 2, characters {}",
        ),
        (
            lambda r: r.expect_quoted("The ferry is late"),
            "expected “The ferry is late” to be a direct quotation, found it outside of quotation marks, "
            "in a.txt, paragraph 1, line 1, characters {}",
        ),
        (
            lambda r: r.expect("the pier", names=["Roe"]),
            'expected “the pier” to stand on "Roe", found "Ivan Doe", in a.txt, paragraph 1, line 1, characters {}',
        ),
        (
            lambda r: r.expect_nothing_of("TASS"),
            'expected nothing attributed to "TASS", found “The ferry is late” ("Kremlin" via "TASS", paragraph 1), '
            "in a.txt",
        ),
        (
            lambda r: r.expect_at_most(0),
            "expected at most 0 claims without a source, found 1: “It has two berths” (paragraph 2), in a.txt",
        ),
        (
            lambda r: r.expect_rows([["The gulls", "TASS"], ["two berths", "Ann Roe"]]),
            'expected “The gulls” to stand on "TASS", found undetermined, '
            "in a.txt, paragraph 3, line 3, characters {}\n"
            'expected “two berths” to stand on "Ann Roe", found no source given, '
            "in a.txt, paragraph 2, line 2, characters 92 to 102",
        ),
        (
            lambda r: r.expect_rows([["The gulls", ""]]),
            "expected words, and who says so, in each row of the table, found “The gulls | ”, in the feature",
        ),
        (
            lambda r: r.expect_no_claim("said"),
            "expected “said” once, found 3 matches, in a.txt: quote more of it; it stands in: "
            "“The ferry is late, the Kremlin said, TASS reported.” (paragraph 1); "
            "“He said that the pier” (paragraph 1); “want a bridge, they said.” (paragraph 3)",
        ),
        (
            lambda r: r.expect_no_claim("the crane sways"),
            "expected “the crane sways” once, found no match, in a.txt: quote the article's own words; nearest: "
            "“An engineer told NYT that the crane leans.” (paragraph 2); "
            "“The gulls are loud.” (paragraph 3)",
        ),
    ],
)
def test_what_does_not_is_told_in_one_sentence(reading, step, sentence):
    with pytest.raises(pytest.fail.Exception) as failure:
        step(reading)
    if "{}" in sentence:
        quoted = r"\s+".join(map(re.escape, re.findall("“(.+?)”", sentence)[0].split()))
        [place] = re.finditer(quoted, TEXT)
        sentence = sentence.format(f"{place.start()} to {place.end()}")
    assert str(failure.value) == sentence
    assert failure.value.pytrace is False
