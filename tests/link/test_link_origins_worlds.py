"""On how many independent origins a claim rests, in small worlds where that is known by construction."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from by_installed import origins
from origin_world import copied, credit, document, ids, outlet, person, together, told, unnamed

from schemas import Credit, Derivation, PublishedClaim


@dataclass
class World:
    """Pages that say the same, what is known of their texts, on how many origins they rest, and why."""

    pages: Sequence[PublishedClaim]
    count: int
    sentence: str
    derivations: Sequence[Derivation] = ()
    credits: Sequence[Credit] = ()


PUTIN = person("Vladimir Putin", "Russian President Vladimir Putin", mention="He")
VIKTOROV = person("Anatoly Viktorov", "Russia's Ambassador to Israel, Anatoly Viktorov", mention="He")
HERZOG = person("Isaac Herzog", "Israel's President Isaac Herzog", mention="He")
MEDVEDEV = person("Dmitry Medvedev", "Deputy Chairman of the Russian Security Council Dmitry Medvedev")
RUSSIAN = unnamed("senior Russian official")
ANOTHER = unnamed("another senior Russian source")
PMO = "Israeli Prime Minister's Office"
PRESIDENTS = together("Vladimir Putin", "Isaac Herzog")
BODIES = together("Kremlin", PMO, kind="government")
GLOBE, POST, HERALD = (told(name) for name in ("Globe", "Post", "Herald"))
LATER, EARLIER = told("Globe", on="2024-05-03"), told("Post", on="2024-05-01T08:00:00")
TASS_PAGE = told("TASS", "Kremlin")
CIRCLE = [told("Globe", outlet("Post"), on="2024-05-02"), told("Post", outlet("Globe"), on="2024-05-03")]
BEFORE, UNDATED = told("Herald", on="2024-05-01"), told("Courier")
SELF_CITED = told("Globe", outlet("Globe"))
CITING, CITING_TOO = told("Herald", outlet("Globe")), told("Courier", outlet("Globe"))
ROE = told("Post", "Ann Roe")

WORLDS = {
    # wires
    "an echo of one wire": World(
        [told(name, "TASS") for name in ("Globe", "Post", "Herald", "Courier", "Ledger")],
        1,
        "At least one known independent origin: TASS. All five pages go back to TASS.",
    ),
    "one source over two agencies": World(
        [told("Globe", "Kremlin", "TASS"), told("Post", "Kremlin", "Interfax")],
        1,
        "At least one known independent origin: Kremlin. Both pages go back to Kremlin, carried by Interfax and TASS.",
    ),
    "five pages, all through one wire": World(
        [told(f"Paper {name}", f"{name} Roe", "TASS") for name in ("Ann", "Bo", "Cy", "Di", "Ed")],
        1,
        "At least one known independent origin: Ann Roe. All five pages go through TASS.",
    ),
    "a wire's page and those who cite it": World(
        [TASS_PAGE, told("Globe", "TASS"), told("Post", "Kremlin", "Interfax")],
        1,
        "At least one known independent origin: Kremlin. All three pages go back to Kremlin, carried by Interfax.",
    ),
    "pages with one wire's credit": World(
        [GLOBE, POST],
        1,
        "At least one known independent origin: Reuters. Both pages go back to Reuters.",
        credits=[credit(GLOBE, "Reuters"), credit(POST, "Reuters")],
    ),
    "a page made with a wire's material": World(
        [GLOBE, told("Post", "Reuters")],
        1,
        "At least one known independent origin: Reuters. Both pages may go back to Reuters.",
        credits=[credit(GLOBE, "Reuters", "part")],
    ),
    "two witnesses, each through a wire": World(
        [told("Globe", "Ann Roe", "Reuters"), told("Post", "Bo Lind", "Interfax")],
        2,
        "At least two known independent origins: Ann Roe and Bo Lind.",
    ),
    # governments and owners
    "media of one state": World(
        [told("TASS"), told("RIA Novosti"), told("Globe", "Kremlin", "Interfax")],
        1,
        "At least one known independent origin: the Government of Russia. Kremlin, RIA Novosti and TASS all speak"
        " for the Government of Russia.",
    ),
    "witnesses through media of one state": World(
        [told("Globe", "Ann Roe", "TASS"), told("Post", "Bo Lind", "RIA Novosti")],
        1,
        "At least one known independent origin: Ann Roe. Both pages go through media of the Government of Russia.",
    ),
    "two papers of one owner": World(
        [told("The Sun"), told("The Wall Street Journal")],
        0,
        "No known independent origin: two pages name no source.",
    ),
    "a president and his ambassador": World(
        [told("Globe", PUTIN), told("Post", VIKTOROV)],
        1,
        "At least one known independent origin: the Government of Russia. Anatoly Viktorov and Vladimir Putin "
        "both speak for the Government of Russia.",
    ),
    "a ministry's statement and an official": World(
        [told("Globe", document("Russian Foreign Ministry", "a foreign ministry statement")), told("Post", MEDVEDEV)],
        1,
        "At least one known independent origin: the Government of Russia. Dmitry Medvedev and Russian Foreign "
        "Ministry both speak for the Government of Russia.",
    ),
    "a surname of whom another page tells more": World(
        [told("Globe", "Putin"), told("Post", PUTIN), told("Herald", VIKTOROV)],
        1,
        "At least one known independent origin: the Government of Russia. Anatoly Viktorov and Vladimir Putin "
        "both speak for the Government of Russia.",
    ),
    "two presidents": World(
        [told("Globe", PUTIN), told("Post", HERZOG)],
        2,
        "At least two known independent origins: Isaac Herzog and Vladimir Putin.",
    ),
    "a prime minister of a country that is not told": World(
        [told("Globe", PUTIN), told("Post", person("Naftali Bennett", "Prime Minister Naftali Bennett"))],
        1,
        "At least one known independent origin: Naftali Bennett. It is not known whether Naftali Bennett and "
        "Vladimir Putin speak for different governments.",
    ),
    "a critic of the Kremlin": World(
        [told("Globe", "Kremlin"), told("Post", person("Ann Roe", "Kremlin critic Ann Roe"))],
        2,
        "At least two known independent origins: Ann Roe and Kremlin.",
    ),
    # one side's word for both
    "a readout by one side": World(
        [told("Globe", PRESIDENTS, "Kremlin", "TASS"), told("Post", HERZOG, "Kremlin")],
        1,
        "At least one known independent origin: Kremlin. Both pages go back to Kremlin, carried by TASS.",
    ),
    "a readout by each side": World(
        [told("Globe", PRESIDENTS, "Kremlin"), told("Post", PRESIDENTS, PMO)],
        2,
        "At least two known independent origins: Israeli Prime Minister's Office and Kremlin.",
    ),
    "two presidents in one breath": World(
        [told("Globe", PRESIDENTS), told("Post", PRESIDENTS)],
        1,
        "At least one known independent origin: Vladimir Putin and Isaac Herzog. Both pages go back to Vladimir "
        "Putin and Isaac Herzog.",
    ),
    "a joint statement that both issue": World(
        [told("Globe", BODIES), told("Post", BODIES)],
        2,
        "At least two known independent origins: Israeli Prime Minister's Office and Kremlin.",
    ),
    "a joint statement on one page": World(
        [told("Globe", BODIES)],
        2,
        "At least two known independent origins: Israeli Prime Minister's Office and Kremlin.",
    ),
    "a denial": World(
        [told("Globe", "Kremlin"), told("Post", "Israeli Foreign Ministry", denied=True)],
        1,
        "At least one known independent origin: Kremlin. Israeli Foreign Ministry denies it.",
    ),
    "a negation that could mean the same": World(
        [told("Globe", "Kremlin"), told("Post", "Ann Roe", negated=True)],
        1,
        "At least one known independent origin: Kremlin. Whether Ann Roe says the same is not known.",
    ),
    "two denials": World(
        [told("Globe", "Kremlin", denied=True), told("Post", "Israeli Foreign Ministry", denied=True)],
        2,
        "At least two known independent origins: Israeli Foreign Ministry and Kremlin.",
    ),
    # unnamed
    "unnamed twice": World(
        [told("Globe", ANOTHER, "Asharq Al-Awsat"), told("Post", RUSSIAN)],
        1,
        "At least one known independent origin: unnamed “another senior Russian source”. Unnamed “another senior "
        "Russian source” could be unnamed “senior Russian official”.",
    ),
    "an unnamed official and the Kremlin": World(
        [told("Globe", RUSSIAN), told("Post", "Kremlin")],
        1,
        "At least one known independent origin: the Government of Russia. Kremlin and unnamed “senior Russian "
        "official” both speak for the Government of Russia.",
    ),
    "an unnamed source and the Kremlin": World(
        [told("Globe", ANOTHER), told("Post", "Kremlin")],
        1,
        "At least one known independent origin: Kremlin. Unnamed “another senior Russian source” could be Kremlin.",
    ),
    "officials of two countries": World(
        [told("Globe", RUSSIAN), told("Post", unnamed("Israeli official"))],
        2,
        "At least two known independent origins: unnamed “Israeli official” and unnamed “senior Russian official”.",
    ),
    "an official who could be of either country": World(
        [told("Globe", RUSSIAN), told("Post", unnamed("Israeli official")), told("Herald", unnamed("official"))],
        2,
        "At least two known independent origins: unnamed “Israeli official” and unnamed “senior Russian "
        "official”. Three sources without a name could be one another.",
    ),
    "a leak through two papers": World(
        [
            told("Globe", unnamed("person familiar with the matter"), "The New York Times"),
            told("Post", unnamed("official"), "The Washington Post"),
        ],
        1,
        "At least one known independent origin: unnamed “official”. Unnamed “official” could be unnamed “person "
        "familiar with the matter”.",
    ),
    "an unnamed source and an outlet's own report": World(
        [told("Globe", unnamed("witness")), told("Reuters")],
        1,
        "At least one known independent origin: unnamed “witness”, and one page that names no source.",
    ),
    # witnesses, own voices, copies
    "two witnesses with names": World(
        [told("Globe", "Ann Roe"), told("Post", "Bo Lind")],
        2,
        "At least two known independent origins: Ann Roe and Bo Lind.",
    ),
    "two witnesses on one page": World(
        [
            told("Globe", "Ann Roe", url="https://globe.example/1"),
            told("Globe", "Bo Lind", url="https://globe.example/1"),
        ],
        2,
        "At least two known independent origins: Ann Roe and Bo Lind.",
    ),
    "the same witness on two pages": World(
        [told("Globe", "Ann Roe"), told("Post", "Ann Roe")],
        1,
        "At least one known independent origin: Ann Roe. Both pages go back to Ann Roe.",
    ),
    "own reports of two outlets": World(
        [GLOBE, POST],
        0,
        "No known independent origin: two pages name no source.",
    ),
    "own reports of four outlets": World(
        [GLOBE, POST, HERALD, told("Courier")],
        0,
        "No known independent origin: four pages name no source.",
    ),
    "own reports, of which one is known to be the first": World(
        [LATER, EARLIER],
        0,
        "No known independent origin: two pages name no source.",
    ),
    "own reports of one day": World(
        [told("Globe", on="2024-05-01T20:00:00"), EARLIER],
        0,
        "No known independent origin: two pages name no source.",
    ),
    "own reports of which one has no date": World(
        [GLOBE, EARLIER],
        0,
        "No known independent origin: two pages name no source.",
    ),
    "a witness, and who repeats it without a source": World(
        [told("Globe", "Ann Roe"), POST],
        1,
        "At least one known independent origin: Ann Roe, and one page that names no source.",
    ),
    "a witness, and who said so before without a source": World(
        [told("Globe", "Ann Roe", on="2024-05-03"), EARLIER],
        1,
        "At least one known independent origin: Ann Roe, and one page that names no source.",
    ),
    "two witnesses, and two who repeat it without a source": World(
        [told("Globe", "Ann Roe"), told("Ledger", "Bo Lind"), POST, HERALD],
        2,
        "At least two known independent origins: Ann Roe and Bo Lind, and two pages that name no source.",
    ),
    "a witness on two pages, and who repeats it without a source": World(
        [told("Globe", "Ann Roe"), told("Ledger", "Ann Roe"), POST],
        1,
        "At least one known independent origin: Ann Roe, and one page that names no source. Two pages go back to "
        "Ann Roe.",
    ),
    "a copy of a page without a source, and a witness": World(
        [GLOBE, POST, told("Herald", "Ann Roe")],
        1,
        "At least one known independent origin: Ann Roe, and two pages that name no source. Two pages share their"
        " text.",
        [copied(GLOBE, POST, POST)],
    ),
    "an outlet's own report that another cites, and a witness": World(
        [GLOBE, told("Post", outlet("Globe")), told("Herald", "Ann Roe")],
        1,
        "At least one known independent origin: Ann Roe, and two pages that name only Globe.",
    ),
    "a page with a wire's credit and without a source, and a witness": World(
        [GLOBE, told("Herald", "Ann Roe")],
        1,
        "At least one known independent origin: Ann Roe, and one page that names no source.",
        credits=[credit(GLOBE, "Reuters")],
    ),
    "one own report": World([GLOBE], 1, "At least one known independent origin: Globe, which names no source."),
    "two pages of one outlet": World(
        [GLOBE, told("Globe", page=2)],
        1,
        "At least one known independent origin: Globe, which names no source. Both pages go back to Globe.",
    ),
    # not confirmed
    "who could not confirm it": World(
        [told("Globe", "Kremlin"), told("Post", "Reuters", cue="could not confirm")],
        1,
        "At least one known independent origin: Kremlin. Reuters did not confirm it.",
    ),
    "who would neither confirm nor deny it": World(
        [told("Globe", "Kremlin"), told("Post", PMO, cue="would neither confirm nor deny", denied=True)],
        1,
        "At least one known independent origin: Kremlin. Israeli Prime Minister's Office did not confirm it.",
    ),
    "who has not commented on it": World(
        [told("Globe", "Kremlin"), told("Post", PMO, "Reuters", cue="has not commented on")],
        1,
        "At least one known independent origin: Kremlin. Israeli Prime Minister's Office did not confirm it.",
    ),
    "nobody who confirms it": World(
        [told("Globe", "Kremlin", cue="refused to confirm"), told("Post", "Reuters", cue="was unable to verify")],
        0,
        "No known independent origin. Kremlin and Reuters did not confirm it.",
    ),
    "who confirms it": World(
        [told("Globe", "Kremlin"), told("Post", "Ann Roe", cue="confirmed")],
        2,
        "At least two known independent origins: Ann Roe and Kremlin.",
    ),
    "own reports of pages whose outlet nobody knows": World(
        [told(None), told(None, page=2)],
        0,
        "No known independent origin: two pages name no source.",
    ),
    "witnesses on pages whose outlet nobody knows": World(
        [told(None, "Ann Roe"), told(None, "Bo Lind", page=2)],
        2,
        "At least two known independent origins: Ann Roe and Bo Lind.",
    ),
    "a reprint of an own report": World(
        [LATER, EARLIER],
        1,
        "At least one known independent origin: Post, which names no source. Both pages go back to Post; two "
        "pages share their text.",
        [copied(LATER, EARLIER, EARLIER)],
    ),
    "copies without dates": World(
        [GLOBE, POST, HERALD],
        1,
        "At least one known independent origin: Globe, Herald or Post. Three pages share their text.",
        [copied(GLOBE, POST), copied(POST, HERALD)],
    ),
    "a copy that leaves out the source": World(
        [GLOBE, told("Post", "Kremlin"), told("Herald", "Kremlin", "Interfax")],
        1,
        "At least one known independent origin: Kremlin. All three pages go back to Kremlin, carried by Interfax;"
        " two pages share their text.",
        [copied(GLOBE, told("Post", "Kremlin"))],
    ),
    "two copies of a page that does not say it": World(
        [GLOBE, POST],
        1,
        "At least one known independent origin: Globe, which names no source. Two pages share text with another "
        "article.",
        [copied(GLOBE, HERALD, HERALD), copied(POST, HERALD, HERALD)],
    ),
    "a headline over a source": World(
        [told("Globe"), told("Globe", "Kremlin", page=2), told("Post", "Kremlin", "Interfax")],
        1,
        "At least one known independent origin: Kremlin. All three pages go back to Kremlin, carried by Interfax.",
    ),
    "what nobody is clearly said to say": World(
        [told("Globe", "Kremlin", perhaps=True), told("Post", "Kremlin")],
        1,
        "At least one known independent origin: Kremlin. Both pages may go back to Kremlin.",
    ),
    # circles
    "a circle of two": World(
        [told("Globe", outlet("Post")), told("Post", outlet("Globe"))],
        0,
        "No known independent origin. Globe and Post cite each other in a circle, and nobody outside of it is named.",
    ),
    "a circle of three": World(
        [told("Globe", outlet("Post")), told("Post", outlet("Herald")), told("Herald", outlet("Globe"))],
        0,
        "No known independent origin. Globe cites Post, Post cites Herald and Herald cites Globe, in a circle, "
        "and nobody outside of it is named.",
    ),
    "a claim that comes back to its page": World(
        [told("Globe", outlet("Globe"), outlet("Post"))],
        0,
        "No known independent origin. Globe and Post cite each other in a circle, and nobody outside of it is named.",
    ),
    "a circle with a source": World(
        [told("Globe", outlet("Post")), told("Post", outlet("Globe")), told("Globe", "Ann Roe", page=2)],
        1,
        "At least one known independent origin: Ann Roe. All three pages go back to Ann Roe; Globe and Post cite "
        "each other in a circle, which adds no origin.",
    ),
    "a circle that one's own report began": World(
        [GLOBE, told("Post", outlet("Globe")), told("Globe", outlet("Post"), page=2)],
        1,
        "At least one known independent origin: Globe. All three pages go back to Globe; Globe and Post cite each"
        " other in a circle, which adds no origin.",
    ),
    "a circle and a witness on two pages outside of it": World(
        [
            told("Globe", outlet("Post")),
            told("Post", outlet("Globe")),
            told("Herald", "Ann Roe"),
            told("Courier", "Ann Roe"),
        ],
        1,
        "At least one known independent origin: Ann Roe. The other two pages go back to Ann Roe; Globe and Post "
        "cite each other in a circle, which adds no origin.",
    ),
    "a circle and who repeats it without a source": World(
        [told("Globe", outlet("Post")), told("Post", outlet("Globe")), told("Herald")],
        0,
        "No known independent origin: one page names no source. Globe and Post cite each other in a circle, and "
        "nobody outside of it is named.",
    ),
    "a circle and who said so before it without a source": World(
        [
            told("Globe", outlet("Post"), on="2024-05-02"),
            told("Post", outlet("Globe"), on="2024-05-03"),
            told("Herald", on="2024-05-01"),
        ],
        1,
        "At least one known independent origin: Herald, which names no source. Globe and Post cite each other in "
        "a circle, which adds no origin.",
    ),
    "a circle and a witness outside of it": World(
        [told("Globe", outlet("Post")), told("Post", outlet("Globe")), told("Herald", "Ann Roe")],
        1,
        "At least one known independent origin: Ann Roe. Globe and Post cite each other in a circle, which adds "
        "no origin.",
    ),
    # a circle, and pages without a source of which one is known to be older
    "a circle, an older page, and one without a date": World(
        [*CIRCLE, BEFORE, UNDATED],
        0,
        "No known independent origin: two pages name no source. Globe and Post cite each other in a circle, and "
        "nobody outside of it is named.",
    ),
    "a circle of one page, an older page, and one without a date": World(
        [told("TASS", "TASS", "Reuters", on="2024-05-02"), BEFORE, UNDATED],
        0,
        "No known independent origin: two pages name no source. Reuters and TASS cite each other in a circle, and"
        " nobody outside of it is named.",
    ),
    "a claim that comes back to its page, an older page, and one without a date": World(
        [told("Globe", outlet("Globe"), "TASS", on="2024-05-02"), BEFORE, UNDATED],
        0,
        "No known independent origin: two pages name no source. Globe and TASS cite each other in a circle, and "
        "nobody outside of it is named.",
    ),
    "a circle of three, an older page, and one without a date": World(
        [
            told("Globe", outlet("Post"), on="2024-05-02"),
            told("Post", outlet("Ledger"), on="2024-05-02"),
            told("Ledger", outlet("Globe"), on="2024-05-03"),
            BEFORE,
            UNDATED,
        ],
        0,
        "No known independent origin: two pages name no source. Globe cites Post, Post cites Ledger and Ledger "
        "cites Globe, in a circle, and nobody outside of it is named.",
    ),
    "a circle, and two older pages of one day": World(
        [*CIRCLE, BEFORE, told("Courier", on="2024-05-01")],
        0,
        "No known independent origin: two pages name no source. Globe and Post cite each other in a circle, and "
        "nobody outside of it is named.",
    ),
    "a circle, and two older pages of which one is the first": World(
        [*CIRCLE, BEFORE, told("Courier", on="2024-04-30")],
        0,
        "No known independent origin: two pages name no source. Globe and Post cite each other in a circle, and "
        "nobody outside of it is named.",
    ),
    "a circle, two older pages, and one without a date": World(
        [*CIRCLE, BEFORE, told("Courier", on="2024-04-30"), told("Argus")],
        0,
        "No known independent origin: three pages name no source. Globe and Post cite each other in a circle, and"
        " nobody outside of it is named.",
    ),
    "a circle, an older page, and one of no known outlet": World(
        [*CIRCLE, BEFORE, told(None)],
        0,
        "No known independent origin: two pages name no source. Globe and Post cite each other in a circle, and "
        "nobody outside of it is named.",
    ),
    "a circle, an older page, and a copy of it without a date": World(
        [*CIRCLE, BEFORE, UNDATED],
        1,
        "At least one known independent origin: Herald, which names no source. The other two pages go back to "
        "Herald; two pages share their text; Globe and Post cite each other in a circle, which adds no origin.",
        [copied(BEFORE, UNDATED, BEFORE)],
    ),
    "a circle, an older page, one without a date, and a witness": World(
        [*CIRCLE, BEFORE, UNDATED, told("Ledger", "Ann Roe")],
        1,
        "At least one known independent origin: Ann Roe, and two pages that name no source. Globe and Post cite "
        "each other in a circle, which adds no origin.",
    ),
    "a circle with a page without a date, and an older page": World(
        [CIRCLE[0], told("Post", outlet("Globe")), BEFORE, UNDATED],
        0,
        "No known independent origin: two pages name no source. Globe and Post cite each other in a circle, and "
        "nobody outside of it is named.",
    ),
    "a circle, and a page of its first day": World(
        [*CIRCLE, told("Herald", on="2024-05-02"), UNDATED],
        0,
        "No known independent origin: two pages name no source. Globe and Post cite each other in a circle, and "
        "nobody outside of it is named.",
    ),
    "a circle, and two pages without a date": World(
        [*CIRCLE, told("Herald"), UNDATED],
        0,
        "No known independent origin: two pages name no source. Globe and Post cite each other in a circle, and "
        "nobody outside of it is named.",
    ),
    # copies that cite the page that they are made of
    "a copy that cites the page, and a witness": World(
        [SELF_CITED, CITING, ROE],
        1,
        "At least one known independent origin: Ann Roe, and two pages that name no source. Two pages share their"
        " text.",
        [copied(SELF_CITED, CITING, SELF_CITED)],
    ),
    "a copy that cites the page, of which the first is not known, and a witness": World(
        [SELF_CITED, CITING, ROE],
        1,
        "At least one known independent origin: Ann Roe. Two pages share their text.",
        [copied(SELF_CITED, CITING)],
    ),
    "a copy that cites the page, which names nobody, and a witness": World(
        [GLOBE, CITING, ROE],
        1,
        "At least one known independent origin: Ann Roe, and two pages that name no source. Two pages share their"
        " text.",
        [copied(GLOBE, CITING, GLOBE)],
    ),
    "a copy that cites the outlet, of which there is another page, and a witness": World(
        [SELF_CITED, told("Globe", page=2), CITING, ROE],
        1,
        "At least one known independent origin: Ann Roe, and three pages that name no source. Two pages share "
        "their text.",
        [copied(SELF_CITED, CITING, SELF_CITED)],
    ),
    "a copy that cites an agency's page, and a witness": World(
        [told("TASS", "TASS"), told("Herald", "TASS"), ROE],
        1,
        "At least one known independent origin: Ann Roe. Two pages share their text.",
        [copied(told("TASS", "TASS"), told("Herald", "TASS"))],
    ),
    "two copies that cite the page, and a witness": World(
        [SELF_CITED, CITING, CITING_TOO, ROE],
        1,
        "At least one known independent origin: Ann Roe, and three pages that name no source. Three pages share "
        "their text.",
        [copied(SELF_CITED, CITING, SELF_CITED), copied(SELF_CITED, CITING_TOO, SELF_CITED)],
    ),
    "a copy of a copy, both cite the page, and a witness": World(
        [SELF_CITED, CITING, CITING_TOO, ROE],
        1,
        "At least one known independent origin: Ann Roe, and three pages that name no source. Three pages share "
        "their text.",
        [copied(SELF_CITED, CITING, SELF_CITED), copied(CITING, CITING_TOO, CITING)],
    ),
    "a copy that cites the page over an agency, and a witness": World(
        [SELF_CITED, told("Herald", outlet("Globe"), "Reuters"), ROE],
        1,
        "At least one known independent origin: Ann Roe, and two pages that name no source. Two pages share their"
        " text.",
        [copied(SELF_CITED, told("Herald", outlet("Globe"), "Reuters"), SELF_CITED)],
    ),
    "two pages, each with a copy that cites it": World(
        [GLOBE, CITING, POST, told("Courier", outlet("Post"))],
        0,
        "No known independent origin: four pages name no source. Four pages share their text.",
        [copied(GLOBE, CITING, GLOBE), copied(POST, told("Courier", outlet("Post")), POST)],
    ),
    "a copy that cites the page, and an older page of another": World(
        [LATER, told("Herald", outlet("Globe"), on="2024-05-04"), EARLIER],
        0,
        "No known independent origin: three pages name no source. Two pages share their text.",
        [copied(LATER, told("Herald", outlet("Globe"), on="2024-05-04"), LATER)],
    ),
    "a copy that cites the page, and a circle": World(
        [told("TASS", "TASS"), told("Globe", "TASS"), told("Post", outlet("Post"), "TASS")],
        0,
        "No known independent origin. Two pages share their text; Post and TASS cite each other in a circle, and "
        "nobody outside of it is named.",
        [copied(told("TASS", "TASS"), told("Globe", "TASS"))],
    ),
    "a copy that cites the page, and nobody else": World(
        [SELF_CITED, CITING],
        1,
        "At least one known independent origin: Globe, which names no source. Both pages go back to Globe; two "
        "pages share their text.",
        [copied(SELF_CITED, CITING, SELF_CITED)],
    ),
    "a copy that cites the page, one who cites it in words of its own, and a witness": World(
        [SELF_CITED, CITING, CITING_TOO, ROE],
        1,
        "At least one known independent origin: Ann Roe, and three pages that name only Globe. Two pages share "
        "their text.",
        [copied(SELF_CITED, CITING, SELF_CITED)],
    ),
    "a copy of a page that cites another, and a witness": World(
        [GLOBE, CITING, CITING_TOO, ROE],
        1,
        "At least one known independent origin: Ann Roe, and three pages that name only Globe. Two pages share "
        "their text.",
        [copied(CITING, CITING_TOO, CITING)],
    ),
    "a copy that cites the page, two witnesses": World(
        [GLOBE, CITING, ROE, told("Ledger", "Bo Lind")],
        2,
        "At least two known independent origins: Ann Roe and Bo Lind, and two pages that name no source. Two "
        "pages share their text.",
        [copied(GLOBE, CITING, GLOBE)],
    ),
    # those who deny, and who says so
    "two witnesses who deny it, and a page that gives no source": World(
        [told("Globe", "Ann Roe", denied=True), told("Post", "Bo Lind", denied=True), HERALD],
        1,
        "At least one known independent origin: Herald, which names no source. Ann Roe and Bo Lind deny it.",
    ),
    "two governments that deny it, and a page that gives no source": World(
        [told("Globe", "Kremlin", denied=True), told("Post", "Israeli Foreign Ministry", denied=True), HERALD],
        1,
        "At least one known independent origin: Herald, which names no source. Israeli Foreign Ministry and "
        "Kremlin deny it.",
    ),
    "two witnesses who deny it, and a page that does so without a source": World(
        [
            told("Globe", "Ann Roe", denied=True),
            told("Post", "Bo Lind", denied=True),
            told("Herald", denied=True),
        ],
        2,
        "At least two known independent origins: Ann Roe and Bo Lind, and one page that names no source.",
    ),
    "three witnesses who deny it, and one who says so": World(
        [*(told(f"Paper {name}", name, denied=True) for name in ("Bo Lind", "Cy Dean", "Di Ek")), ROE],
        1,
        "At least one known independent origin: Ann Roe. Bo Lind, Cy Dean and Di Ek deny it.",
    ),
    "two witnesses who deny it, and two pages that give no source": World(
        [told("Globe", "Ann Roe", denied=True), told("Post", "Bo Lind", denied=True), HERALD, UNDATED],
        0,
        "No known independent origin: two pages name no source. Ann Roe and Bo Lind deny it.",
    ),
    "two witnesses who deny it, and an outlet's report that another cites": World(
        [
            told("Argus", "Ann Roe", denied=True),
            told("Post", "Bo Lind", denied=True),
            GLOBE,
            CITING,
        ],
        1,
        "At least one known independent origin: Globe. Both pages go back to Globe; Ann Roe and Bo Lind deny it.",
    ),
    "a witness who says so, one who denies it, and a page that does so without a source": World(
        [ROE, told("Globe", "Bo Lind", denied=True), told("Herald", denied=True)],
        1,
        "At least one known independent origin: Ann Roe. Bo Lind and Herald deny it.",
    ),
    "two witnesses who deny it, and a circle that says so": World(
        [told("Argus", "Ann Roe", denied=True), told("Ledger", "Bo Lind", denied=True), *CIRCLE],
        0,
        "No known independent origin. Globe and Post cite each other in a circle, and nobody outside of it is "
        "named; Ann Roe and Bo Lind deny it.",
    ),
    "two witnesses of whom one says so, and two who deny it": World(
        [
            ROE,
            told("Globe", "Bo Lind", denied=True),
            told("Argus", "Cy Dean", denied=True),
            told("Ledger", "Di Ek"),
        ],
        2,
        "At least two known independent origins: Ann Roe and Di Ek. Bo Lind and Cy Dean deny it.",
    ),
    "an agency that denies it, and one that says so": World(
        [told("Globe", "TASS", denied=True), told("Post", "Reuters")],
        1,
        "At least one known independent origin: Reuters. TASS denies it.",
    ),
}


@pytest.mark.parametrize("world", WORLDS.values(), ids=WORLDS)
def test_the_count_is_that_of_the_world_and_is_explained(world):
    found = origins(world.pages, world.derivations, world.credits)
    assert (found.independent, found.sentence) == (world.count, world.sentence)


@pytest.mark.parametrize("world", WORLDS.values(), ids=WORLDS)
def test_every_line_has_claims_and_every_claim_of_a_counted_side_a_line(world):
    found = origins(world.pages, world.derivations, world.credits)
    assert len(found.lines) == found.independent <= (len(found.speakers) or 1)
    assert found.claims == ids(world.pages)
    assert {claim for line in found.lines for claim in line.claims} <= set(found.claims)


def test_an_outlet_is_called_by_its_own_name_and_not_by_its_owners():
    found = origins([told("Globe", "Ann Roe", outlet("Financial Times"))])
    assert [line.carriers for line in found.lines] == [("Financial Times",)]
