"""What statements stand on, and what they count as in reports and on pages."""

import pytest
from factories import make_article, make_hop, make_statement

from sayso.present.sourcing import PAGE_CLASSES, PAGE_SIGNS, PAGE_WORDS, basis, page_class, report_class

ARTICLE = make_article("Kremlin and aides said it.")
NAMED = make_hop(ARTICLE, "Kremlin")
UNNAMED = make_hop(ARTICLE, "aides", anonymous=True)
WANTED = {"mode": "attitude", "sourcing": "none-given"}
OPEN = {"sourcing": "undetermined"}

CASES = {
    "named": ([NAMED], {}, "named", "sourced", "named"),
    "unnamed": ([UNNAMED], {}, "unnamed", "unnamed", "unnamed"),
    "nobody": ([], {}, "none-given", "none-given", "own"),
    "wanted": ([NAMED], WANTED, "attitude", "none-given", "attitude"),
    "wanted, within a speech": ([NAMED], {"mode": "attitude"}, "attitude", "none-given", "attitude"),
    "wanted by unnamed people": ([UNNAMED], WANTED, "unnamed-attitude", "unnamed", "attitude"),
    "wanted, in own voice": ([], {"mode": "attitude", "holder": NAMED}, "attitude", "none-given", "attitude"),
    "wanted by unnamed people, in own voice": (
        [],
        {"mode": "attitude", "holder": UNNAMED},
        "unnamed-attitude",
        "unnamed",
        "attitude",
    ),
    "an act of unnamed people": ([], {"holder": UNNAMED}, "none-given", "none-given", "own"),
    "open": ([], OPEN, "undetermined", "undetermined", "open"),
    "open, perhaps somebody": ([NAMED], OPEN, "undetermined", "undetermined", "open"),
    "open, perhaps wanted": ([UNNAMED], OPEN | {"mode": "attitude"}, "undetermined", "undetermined", "open"),
}


@pytest.mark.parametrize(("chain", "known", "expected", "in_report", "on_page"), CASES.values(), ids=CASES)
def test_what_a_statement_stands_on(chain, known, expected, in_report, on_page):
    statement = make_statement(ARTICLE, "said it", chain=chain, **known)
    assert (basis(statement), report_class(statement), page_class(statement)) == (expected, in_report, on_page)


def test_every_class_of_a_page_has_words_and_a_sign_of_its_own():
    assert len(set(PAGE_SIGNS.values())) == len(set(PAGE_WORDS.values())) == len(PAGE_CLASSES)
    assert PAGE_SIGNS.keys() == PAGE_WORDS.keys() == set(PAGE_CLASSES)
