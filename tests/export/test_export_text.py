"""What a person at a terminal reads."""

from factories import make_article, make_extraction, make_hop, make_statement

from sayso.export import text

ARTICLE = make_article(
    "Kremlin and TASS and a senior Russian source and Asharq Al-Awsat and he and Putin and Herzog, aides "
    "allegedly said it.",
    title="Who says so",
    published="2022-08-09",
)
KREMLIN = make_hop(ARTICLE, "Kremlin")


def test_statements_in_text_order_under_who_says_so():
    statements = [make_statement(ARTICLE, "allegedly said it."), make_statement(ARTICLE, "Putin", chain=[KREMLIN])]
    assert text(ARTICLE, make_extraction(ARTICLE, statements)) == (
        "Who says so\nThe Daily Globe · 2022-08-09\n"
        "\nKremlin\n    Putin\n"
        "\nno source given\n    allegedly said it.\n"
    )  # fmt: skip


def test_lines_keep_to_the_width_and_white_space_is_evened_out():
    article = make_article("word\n\n" * 40)
    printed = text(article, make_extraction(article, [make_statement(article, article.text)]), width=30)
    assert max(map(len, printed.splitlines())) <= 30
    assert printed.count("word") == 40


def test_an_article_without_claims_says_so():
    article = make_article("Follow us", title=None, outlet=None)
    assert text(article, make_extraction(article)) == "untitled\n\nnothing that makes a claim\n"


def test_what_a_terminal_would_obey_is_shown_and_not_obeyed():
    article = make_article(
        "Red \x1b[31malert\x07 \x9b2J\u202egnp.exe\u2066 \x00 שלום", title="\x1b]0;owned\x07", outlet="\x1bc"
    )
    source = make_hop(article, "\x1b[31malert\x07")
    printed = text(article, make_extraction(article, [make_statement(article, article.text, chain=[source])]))
    assert printed == (
        "\\x1b]0;owned\\x07\n\\x1bc\n"
        "\n\\x1b[31malert\\x07\n"
        "    Red \\x1b[31malert\\x07 \\x9b2J\\u202egnp.exe\\u2066 \\x00 שלום\n"
    )  # fmt: skip
