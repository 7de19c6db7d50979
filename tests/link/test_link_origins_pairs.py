"""Whether two claims lead back to one origin, and for whom a source speaks."""

import pytest
from by_installed import one_origin, standing
from origin_world import copied, document, outlet, person, pronoun, state, together, told, unnamed

PUTIN = person("Vladimir Putin", "Russian President Vladimir Putin", mention="He")
VIKTOROV = person("Anatoly Viktorov", "Russia's Ambassador to Israel, Anatoly Viktorov", mention="He")
BENNETT = person("Naftali Bennett", "Prime Minister Naftali Bennett")
A, B = told("Globe"), told("Post")

PAIRS = {
    "one source, two wires": (told("A", "Kremlin", "TASS"), told("B", "Kremlin", "Interfax"), True),
    "two sources, one wire": (told("A", "Ann Roe", "TASS"), told("B", "Bo Lind", "TASS"), False),
    "two sources on one page": (told("A", "Ann Roe"), told("A", "Bo Lind"), False),
    "a president and his ambassador": (told("A", PUTIN), told("B", VIKTOROV), True),
    "a ministry and its statement": (
        told("A", "Russian Foreign Ministry"),
        told("B", document("Russian Foreign Ministry", "a statement")),
        True,
    ),
    "a head of government whose country is not told": (told("A", PUTIN), told("B", BENNETT), None),
    "who says so and who denies it": (told("A", "Kremlin"), told("B", "Israeli Foreign Ministry", denied=True), False),
    "a surname and the whole name": (told("A", "Roe"), told("B", "Ann Roe"), True),
    "two with one surname": (told("A", "Ann Roe"), told("B", "Bo Roe"), False),
    "an unnamed source and the Kremlin": (told("A", unnamed("Russian source")), told("B", "Kremlin"), None),
    "one description twice": (told("A", unnamed("official")), told("B", unnamed("official")), None),
    "a capital and the ministry": (told("A", state("Moscow")), told("B", "Russian Foreign Ministry"), True),
    "two countries": (told("A", state("The United States")), told("B", state("Israel")), False),
    "somebody of whom only a pronoun tells": (told("A", pronoun("He")), told("B", "Ann Roe"), None),
    "officials of two countries": (told("A", unnamed("Russian official")), told("B", unnamed("US official")), False),
    "media and an agency": (told("A", unnamed("media", kind="news_outlet")), told("B", "Reuters"), None),
    "own voices": (A, B, None),
    "an own voice and a witness": (A, told("B", "Ann Roe"), None),
    "an outlet that others cite and a witness": (told("A", outlet("Globe newspaper")), told("B", "Ann Roe"), None),
    "who could not confirm it and a witness": (
        told("A", "Reuters", cue="could not confirm"),
        told("B", "Ann Roe"),
        None,
    ),
    "own voices of one owner": (told("The Sun"), told("The Wall Street Journal"), True),
    "unknown outlets": (told(None), told(None, page=2), None),
    "outlets whose names differ by a number": (
        told("A", outlet("Channel 12 News")),
        told("B", outlet("Channel 13 News")),
        None,
    ),
    "an unknown outlet and a known one": (told(None), told("Globe"), None),
    "an outlet and who cites it": (A, told("Post", outlet("Globe newspaper")), True),
    "a state's agency and an official of that state": (told("TASS"), told("B", unnamed("Russian official")), True),
    "a circle": (told("Globe", outlet("Post")), told("Post", outlet("Globe")), None),
    "two in one breath and one of them": (
        told("A", together("Vladimir Putin", "Isaac Herzog")),
        told("B", person("Isaac Herzog")),
        True,
    ),
}


@pytest.mark.parametrize(("a", "b", "known"), PAIRS.values(), ids=PAIRS)
def test_two_claims_have_one_origin_or_two_or_it_is_not_known(a, b, known):
    assert one_origin(a, b) is known
    assert one_origin(b, a) is known


def test_own_voices_whose_pages_share_text_have_one_origin():
    assert one_origin(A, B, [copied(A, B)]) is True


RUSSIA, ISRAEL, US = "government-of-russia", "government-of-israel", "us-government"


@pytest.mark.parametrize(
    ("words", "families", "countries", "official"),
    [
        ("Russian President Vladimir Putin", {RUSSIA}, {"RU"}, True),
        ("the president of Russia", {RUSSIA}, {"RU"}, True),
        ("Russia's Ambassador to Israel, Anatoly Viktorov", {RUSSIA}, {"RU"}, True),
        ("his Israeli counterpart Isaac Herzog", {ISRAEL}, {"IL"}, True),
        ("Deputy Chairman of the Russian Security Council Dmitry Medvedev", {RUSSIA}, {"RU"}, True),
        ("Kremlin spokesman Dmitry Peskov", {RUSSIA}, {"RU"}, True),
        ("three senior U.S. defense officials", {US}, {"US"}, True),
        ("Belgian officials", {"government:belgian"}, set(), True),
        ("a Hamas official", {"hamas"}, {"PS"}, False),
        ("a Palestinian official", set(), {"PS"}, True),
        ("Prime Minister Naftali Bennett", set(), set(), True),
        ("another senior Russian source", set(), {"RU"}, False),
        ("a source close to the Kremlin", set(), {"RU"}, False),
        ("Kremlin critic Alexei Navalny", set(), {"RU"}, False),
        ("Russian opposition leader Alexei Navalny", set(), {"RU"}, False),
        ("former Israeli Prime Minister Benjamin Netanyahu", set(), {"IL"}, False),
        ("the bank's president Ann Roe", set(), set(), False),
        ("farmer Ivan Petrov", set(), set(), False),
    ],
)
def test_affiliation_is_read_from_the_words(words, families, countries, official):
    found = standing(words)
    assert (found.families, found.countries, found.official) == (families, countries, official)
