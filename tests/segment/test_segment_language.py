"""The engine reads English: what is in another language is refused in one sentence, and nothing else is."""

from __future__ import annotations

import pytest
from robust_shapes import ARABIC, CHINESE, FRENCH, PARAGRAPHS, RUSSIAN

from sayso.errors import UnreadableError
from sayso.segment import expect_english

ENGLISH = " ".join(PARAGRAPHS)
DUTCH = (
    "De burgemeester zei dinsdag dat de brug tot mei dicht blijft. Volgens een woordvoerder van de haven waren twee "
    "van de vier kabels doorgeroest. Of de gemeente de reparatie zal betalen is nog niet bekend. We had het over geld."
)
DANISH = (
    "Borgmesteren sagde tirsdag, at broen er lukket for al trafik til maj. Ifølge en talsmand for havnen var to af de "
    "fire kabler rustet igennem. Her i byen er det for tidligt at sige, hvem der skal have regningen."
)


@pytest.mark.parametrize("words", [RUSSIAN, CHINESE * 2, ARABIC], ids=["Russian", "Chinese", "Arabic"])
def test_another_script_is_refused(words: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        expect_english(words)
    assert str(refused.value) == ("expected an article in English, found letters of another script; translate it first")


@pytest.mark.parametrize("words", [FRENCH, DUTCH, DANISH, DUTCH.upper()], ids=["French", "Dutch", "Danish", "capitals"])
def test_another_language_in_our_letters_is_refused(words: str) -> None:
    found = r"\d\d words with hardly a common English one among them"
    with pytest.raises(UnreadableError, match=rf"^expected an article in English, found {found}; translate it first$"):
        expect_english(words)


@pytest.mark.parametrize(
    "words",
    [
        ENGLISH,
        ENGLISH.upper(),
        ENGLISH.lower(),
        f"{ENGLISH}\n\n{FRENCH}",
        f"{FRENCH}\n\n{RUSSIAN}\n\n{ARABIC}\n\n{ENGLISH}",
        "“Кремль заявил, что мост закрыт”, the Kremlin wrote, and nobody knew what that was about.",
        "Oui, le pont est fermé.",
        "Да.",
        "",
        "12 34 56.7 % – (!)",
    ],
    ids=[
        "English", "capitals", "lower case", "half French", "a third English", "quoted Russian", "too short to tell",
        "one word", "nothing", "no words",
    ],
)  # fmt: skip
def test_what_is_english_or_cannot_be_told_is_read(words: str) -> None:
    expect_english(words)
