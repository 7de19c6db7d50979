"""Interviews and transcripts: the source of each turn, and texts that only look like them."""

from __future__ import annotations

import pytest
from seams import read

NAMED = """Below is a part of what host Melanie Strand and Senator Rob Quillen said on Sunday.

STRAND: Do you regret your vote on the tariffs?

QUILLEN: No, ma'am. It would sting, and it is stinging.

The farmers understand that.

STRAND: It is more than a sting. The Farm Bureau says that bankruptcies are up 40 percent.

QUILLEN: I talk to those folks every weekend.

The White House has not disclosed any call between the two.
"""
LETTERS = """Interview with Tomasz Wierzba, deputy governor of the central bank

Q: Inflation has been above target for 18 months. Have you lost control?

A: No. We lost time, which is not the same thing.

Q: When will rates come down?

A: The staff said that inflation would fall by the summer. I have no reason to doubt them.
"""
UNNAMED = """Ida Holm, 44, has led walks on the glacier since 2003.

How far does the glacier retreat in a year?
In a good year it loses 40 metres.

Do the tourists ask about the climate?
Some of them do, in the first hour.

Have you thought of giving up?
My husband says that I think of it every October.
"""
LIST = """Price: 40 euros.

Cast: Four actors and a dog.

Price: The second balcony is half of that.

Cast: The dog is played by two dogs.
"""


def chains_of(text: str) -> dict[str, list[str]]:
    """The names in each statement's chain, without the publisher, by the statement's first three words."""
    return {
        " ".join(statement.text.split()[:3]): [str(hop.name or hop.called) for hop in statement.chain[:-1]]
        for statement in read(text).statements
    }


@pytest.mark.parametrize(
    ("text", "words", "chain"),
    [
        (NAMED, "Do you regret", ["Melanie Strand"]),
        (NAMED, "No, ma'am. ...", ["Rob Quillen"]),
        (NAMED, "that bankruptcies are", ["The Farm Bureau", "Melanie Strand"]),
        (NAMED, "I talk to", ["Rob Quillen"]),
        (NAMED, "The White House", []),
        (LETTERS, "No. We lost", ["Tomasz Wierzba"]),
        (LETTERS, "that inflation would", ["The staff", "Tomasz Wierzba"]),
        (LETTERS, "I have no", ["Tomasz Wierzba"]),
        (LETTERS, "Q: Inflation has", []),
        (UNNAMED, "In a good", ["Ida Holm"]),
        (UNNAMED, "Some of them", ["Ida Holm"]),
        (UNNAMED, "Ida Holm, 44,", []),
        (LIST, "Price: 40 euros.", []),
        (LIST, "Cast: Four actors", []),
    ],
)
def test_a_turn_has_its_speaker_as_source(text: str, words: str, chain: list[str]) -> None:
    assert chains_of(text)[words] == chain


def test_a_turn_goes_on_over_paragraphs_until_the_next() -> None:
    [turn] = [statement for statement in read(NAMED).statements if statement.text.startswith("No, ma'am")]

    assert [span.words for span in turn.spans][-1] == "The farmers understand that."
    assert (turn.sourcing, turn.manner) == ("sourced", "direct")


def test_turns_without_a_blank_line_between_them() -> None:
    text = "Interview with Ida Holm\nQ: Are you well?\nA: I am well today.\nQ: And the dog?\nA: The dog is well too.\n"

    assert [statement.text for statement in read(text).statements if statement.origin] == [
        "I am well today.",
        "The dog is well too.",
    ]
