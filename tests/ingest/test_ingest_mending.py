"""What went wrong on the way: encodings read wrongly, escapes escaped, signs within words."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.ingest import ingest
from sayso.ingest.mending import GARBLED, LOST, PUT_RIGHT, mended

CLEAN = "“We stay,” said Karin Löw of the dockers’ union – for €2 a day, per Émile Roux…"


def _misread(words: str, encoding: str = "cp1252") -> str:
    """`words` as UTF-8, read in another encoding, and what it has no characters for as Latin-1."""
    return "".join(
        bytes([byte]).decode(encoding) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in words.encode("utf-8")
    )


@pytest.mark.parametrize(
    "garbled",
    [
        _misread(CLEAN),
        _misread(_misread(CLEAN)),
        CLEAN.encode("utf-8").decode("latin-1"),
        f"{_misread('Señor Peña spoke.')}\nKarin Löw stayed.",
        "The caf\u00c3\u00a9 closed.",
        "\u00e2\u20ac\u201d Yara Mel",
    ],
)
def test_an_encoding_read_wrongly_is_read_again(garbled: str) -> None:
    found = mended(garbled)
    assert found.notes == (PUT_RIGHT,)
    assert not any(sign in found.text for sign in ("Ã", "â€", "Â", "\x9d"))


def test_the_words_are_those_that_were_written() -> None:
    assert mended(_misread(CLEAN)).text == CLEAN


@pytest.mark.parametrize(
    "right",
    [
        *(
            CLEAN,
            "Ângela e Açores",
            "SÃO PAULO",
            "l’Âge d’or",
            "naïve café “déjà vu”",
            "Zoë’s “É” – «É»",
            "Ça coûte 2 €",
        ),
        *("AT&T & Sons", "a &b; c", "x < y & z", "👩‍👩‍👧 שלום \u202eabc", "नमस्ते क्\u200dष", "a\u200b b"),
    ],
)
def test_what_was_right_stays(right: str) -> None:
    assert mended(right) == (right, ())


@pytest.mark.parametrize(
    ("escaped", "right"),
    [
        ("&ldquo;We stay,&rdquo; she said.", "“We stay,” she said."),
        ("&amp;quot;We stay,&amp;quot; she said.", '"We stay," she said.'),
        ("Moss &amp;amp; Sons", "Moss & Sons"),
        ("it&#39;s", "it's"),
        ("it&#x2019;s &hellip;", "it’s …"),
    ],
)
def test_escapes_are_undone(escaped: str, right: str) -> None:
    assert mended(escaped) == (right, (PUT_RIGHT,))


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("Ober\u00admeier", "Obermeier"),
        ("de\u200bclined", "declined"),
        ("Ha\u2060gen", "Hagen"),
        ("com\ufeffment", "comment"),
        ("an end\u00ad of", "an end of"),
    ],
)
def test_signs_within_words_that_nobody_sees_go(hidden: str, shown: str) -> None:
    assert mended(hidden) == (shown, ())


def test_what_cannot_be_put_right_is_noted() -> None:
    assert LOST in mended("The mayor\ufffds house").notes
    assert LOST in mended("\u00e2\u20ac?We stay,\u00e2\u20ac? said Karin L\u00c3?w.").notes
    assert GARBLED in mended("The mayor\u00c3\u00a2\u00e2\u201a\u00acs house").notes


def test_a_garbled_file_keeps_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(_misread(CLEAN), "utf-8")
    ((capture, article),) = ingest(tmp_path)
    assert article
    assert article.text == CLEAN
    assert capture.note == PUT_RIGHT
    assert capture.raw
    assert capture.raw.encode(capture.encoding or "") == (tmp_path / "a.txt").read_bytes()


def test_where_others_counted_characters_a_file_is_read_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(_misread(CLEAN), "utf-8")
    ((_, article),) = ingest(tmp_path, literal=True)
    assert article
    assert article.text == _misread(CLEAN)


@pytest.mark.parametrize(
    ("escaped", "meant"),
    [
        ("Ni&ntilde;o costs &pound;1m, &amp;frac12; a stone", "Niño costs £1m, ½ a stone"),
        ("<p>It rained.</p><p>It <em>stopped</em>.</p>", "\nIt rained.\n\nIt stopped.\n"),
    ],
)
def test_names_of_signs_and_tags_are_read_as_they_were_meant(escaped: str, meant: str) -> None:
    assert mended(escaped).text.split() == meant.split()


@pytest.mark.parametrize("text", ["write &lt;b&gt; for bold", "Q&A; or B&B; rooms", "a <p> tag", "R&D;"])
def test_signs_that_may_be_meant_stay(text: str) -> None:
    assert mended(text).text == text
