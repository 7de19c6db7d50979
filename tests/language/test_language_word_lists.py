"""Word lists: what is said of a file that has not the lists that it should, and that no two lists are one."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sayso.errors import UsageError
from sayso.language import english
from sayso.language.word_lists import Phrases, Words, load, mapping


class Verbs(NamedTuple):
    """A model of two lists."""

    speech: Words
    turning: Phrases


def read(tmp_path: Path, content: str) -> Verbs:
    (tmp_path / "verbs.yaml").write_text(content, "utf-8")
    return load(Verbs, tmp_path / "verbs.yaml")


def test_a_list_is_words_or_phrases(tmp_path: Path) -> None:
    assert read(tmp_path, "speech: >-\n  say\n  tell\nturning: [but , in fact]") == Verbs(
        frozenset({"say", "tell"}), ("but", "in fact")
    )
    assert read(tmp_path, "speech: [has to, say]\nturning: [however]").speech == {"has to", "say"}


class Speech(NamedTuple):
    """A model of lists that include one another."""

    speech: Words
    telling: Words


def test_a_list_includes_another(tmp_path: Path) -> None:
    (tmp_path / "speech.yaml").write_text("speech: say +telling\ntelling: assure tell", "utf-8")
    assert load(Speech, tmp_path / "speech.yaml").speech == {"say", "assure", "tell"}


@pytest.mark.parametrize("content", ["speech: say +tell\ntelling: tell", "speech: +telling\ntelling: +speech"])
def test_what_a_list_includes_is_another_list(tmp_path: Path, content: str) -> None:
    (tmp_path / "speech.yaml").write_text(content, "utf-8")
    with pytest.raises(UsageError, match=r"speech.yaml: expected \+tell|speech.yaml: expected \+speech"):
        load(Speech, tmp_path / "speech.yaml")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("speech: say", "verbs.yaml: expected the list turning, found none; write it"),
        ("speech: say\nturning: [but]\nspeach: say", "verbs.yaml: expected no list speach; rename it"),
        (
            "speech: say\nturning: but",
            "verbs.yaml, turning: expected a list of phrases, found something else; correct it",
        ),
        ("speech: {a: b}\nturning: [but]", "verbs.yaml, speech: expected words, found something else; correct it"),
        ("- say", "verbs.yaml: expected lists by their names, found none; write them"),
    ],
)
def test_a_file_without_its_lists_is_refused_with_one_sentence(tmp_path: Path, content: str, sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        read(tmp_path, content)
    assert str(refused.value) == sentence


def test_a_mapping_is_words_with_what_they_stand_for(tmp_path: Path) -> None:
    (tmp_path / "spellings.yaml").write_text("labour: labor\nNO: Norway", "utf-8")
    assert mapping(tmp_path / "spellings.yaml") == {"labour": "labor", "NO": "Norway"}


def lists() -> dict[str, Any]:
    files = {name: value for name, value in vars(english).items() if isinstance(value, tuple)}
    return {f"{name}.{one}": words for name, value in files.items() for one, words in value._asdict().items()}


def test_no_two_lists_are_the_same() -> None:
    found = lists()
    assert len(found) > 100
    seen: dict[Any, str] = {}
    for name, words in found.items():
        if isinstance(words, frozenset):
            assert words not in seen, f"{name} is {seen[words]}"
            seen[words] = name
