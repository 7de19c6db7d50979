"""The page on which a person checks an extraction: its text is the article's, its marks are the extraction's."""

import re

import pytest
from factories import find, make_article, make_capture, make_claim, make_extraction, make_hop, make_statement
from tree import Tree

from sayso.export.html import UnreadFile, closing, contents, opening, section
from sayso.export.html.text_rows import SLOTS
from schemas import EngineVersion, Member, Occasion, Resolution

TEXT = (
    "Talks in Sochi\n\nThe Kremlin said trade had grown. It added that talks were useful, TASS reported.\n"
    "An official, who was not allowed to speak, said on Monday “the roof” had allegedly given “way”.\r\n\r\n"
    "Rain fell. Perhaps more will.  Liberman wants peace.\n\nFollow us\n"
)


@pytest.fixture(scope="module")
def article():
    return make_article(TEXT, url="https://globe.example/talks", published="2022-08-09")


@pytest.fixture(scope="module")
def extraction(article):
    kremlin = make_hop(article, "The Kremlin", name="Kremlin", cue="said")
    resolved = Resolution(mention=find(article, "The Kremlin"), confidence=0.7)
    it = make_hop(article, "It", name="Kremlin", resolved_from=resolved, cue="added")
    tass = make_hop(article, "TASS", role="relay")
    official = make_hop(article, "An official", anonymous=True, reason="who was not allowed to speak", number="several")
    liberman = make_hop(article, "Liberman", inherited=True)
    both = make_hop(
        article,
        "Liberman",
        members=(
            Member(name="Liberman", mention=find(article, "Liberman")),
            Member(name="experts", mention=find(article, "Rain"), anonymous=True),
        ),
    )
    statements = [
        make_statement(article, "trade had grown", chain=[kremlin], cue="said", manner="indirect", stance="factive"),
        make_statement(article, "that talks were useful", chain=[it, tass], confidence=0.5, polarity="denied"),
        make_statement(
            article, "“the roof”", "given “way”", chain=[official], manner="mixed", stance="doubt", hedge="allegedly",
            occasion=Occasion(when=find(article, "Monday")),
        ),
        make_statement(article, "Rain fell."),
        make_statement(article, "Perhaps more will.", chain=[both], sourcing="undetermined"),
        make_statement(article, "peace", chain=[liberman], mode="attitude", sourcing="none-given", cue="wants"),
    ]  # fmt: skip
    kinds = {"Talks in": "headline", "Follow": "boilerplate"}
    claims = [make_claim(article, one) for one in statements[:5]]
    return make_extraction(article, statements, claims=claims, kinds=kinds)


@pytest.fixture(scope="module")
def tree(article, extraction):
    made = section(make_capture(article, "in/talks.txt"), article, extraction)
    return Tree(opening() + made.html + closing([made.entry]))


def made(article, *statements, **known):
    return section(make_capture(article), article, make_extraction(article, statements, **known))


def notes(tree):
    return [" ".join(one["text"].split()) for one in tree.of("note")]


def test_the_text_is_the_articles_to_the_last_line_break(tree):
    assert tree.text("text") == TEXT


def test_beside_each_statement_stands_who_says_so_and_how(tree):
    assert notes(tree) == [
        "1● Kremlin in other words · “said” · stated as a fact · 100% sure 1 claim trade had grown",
        "2● Kremlin via TASS denied · 50% sure “It” taken for “The Kremlin”, 70% sure 1 claim that talks were useful",
        "3○ unnamed: An official partly quoted · put in doubt · in 2 parts · 100% sure "
        "hedged: “allegedly”, when: “Monday” several unnamed not named because “who was not allowed to speak” "
        "1 claim “the roof” ... given “way”",
        "4□ no source given 100% sure 1 claim Rain fell.",
        "5? perhaps Liberman and unnamed: experts 100% sure 1 claim Perhaps more will.",
        "6◇ Liberman wants or thinks · “wants” · 100% sure “Liberman” carried over from another sentence",
    ]


ENGINES = {
    "of today": ({"rules": "u" * 64, "libraries": ("spacy 3.8.18",)}, ", rules uuuuuuuuuuuu."),
    "of before the rules were recorded": ({}, "."),
}


@pytest.mark.parametrize(("known", "told"), ENGINES.values(), ids=ENGINES)
def test_the_page_ends_with_what_read_it(known, told):
    article = make_article("Rain fell.")
    engine = EngineVersion(sayso="0.1.0", model="m" * 64, registry="r" * 64, **known)
    [line] = Tree(made(article, make_statement(article, "Rain fell."), engine=engine).html).of("engine")
    expected = f"Read by Sayso 0.1.0, model {'m' * 12}, sources {'r' * 12}{told}"
    assert line["text"].strip() == f"The last link of every chain is the page itself: The Daily Globe. {expected}"


def test_statements_are_marked_with_their_kind_their_number_and_a_sign(tree):
    marked = [(one["text"], one["class"].split()[2:]) for one in tree.of("s")]
    assert marked == [
        ("trade had grown", ["k1", "named"]),
        ("that talks were useful", ["k2", "named", "unsure"]),
        ("“the roof”", ["k3", "unnamed"]),
        ("given “way”", ["k3", "unnamed"]),
        ("Rain fell.", ["k4", "own"]),
        ("Perhaps more will.", ["k5", "open"]),
        ("peace", ["k6", "attitude"]),
    ]
    signs = [(one["data-n"], one["aria-label"]) for one in tree.of("n")]
    assert signs[1:4] == [
        ("2●", "2, named source"),
        ("3○", "3, unnamed source"),
        ("…3○", "3, unnamed source, continued"),
    ]


def test_the_words_that_a_statement_rests_on_are_lit_with_it(tree):
    lit = {n: [(one["text"], one["class"].split()[1]) for one in tree.of(f"w{n}")] for n in (1, 2, 3)}
    assert lit == {
        1: [("The Kremlin", "source"), ("said", "cue")],
        2: [("The Kremlin", "source"), ("It", "source"), ("added", "cue"), ("TASS", "source")],
        3: [
            ("An official", "source"),
            ("who was not allowed to speak", "detail"),
            ("Monday", "detail"),
            ("allegedly", "detail"),
        ],
    }


def test_a_reporting_clause_lights_its_statement_and_not_those_that_only_mean_it(tree):
    assert {one["text"]: re.findall(r"k\d+", one["class"]) for one in tree.of("w") if "k" in one["class"].split()} == {
        "The Kremlin": ["k1"],
        "said": ["k1"],
        "It": ["k2"],
        "added": ["k2"],
        "TASS": ["k2"],
        "An official": ["k3"],
        "Liberman": ["k5", "k6"],
        "wants": ["k6"],
    }


def test_every_link_leads_to_a_place_on_the_page_and_no_place_is_there_twice(tree):
    ids = [one["id"] for one in tree.elements if "id" in one]
    inner = [one["href"][1:] for one in tree.elements if one["tag"] == "a" and one["href"].startswith("#")]
    assert len(ids) == len(set(ids))
    assert set(inner) <= set(ids)
    assert [one["href"] for one in tree.elements if one["tag"] == "a" and one["href"][0] != "#"] == [
        "https://globe.example/talks"
    ]


def test_what_makes_no_claims_is_told_apart(tree):
    assert (tree.text("boilerplate"), tree.text("headline")) == ("Follow us", "Talks in Sochi")


def test_a_quotation_over_sentences_is_one_stretch():
    article = make_article("“It grew. It shrank,” he said.")
    one = make_statement(article, "“It grew.", "It shrank,”", chain=[make_hop(article, "he")])
    assert [each["text"] for each in Tree(made(article, one).html).of("s")] == ["“It grew. It shrank,”"]


def test_a_long_paragraph_is_cut_between_sentences_so_that_notes_stay_near():
    article = make_article(" ".join(f"Fact {number} is so." for number in range(12)))
    tree = Tree(made(article, *(make_statement(article, f"Fact {number} is so.") for number in range(12))).html)
    rows = [one["text"] for one in tree.of("row")]
    assert len(rows) > 2
    assert all(row.startswith("Fact") for row in rows)
    assert tree.text("text") == article.text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>alert(1)</script> & \"'", "<script>alert(1)</script> & \"'"),
        ("abc \u202egnp.exe \u2066x\u2069", "abc \u202egnp.exe \u2066x\u2069"),
        ("\x1b[31mred \x07", "\x1b[31mred \x07"),
        ("a\r\nb\r\n\r\nc\td  e", "a\r\nb\r\n\r\nc\td  e"),
        ("a\x00b \x9b \ufffe \ud800", "a\ufffdb \ufffd \ufffd \ufffd"),
        ("\n\n  ", "\n\n  "),
        ("", ""),
    ],
    ids=["markup", "turned around", "terminal codes", "white space", "not to be carried", "blank", "empty"],
)
def test_hostile_text_is_shown_and_obeyed_by_nobody(text, shown):
    article = make_article(text, title="<b>\u202e\x1b", outlet="<i>", url="javascript:alert(1)")
    whole = find(article, text.strip()) if text.strip() else None
    page = made(article, *([make_statement(article, whole.words)] if whole else [])).html
    tree = Tree(page)
    assert tree.text("text") == shown
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page.replace("\t", ""))
    assert {"script", "b"} & {one["tag"] for one in tree.elements if "hidden" not in one} == set()
    assert [one["href"] for one in tree.elements if one["tag"] == "a" and one["href"][0] != "#"] == []


def test_a_page_loads_nothing_and_runs_nothing(tree):
    policy = next(one["content"] for one in tree.elements if one.get("http-equiv") == "Content-Security-Policy")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    assert not {"script", "link", "img", "iframe", "form"} & {one["tag"] for one in tree.elements}
    style = "".join(one["text"] for one in tree.elements if one["tag"] == "style")
    assert not re.search(r"url\(|@import", style)


def test_several_articles_share_a_page_with_a_list_and_what_could_not_be_read():
    articles = [make_article(f"Rain fell in {place}.", title=place) for place in ("Oslo", "Bergen")]
    sections = [
        section(make_capture(one), one, make_extraction(one, [make_statement(one, one.text)]), number)
        for number, one in ((1, articles[0]), (3, articles[1]))
    ]
    failures = [UnreadFile("bad.txt", "expected text")]
    tree = Tree(opening() + "".join(one.html for one in sections) + closing([one.entry for one in sections], failures))
    listed = [(one["href"], one["text"]) for one in tree.elements if one.get("href") in ("#a1", "#a3")]
    assert listed == [("#a1", "Oslo"), ("#a3", "Bergen")]
    assert "bad.txt expected text" in " ".join(tree.text("failures").split())
    ids = [one["id"] for one in tree.elements if "id" in one]
    assert len(ids) == len(set(ids))
    pages = Tree(contents([("oslo.html", sections[0].entry)], failures))
    assert [one["href"] for one in pages.elements if one["tag"] == "a"] == ["oslo.html"]


def test_a_long_article_is_made_in_parts_whose_slots_are_few():
    count = 3 * SLOTS
    article = make_article("\n".join(f"He{number} said fact{number} is so." for number in range(count)))
    hop = make_hop(article, "He0")
    statements = [make_statement(article, f"fact{number} is so.", chain=[hop]) for number in range(count)]
    tree = Tree(made(article, *statements).html)
    slots = [int(slot) for one in tree.of("k") for slot in re.findall(r"\bk(\d+)", one["class"])]
    assert (len(tree.of("p")), max(slots), len(tree.of("note"))) == (3, SLOTS, count)
    assert [len(one["class"].split()) for one in tree.of("source")] == [SLOTS * 2 + 3]
    assert tree.text("text") == article.text


def test_an_article_that_claims_nothing_is_there_all_the_same():
    assert "Nothing in it makes a claim." in made(make_article("")).html
