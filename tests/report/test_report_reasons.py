"""What a statement stands on, and why it is listed."""

import pytest
from factories import find, make_article, make_hop, make_statement

from sayso.present.sourcing import report_class
from sayso.report.sentences.reasons import reason
from schemas import Member, OtherReading

ARTICLE = make_article(
    "Kremlin, TASS, aides, two officials and a diplomat, not named for fear, claimed, allegedly wants: "
    "it snows. It was reported. It was agreed upon."
)
KREMLIN = make_hop(ARTICLE, "Kremlin")
TASS = make_hop(ARTICLE, "TASS", role="relay")
AIDES = make_hop(ARTICLE, "aides", role="relay", anonymous=True)
OFFICIALS = make_hop(ARTICLE, "two officials", anonymous=True)
DIPLOMAT = make_hop(ARTICLE, "a diplomat", anonymous=True, reason="for fear")
ENVOY = make_hop(ARTICLE, "a diplomat", anonymous=True, terms="for fear")
NOBODY = make_hop(ARTICLE, anonymous=True)
BOTH = make_hop(
    ARTICLE,
    "two officials and a diplomat",
    anonymous=True,
    members=tuple(
        Member(name=one, mention=find(ARTICLE, one), anonymous=True) for one in ("two officials", "a diplomat")
    ),
)
NO_REASON = "No reason is given for leaving out the name."

CASES = {
    "a named source says so": ([KREMLIN], {}, "sourced", None),
    "a named source carried by another": ([KREMLIN, TASS], {"hedge": "allegedly"}, "sourced", None),
    "own voice": ([], {}, "none-given", ("own-voice", "The article says so itself: no source given.")),
    "hedged": (
        [],
        {"hedge": "allegedly"},
        "none-given",
        ("alleged", "An allegation (“allegedly”) that the article pins on nobody: no source given."),
    ),
    "doubted": (
        [],
        {"stance": "doubt", "cue": "claimed"},
        "none-given",
        ("alleged", "An allegation (“claimed”) that the article pins on nobody: no source given."),
    ),
    "reported by nobody": (
        [],
        {"cue": "was reported"},
        "none-given",
        ("alleged", "Reported (“was reported”) without saying by whom: no source given."),
    ),
    "a cue that reports nothing": (
        [],
        {"cue": "was agreed upon"},
        "none-given",
        ("own-voice", "The article says so itself: no source given."),
    ),
    "unnamed": (
        [OFFICIALS],
        {},
        "unnamed",
        ("unnamed", f"Only an unnamed source says so: “two officials”. {NO_REASON}"),
    ),
    "unnamed, carried by two": (
        [OFFICIALS, KREMLIN.model_copy(update={"role": "relay"}), TASS],
        {},
        "unnamed",
        ("unnamed", f"Only an unnamed source says so: “two officials”, carried by TASS and Kremlin. {NO_REASON}"),
    ),
    "unnamed, carried by an unnamed one": (
        [OFFICIALS, AIDES],
        {},
        "unnamed",
        (
            "unnamed",
            f"Only an unnamed source says so: “two officials”, carried by an unnamed source (“aides”). {NO_REASON}",
        ),
    ),
    "unnamed for a reason": (
        [DIPLOMAT],
        {},
        "unnamed",
        (
            "unnamed",
            "Only an unnamed source says so: “a diplomat”. The reason given for leaving out the name: “for fear”.",
        ),
    ),
    "unnamed on terms": (
        [ENVOY],
        {},
        "unnamed",
        ("unnamed", f"Only an unnamed source says so: “a diplomat”. {NO_REASON} Its terms: “for fear”."),
    ),
    "unnamed and not described": (
        [NOBODY],
        {},
        "unnamed",
        ("unnamed", f"Only an unnamed source says so: not described. {NO_REASON}"),
    ),
    "unnamed jointly": (
        [BOTH],
        {},
        "unnamed",
        ("unnamed", f"Only an unnamed source says so: “two officials” and “a diplomat”. {NO_REASON}"),
    ),
    "what somebody wants is nothing he said": (
        [KREMLIN],
        {"mode": "attitude", "cue": "wants"},
        "none-given",
        ("own-voice", "The article itself says what Kremlin wants or thinks: no source given."),
    ),
    "what somebody wants, told by the article": (
        [],
        {"mode": "attitude", "cue": "claimed", "holder": KREMLIN},
        "none-given",
        ("own-voice", "The article itself says what Kremlin wants or thinks: no source given."),
    ),
    "what unnamed people think, told by the article": (
        [],
        {"mode": "attitude", "cue": "claimed", "holder": OFFICIALS},
        "unnamed",
        ("unnamed", f"Only an unnamed source is said to want or think so: “two officials”. {NO_REASON}"),
    ),
    "what somebody did not say": (
        [],
        {"cue": "claimed", "holder": KREMLIN},
        "none-given",
        ("own-voice", "The article says so itself: no source given."),
    ),
    "what unnamed people think": (
        [OFFICIALS],
        {"mode": "attitude", "sourcing": "none-given"},
        "unnamed",
        ("unnamed", f"Only an unnamed source is said to want or think so: “two officials”. {NO_REASON}"),
    ),
    "left open": (
        [],
        {"sourcing": "undetermined"},
        "undetermined",
        ("undetermined", "This may still be an earlier source, or the article itself: the text leaves it open."),
    ),
    "an accusation that another form gives to another": (
        [KREMLIN],
        {
            "sourcing": "undetermined",
            "other_reading": OtherReading(rewrite="relative", origin=OFFICIALS.mention),
        },
        "undetermined",
        (
            "undetermined",
            "This may be Kremlin or somebody else: read without its relative clause, the sentence gives it to "
            "“two officials”.",
        ),
    ),
    "left open after somebody": (
        [KREMLIN],
        {"sourcing": "undetermined"},
        "undetermined",
        ("undetermined", "This may still be Kremlin, or the article itself: the text leaves it open."),
    ),
}


@pytest.mark.parametrize(("chain", "known", "stands_on", "why"), CASES.values(), ids=CASES.keys())
def test_class_and_reason(chain, known, stands_on, why):
    statement = make_statement(ARTICLE, "it snows", chain=chain, **known)
    assert (report_class(statement), reason(statement, "sentence")) == (stands_on, why)


def test_a_headline_is_told_that_the_text_does_not_cover_it():
    assert reason(make_statement(ARTICLE, "it snows"), "headline") == (
        "own-voice",
        "The headline says so, and no named source in the text covers it: no source given.",
    )
