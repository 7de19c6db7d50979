"""Whole chains, from the origin to the last relay, with the real model and the real parse."""

from __future__ import annotations

import pytest
from seams import holding, read

from schemas import Statement

MEETING = (
    "Prime Minister Anna Lindqvist met President Marek Novak in Oslo on Monday. "
    "Lindqvist told reporters that the talks had been useful."
)


def statement_of(text: str, words: str) -> Statement:
    at = text.index(words)
    found = holding(read(text), at, at + 1)
    assert len(found) == 1, f"expected one statement with {words!r}, found {len(found)}"
    return found[0]


def hops(statement: Statement) -> list[str]:
    """The chain without its publisher, unnamed sources in brackets."""
    return [f"({hop.descriptor})" if hop.anonymous else str(hop.name) for hop in statement.chain[:-1]]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param(
            '"The ministry will buy ten ferries by the spring," the Kremlin remarked, as per TASS news agency.',
            "ten ferries",
            ["Kremlin", "TASS"],
            id="official, relayed by an agency behind the cue",
        ),
        pytest.param(
            "According to The Jerusalem Post, an Israeli official revealed to the New York Times that the army "
            "had sold the drones in March.",
            "had sold the drones",
            ["(Israeli official)", "The New York Times", "The Jerusalem Post"],
            id="three hops",
        ),
        pytest.param(
            'A "well-informed" Norwegian source was quoted by the London-based Asharq Al-Awsat newspaper as saying '
            "that the port had closed.",
            "the port had closed",
            ["(well-informed Norwegian source)", "Asharq Al-Awsat"],
            id="unnamed source, quoted by a newspaper",
        ),
        pytest.param(
            '"There is no money left in the fund," Finance Minister Ole Berg told Reuters on Tuesday.',
            "no money left",
            ["Ole Berg", "Reuters"],
            id="an agency was told",
        ),
        pytest.param(
            '"There is no money left in the fund," Finance Minister Ole Berg told reporters on Tuesday.',
            "no money left",
            ["Ole Berg"],
            id="reporters are an audience, no relay",
        ),
        pytest.param(
            "Senator Ruth Calder said in an interview with CNN on Sunday that the bill would fail.",
            "the bill would fail",
            ["Ruth Calder", "CNN"],
            id="interview with a channel",
        ),
        pytest.param(
            "The firm has lost four ships, according to a statement by the Hamburg Regional Court, Reuters reported.",
            "lost four ships",
            ["Hamburg Regional Court", "Reuters"],
            id="a court's statement, reported by an agency",
        ),
        pytest.param(
            "Experts say the dam could break within a year.",
            "the dam could break",
            ["(Experts)"],
            id="experts are unnamed",
        ),
        pytest.param(MEETING, "the talks had been useful", ["Anna Lindqvist"], id="surname in full"),
        pytest.param(
            MEETING + " She said that trade would grow.",
            "trade would grow",
            ["Anna Lindqvist"],
            id="pronoun",
        ),
        pytest.param("The river froze over on Friday night.", "The river froze", [], id="the article's own voice"),
    ],
)
def test_chain(text: str, words: str, expected: list[str]) -> None:
    assert hops(statement_of(text, words)) == expected


def test_a_pronoun_stays_a_pronoun_and_is_resolved_beside_it() -> None:
    [origin, _] = statement_of(MEETING + " She said that trade would grow.", "trade would grow").chain
    assert origin.mention is not None
    assert origin.mention.words == "She"
    assert origin.resolved_from is not None
    assert "Lindqvist" in origin.resolved_from.mention.words
    assert 0 < origin.resolved_from.confidence < 1


def test_a_wish_is_told_whole_and_has_a_holder_but_no_source() -> None:
    statement = statement_of("President Marek Novak wants to close the border.", "close the border")
    assert (statement.mode, statement.sourcing, hops(statement)) == ("attitude", "none-given", [])
    assert statement.text == "President Marek Novak wants to close the border."
    assert statement.holder is not None
    assert (statement.holder.name, statement.holder.role) == ("Marek Novak", "origin")


def test_a_wish_within_a_speech_is_part_of_it() -> None:
    statement = statement_of("Ida Holm said the ministry plans to close the mine.", "ministry plans to close the mine")
    assert (hops(statement), statement.mode, statement.holder) == (["Ida Holm"], "speech", None)


def test_a_refusal_is_told_whole_and_has_a_holder() -> None:
    statement = statement_of("Mayor Ida Holm refused to say whether the bridge was safe.", "the bridge was safe")
    assert statement.text == "Mayor Ida Holm refused to say whether the bridge was safe."
    assert (statement.mode, hops(statement), statement.holder and statement.holder.name) == ("speech", [], "Ida Holm")


def test_an_attitude_beside_a_report_is_a_statement_of_its_own() -> None:
    text = "Mayor Ida Holm hopes to open the bridge, but director Paul Brandt said it was unsafe."
    hope, report = statement_of(text, "open the bridge"), statement_of(text, "it was unsafe")
    assert hope.text.startswith("Mayor Ida Holm hopes to open the bridge")
    assert (hops(hope), hope.holder and hope.holder.name) == ([], "Ida Holm")
    assert hops(report) == ["Paul Brandt"]


def test_a_denial_is_marked() -> None:
    statement = statement_of("Mayor Ida Holm denied that the bridge was unsafe.", "the bridge was unsafe")
    assert (statement.polarity, hops(statement)) == ("denied", ["Ida Holm"])


def test_an_allegation_without_a_source_is_hedged_and_none_given() -> None:
    statement = statement_of("The firm has allegedly sold the missiles through a middleman.", "sold the missiles")
    assert statement.sourcing == "none-given"
    assert statement.hedge is not None
    assert statement.hedge.words == "allegedly"


def test_a_continued_quotation_keeps_its_source() -> None:
    text = '"We will not sell the yard," said director Paul Brandt. "It has been ours since 1920."'
    statement = statement_of(text, "ours since 1920")
    assert hops(statement) == ["Paul Brandt"]
    assert statement.chain[0].inherited


def test_an_empty_article_has_no_statements() -> None:
    assert read(" \n ").statements == ()
