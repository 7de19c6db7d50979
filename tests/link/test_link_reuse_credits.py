"""Credits: datelines, credit lines and bylines in many styles name whose text it is; running text does not."""

from __future__ import annotations

import pytest
from by_installed import credits_of
from factories import make_article

BODY = "The talks at the lake ended without a deal on Tuesday, two delegations said in separate statements.\n"
REST = "Both sides agreed to meet again in the autumn, and neither would say where or with whom at the table.\n"


def found(text, **known):
    return [
        (one.name, one.kind, one.share, one.span.words if one.span else None)
        for one in credits_of(make_article(text, **known))
    ]


DATELINES = {
    "MOSCOW, Aug 9 (TASS) - ": ("TASS", "MOSCOW, Aug 9 (TASS)"),
    "MOSCOW, August 9 (TASS) — ": ("TASS", "MOSCOW, August 9 (TASS)"),
    "MOSCOW, August 9. /TASS/. ": ("TASS", "MOSCOW, August 9. /TASS/"),
    "MOSCOW, August 9, 2022 /TASS/ - ": ("TASS", "MOSCOW, August 9, 2022 /TASS/"),
    "JERUSALEM (AP) — ": ("Associated Press", "JERUSALEM (AP)"),
    "JERUSALEM (AP) _ ": ("Associated Press", "JERUSALEM (AP)"),
    "KYIV, Ukraine (AP) -- ": ("Associated Press", "KYIV, Ukraine (AP)"),
    "LONDON (Reuters) - ": ("Reuters", "LONDON (Reuters)"),
    "LONDON, Aug 9 (Reuters) - ": ("Reuters", "LONDON, Aug 9 (Reuters)"),
    "Aug 9 (Reuters) - ": ("Reuters", "Aug 9 (Reuters)"),
    "(Reuters) - ": ("Reuters", "(Reuters)"),
    "(CNN)": ("CNN", "(CNN)"),
    "(CNN) — ": ("CNN", "(CNN)"),
    "UNITED NATIONS, 9 Aug 2022 (AFP): ": ("Agence France-Presse", "UNITED NATIONS, 9 Aug 2022 (AFP)"),
    "Kyiv, Ukraine | AFP | ": ("Agence France-Presse", "Kyiv, Ukraine | AFP |"),
    "MOSCOW. Aug 9 (Interfax) - ": ("Interfax", "MOSCOW. Aug 9 (Interfax)"),
    "BEIJING, Aug. 9 (Xinhua) -- ": ("Xinhua", "BEIJING, Aug. 9 (Xinhua)"),
    "SEOUL, Aug. 9 (Yonhap) -- ": ("Yonhap", "SEOUL, Aug. 9 (Yonhap)"),
    "New Delhi, Aug 9 (PTI) ": ("Press Trust of India", "New Delhi, Aug 9 (PTI)"),
    "New Delhi [India], August 9 (ANI): ": ("Asian News International", "New Delhi [India], August 9 (ANI)"),
    "Madrid, 9 Aug (EFE).- ": ("EFE", "Madrid, 9 Aug (EFE)"),
    "TEHRAN (Tasnim) – ": ("Tasnim News Agency", "TEHRAN (Tasnim)"),
    "Damascus, SANA- ": ("Syrian Arab News Agency", "Damascus, SANA"),
    "AFP — ": ("Agence France-Presse", "AFP"),
    "JTA — ": ("Jewish Telegraphic Agency", "JTA"),
    "SAN FRANCISCO, Aug. 9, 2022 /PRNewswire/ -- ": ("PRNewswire", "SAN FRANCISCO, Aug. 9, 2022 /PRNewswire/"),
    "TEHRAN, Aug. 09 (MNA) – ": ("MNA", "TEHRAN, Aug. 09 (MNA)"),
}


@pytest.mark.parametrize("opening", DATELINES)
def test_a_dateline_with_an_agency_says_that_the_text_is_its_own(opening):
    name, words = DATELINES[opening]
    assert found(f"Lake talks end\n\n{opening}{BODY}{REST}") == [(name, "dateline", "whole", words)]


def test_a_dateline_of_two_agencies_gives_each_a_part():
    assert found(f"MOSCOW (AFP/Reuters) - {BODY}") == [
        ("Agence France-Presse", "dateline", "part", "MOSCOW (AFP/Reuters)"),
        ("Reuters", "dateline", "part", "MOSCOW (AFP/Reuters)"),
    ]


def test_a_dateline_far_down_is_that_of_a_piece_within_the_article():
    text = f"CAIRO (Reuters) - {BODY}" + REST * 12 + f"GENEVA (AP) — {BODY}"
    assert found(text) == [
        ("Reuters", "dateline", "whole", "CAIRO (Reuters)"),
        ("Associated Press", "dateline", "part", "GENEVA (AP)"),
    ]


LINES = {
    "(with AFP)": [("Agence France-Presse", "part", "(with AFP)")],
    "With AFP": [("Agence France-Presse", "part", "With AFP")],
    "(With inputs from PTI and AFP)": [
        ("Press Trust of India", "part", "(With inputs from PTI and AFP)"),
        ("Agence France-Presse", "part", "(With inputs from PTI and AFP)"),
    ],
    "(With AP inputs)": [("Associated Press", "part", "(With AP inputs)")],
    "With files from The Canadian Press": [("The Canadian Press", "part", "With files from The Canadian Press")],
    "Additional reporting by Reuters.": [("Reuters", "part", "Additional reporting by Reuters.")],
    "— With reporting from Reuters": [("Reuters", "part", "With reporting from Reuters")],
    "AP contributed to this report": [("Associated Press", "part", "AP contributed to this report")],
    "The Associated Press contributed to this story.": [
        ("Associated Press", "part", "The Associated Press contributed to this story.")
    ],
    "Associated Press writer Jane Roe in Kyiv contributed to this report.": [
        ("Associated Press", "part", "Associated Press writer Jane Roe in Kyiv contributed to this report.")
    ],
    "AFP contributed reporting.": [("Agence France-Presse", "part", "AFP contributed reporting.")],
    "Reuters and AFP contributed to this report.": [
        ("Reuters", "part", "Reuters and AFP contributed to this report."),
        ("Agence France-Presse", "part", "Reuters and AFP contributed to this report."),
    ],
    "Information from the Associated Press was used in this report.": [
        ("Associated Press", "part", "Information from the Associated Press was used in this report.")
    ],
    "jr/sms (AFP, dpa)": [
        ("Agence France-Presse", "part", "jr/sms (AFP, dpa)"),
        ("Deutsche Presse-Agentur", "part", "jr/sms (AFP, dpa)"),
    ],
    "(Reporting by Jane Roe in Geneva; Editing by John Doe)": [
        ("Reuters", "whole", "(Reporting by Jane Roe in Geneva; Editing by John Doe)")
    ],
    "Reporting by Jane Roe and Max Moe; writing by Ann Poe; editing by John Doe": [
        ("Reuters", "whole", "Reporting by Jane Roe and Max Moe; writing by Ann Poe; editing by John Doe")
    ],
    "© 2022 Agence France-Presse": [("Agence France-Presse", "whole", "© 2022 Agence France-Presse")],
    "© 2022 AFP. All rights reserved.": [("Agence France-Presse", "whole", "© 2022 AFP. All rights reserved.")],
    "Copyright 2022 The Associated Press. All rights reserved. This may not be rewritten.": [
        (
            "Associated Press",
            "whole",
            "Copyright 2022 The Associated Press. All rights reserved. This may not be rewritten.",
        )
    ],
    "(c) Copyright Thomson Reuters 2022.": [("Thomson Reuters", "whole", "(c) Copyright Thomson Reuters 2022.")],
    "(Reuters)": [("Reuters", "whole", "(Reuters)")],
    "Reuters": [("Reuters", "whole", "Reuters")],
    "- AFP": [("Agence France-Presse", "whole", "AFP")],
    "AFP, Reuters": [
        ("Agence France-Presse", "part", "AFP, Reuters"),
        ("Reuters", "part", "AFP, Reuters"),
    ],
    "(Agencies, AFP)": [("Agence France-Presse", "whole", "(Agencies, AFP)")],
    "Source: TASS": [("TASS", "whole", "Source: TASS")],
    "This article was originally published by The Guardian.": [
        ("The Guardian", "whole", "This article was originally published by The Guardian.")
    ],
    "Reprinted with permission from The Moscow Times": [
        ("The Moscow Times", "whole", "Reprinted with permission from The Moscow Times")
    ],
    "This report is auto-generated from ANI news service.": [
        ("Asian News International", "whole", "This report is auto-generated from ANI news service.")
    ],
}


@pytest.mark.parametrize("line", LINES)
def test_a_credit_line_says_whose_text_it_is_or_whose_material(line):
    expected = [(name, "credit-line", share, words) for name, share, words in LINES[line]]
    assert found(f"Lake talks end\n\n{BODY}\n{REST}\n{line}\n") == expected


@pytest.mark.parametrize(
    ("ending", "name", "share", "words"),
    [
        (" (Reuters)", "Reuters", "whole", "(Reuters)"),
        (" – AFP", "Agence France-Presse", "whole", "AFP"),
        (" (Reporting by A. Roe; Editing by B. Doe)", "Reuters", "whole", "(Reporting by A. Roe; Editing by B. Doe)"),
        (" AP contributed to this report.", "Associated Press", "part", "AP contributed to this report."),
        (" © 2022 AFP", "Agence France-Presse", "whole", "© 2022 AFP"),
    ],
)
def test_a_credit_may_follow_the_last_words_on_their_line(ending, name, share, words):
    assert found(f"Lake talks end\n\n{BODY}\n{REST.strip()}{ending}\n") == [(name, "credit-line", share, words)]


BYLINES = {
    "By Reuters Staff": [("Reuters", "whole")],
    "By REUTERS": [("Reuters", "whole")],
    "By The Associated Press": [("Associated Press", "whole")],
    "By Jane Roe, Associated Press": [("Associated Press", "whole")],
    "By JANE ROE and JOHN DOE, Associated Press": [("Associated Press", "whole")],
    "By Jane Roe | AP": [("Associated Press", "whole")],
    "By Jane Roe of The Associated Press": [("Associated Press", "whole")],
    "By AFP and Reuters": [("Agence France-Presse", "part"), ("Reuters", "part")],
    "By TOI Staff and AFP": [("Agence France-Presse", "part")],
    "By AFP and TOI STAFF": [("Agence France-Presse", "part")],
    "By Jane Roe and Reuters": [("Reuters", "part")],
    "By Agencies and TOI Staff": [],
    "By Jane Roe": [],
}


@pytest.mark.parametrize("line", BYLINES)
def test_a_byline_may_name_an_agency(line):
    expected = [(name, "byline", share, line) for name, share in BYLINES[line]]
    assert found(f"Lake talks end\n\n{line}\nAugust 9, 2022\n\n{BODY}{REST}") == expected


def test_an_agency_alone_beside_the_date_is_a_byline():
    assert found(f"Lake talks end\nReuters\nAugust 9, 2022\n{BODY}") == [("Reuters", "byline", "whole", "Reuters")]


def test_the_page_s_byline_counts_where_the_text_has_none():
    assert found(BODY, byline="Reuters Staff") == [("Reuters", "byline", "whole", None)]
    assert found(BODY, byline="Jane Roe and AFP") == [("Agence France-Presse", "byline", "part", None)]


def test_an_outlet_that_credits_itself_beside_an_agency_is_left_out():
    text = f"{BODY}{REST}Jerusalem Post Staff and Reuters contributed to this report."
    assert [one[0] for one in found(text)] == ["The Jerusalem Post", "Reuters"]
    assert [one[0] for one in found(text, outlet="The Jerusalem Post")] == ["Reuters"]


def test_another_agency_s_dateline_outweighs_reuters_way_of_naming_its_people():
    text = f"ANKARA, Aug 9 (Anadolu) - {BODY}{REST}Reporting by Jane Roe; Editing by John Doe"
    assert found(text) == [("Anadolu Agency", "dateline", "whole", "ANKARA, Aug 9 (Anadolu)")]


@pytest.mark.parametrize(
    "line",
    [
        "A Kremlin spokesman told Reuters that the talks would go on in the autumn.",
        "The ministry's statement, carried by TASS, gave no date for the next round of talks.",
        "By Reuters' count, forty people have been killed since the talks began in spring.",
        "By Tuesday, Reuters and AFP had both reported that the talks had ended.",
        "(Reuters) reported on Monday that the talks would end without a deal.",
        "MOSCOW — Reuters reported on Tuesday that the talks had ended without a deal.",
        "MOSCOW (Russia) - The talks at the lake ended without a deal on Tuesday, officials said.",
        "LONDON, Aug 9 (Monday) - The talks at the lake ended without a deal, officials said.",
        "The ministry told one agency (AFP) - and no other - that the talks had ended.",
        "Reuters — the agency that broke the story — stood by its report on Wednesday evening.",
        "Moscow, TASS - the state agency that first told of it - and others stood by the story.",
        "With Reuters and AFP cutting jobs, fewer correspondents cover the talks at the lake.",
        "Fox News contributed to this climate of fear, the senator said in a long speech.",
        "The AP contributed to the collapse of the talks, one of the delegates claimed.",
        "Reporting by Reuters showed that the talks had never been about fishing at all.",
        "Copyright law, Reuters argued in court in 2019, protects the agency's photographs.",
        "Source: Bloomberg, company reports",
        "Vladimir Putin speaks at the Kremlin on August 9. (Reuters/Jane Roe)",
        "Delegates leave the hotel at the lake, file photo. (Reuters)",
        "(AP Photo/Jane Roe)",
        "Sergei Doe / TASS",
        "Jack Roe, AFP",
        "© AFP",
        "© REUTERS/Jane Roe",
        "Photo: Reuters",
        "(AFP/Getty Images)",
        "“A triumph of reporting.” — The New York Times",
        "He read it in the papers: The Guardian, The Sun and Time.",
        "the reuters building (reuters) - was closed all day on Tuesday for the talks.",
        "“Reporting by amateurs; editing by nobody,” he said of the newspapers that day.",
        "This article was originally published on August 9.",
        "The figures were first published by the ministry in 2019, with AFP reporting on them that day.",
    ],
)
def test_mentions_of_an_agency_and_credits_of_pictures_are_no_credits(line):
    assert found(f"Lake talks end\n\n{BODY}\n{line}\n\n{REST}") == []
    assert found(f"Lake talks end\n\n{line}\n\n{BODY}{REST}{line}\n") == []


def test_an_agency_name_alone_in_the_middle_is_no_credit():
    assert found("Lake talks end\n\n" + BODY + "Reuters\n" + REST * 6) == []


@pytest.mark.parametrize("text", ["", "   \n\n", "(", "© 2022", "By ", "AFP"])
def test_a_text_with_nothing_in_it_has_no_credits(text):
    assert found(text) == []


def test_a_text_of_nothing_but_openings_is_read_in_proportion_to_its_length():
    assert found("(MOSCOW, Aug " * 5000 + "\n" + "Reporting by " * 5000 + "\n" + "A, " * 20000) == []
