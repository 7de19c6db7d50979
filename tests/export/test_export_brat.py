"""Attributions as brat standoff."""

import pytest
from factories import make_article, make_attribution, make_extraction, make_statement

from sayso.export import brat

ARTICLE = make_article(
    "NYT reported that officials said the talks failed. Trade grew.\n"
    '"We go on," Putin said, "as\tfriends\nand partners." It was reported that snow fell. "So be it."'
)
NYT = make_attribution(ARTICLE, "that officials said the talks failed", source="NYT", cue="reported")
OFFICIALS = make_attribution(ARTICLE, "the talks failed", source="officials", cue="said", parent=NYT)
PUTIN = make_attribution(
    ARTICLE, '"We go on,"', '"as\tfriends\nand partners."', source="Putin", cue="said, ".strip(", ")
)
NOBODY = make_attribution(ARTICLE, "that snow fell", cue="was reported")
BARE = make_attribution(ARTICLE, '"So be it."')

CASES = {
    "the outermost report carries all that it reports": (
        [OFFICIALS, NYT],
        "T1\tSource 0 3\tNYT\n"
        "T2\tCue 4 12\treported\n"
        "T3\tContent 13 49\tthat officials said the talks failed\n"
        "T4\tAttribution 4 12\treported\n"
        "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n",
    ),
    "no source where the text mentions none": (
        [NOBODY],
        "T1\tCue 117 129\twas reported\n"
        "T2\tContent 130 144\tthat snow fell\n"
        "T3\tAttribution 117 129\twas reported\n"
        "E1\tAttribution:T3 Cue:T1 Content:T2\n",
    ),
    "without source and cue the event stands on the content": (
        [BARE],
        'T1\tContent 146 157\t"So be it."\nT2\tAttribution 146 157\t"So be it."\nE1\tAttribution:T2 Content:T1\n',
    ),
    "own voice is nothing to annotate": ([], ""),
}


@pytest.mark.parametrize(("attributions", "expected"), CASES.values(), ids=CASES.keys())
def test_standoff(attributions, expected):
    extraction = make_extraction(ARTICLE, [make_statement(ARTICLE, "Trade grew.")], attributions=attributions)
    assert brat(ARTICLE, extraction) == expected


def test_parts_keep_their_places_and_lines_and_tabs_become_spaces():
    lines = brat(ARTICLE, make_extraction(ARTICLE, attributions=[PUTIN])).splitlines()
    assert lines[2] == 'T3\tContent 63 74;87 113\t"We go on," "as friends and partners."'
    assert ARTICLE.text[63:74] + " " + ARTICLE.text[87:113] == '"We go on," "as\tfriends\nand partners."'


def test_events_are_numbered_in_text_order_and_refer_to_their_own_spans():
    lines = brat(ARTICLE, make_extraction(ARTICLE, attributions=[NOBODY, PUTIN, NYT])).splitlines()
    assert [line for line in lines if line.startswith("E")] == [
        "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
        "E2\tAttribution:T8 Source:T5 Cue:T6 Content:T7",
        "E3\tAttribution:T11 Cue:T9 Content:T10",
    ]


def test_an_extraction_of_another_article_is_refused():
    with pytest.raises(ValueError, match="expected an extraction of"):
        brat(make_article("Another."), make_extraction(ARTICLE))
