"""JSONL: an article a line; a bad line costs one sentence with its number."""

from __future__ import annotations

import io
import json
import pickle
import time
from pathlib import Path

import pytest

from sayso.ingest import ingest, locate, read

FULL = {
    "id": "a-1",
    "text": "Putin met Bennett.",
    "url": "https://example.org/a",
    "title": "A meeting",
    "outlet": "Example Times",
    "published": "2022-08-09",
    "byline": "Jane Doe",
    "story": "talks",
    "views": 3,
}


def test_a_line_says_all_that_is_known(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps(FULL) + "\n", "utf-8")
    [one] = ingest(path)
    assert one.article
    assert one.article.model_dump() == {
        "text": "Putin met Bennett.",
        "url": "https://example.org/a",
        "key": "a-1",
        "title": "A meeting",
        "outlet": "Example Times",
        "published": "2022-08-09",
        "byline": "Jane Doe",
        "story": "talks",
        "salt": None,
    }
    assert (one.capture.file, one.capture.media) == (f"{path}:1", "jsonl")
    assert one.capture.raw
    assert one.capture.raw.encode(one.capture.encoding or "") == path.read_bytes()


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            '{"text": "One."',
            "expected a JSON object, found something else (Expecting ',' delimiter at character 16); mend the line",
        ),
        ("[1]", "expected a JSON object, found an array; mend the line"),
        ("null", "expected a JSON object, found null; mend the line"),
        ("9" * 5000, "expected a JSON object, found a number too long to read; mend the line"),
        ("{}", "expected words in `text` or `html`, found neither; add them to the line"),
        ('{"text": ""}', "expected words in `text` or `html`, found neither; add them to the line"),
        ('{"text": 3}', "expected text in `text`, found a number; mend the line"),
        ('{"text": "One.", "title": []}', "expected text in `title`, found an array; mend the line"),
        ('{"text": "One.", "id": {}}', "expected text or a number in `id`, found an object; mend the line"),
        ('{"a":' * 100_000, "expected a JSON object, found one nested too deeply; mend the line"),
    ],
    ids=["cut off", "list", "null", "long number", "empty", "no words", "number", "bad title", "bad id", "deep"],
)
def test_a_bad_line_in_the_middle(tmp_path: Path, line: str, problem: str) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(f'{{"text": "One."}}\n\n{line}\n{{"text": "Three."}}', "utf-8")
    one, bad, three = ingest(path)
    assert (one.article and one.article.text, three.article and three.article.text) == ("One.", "Three.")
    assert bad.article is None
    assert bad.capture.file == f"{path}:3"
    assert bad.capture.problem == problem


def test_an_empty_file_costs_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text("\n\n")
    [one] = ingest(path)
    assert one.capture.problem == "expected an article a line, found an empty file; save it again, or take it away"


def test_half_a_surrogate_pair_is_replaced_and_a_date_that_is_none_not_known(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"id": 7, "text": "A \\ud83d cut.", "published": "yesterday"}')
    [one] = ingest(path)
    assert one.article
    assert (one.article.text, one.article.key, one.article.published) == ("A \ufffd cut.", "7", None)


def test_ten_thousand_articles_are_each_read_where_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text("".join(f'{{"id": "{n}", "text": "Article {n}."}}\n' for n in range(10_000)), "utf-8")
    begin = time.process_time()
    found = locate([path]).articles
    assert len(found) == 10_000
    last = read(pickle.loads(pickle.dumps(found[-1])))
    assert (last.article and last.article.text, last.capture.file) == ("Article 9999.", f"{path}:10000")
    assert time.process_time() - begin < 3


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Plain text.", [("text", "Plain text.")]),
        (b'{"text": "One."}\n{"text": "Two."}\n', [("jsonl", "One."), ("jsonl", "Two.")]),
        (b"", [("text", None)]),
    ],
)
def test_standard_input_is_what_its_first_bytes_say(
    monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[tuple[str, str | None]]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    found = [(one.capture.media, one.article.text if one.article else None) for one in ingest("-")]
    assert found == expected
