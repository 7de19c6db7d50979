"""`sayso copies`: pairs in print and as lines of JSON; an unreadable file does not affect the others."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from flows.cli import main as cli

STORY = (
    "The talks at the lake ended without a deal on Tuesday, two delegations said in separate statements. "
    "Both sides agreed to meet again in the autumn, and neither would say where or with whom at the table.\n"
)
OTHER = "Farmers in the valley have begun the harvest two weeks early, and they blame the dry spring for it all.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wire.txt").write_text(f"Published: August 9, 2022\n\nGENEVA, Aug 9 (Reuters) - {STORY}", "utf-8")
    (tmp_path / "herald.txt").write_text(f"Published: August 10, 2022\n\n{STORY}{OTHER}", "utf-8")
    (tmp_path / "farmer.txt").write_text(OTHER * 2, "utf-8")
    return tmp_path


def printed(*arguments):
    result = CliRunner().invoke(cli.sayso, ["copies", *arguments], standalone_mode=False)
    return result.return_value, result.stdout, result.stderr


def test_a_pair_is_printed_with_its_order_its_credits_and_what_it_shares(folder):
    assert printed("wire.txt", "herald.txt") == (
        0,
        " 79%  wire.txt (2022-08-09) → herald.txt (2022-08-10)\n"
        "      The two articles share 37 words: 79% of the shorter one's wording.\n"
        "      The longest passage that both have has 37 words: “The talks at the lake ended without a deal on "
        "Tuesday, two delegations said in …”.\n"
        "      One was published on 2022-08-09, the other on 2022-08-10.\n"
        "      wire.txt credits Reuters with the whole text: “GENEVA, Aug 9 (Reuters)”.\n"
        f"      | {STORY[:-2]}\n\n",
        "sayso: 1 pair of 2 articles share text\n",
    )


def test_lines_of_json_have_everything_about_a_pair(folder):
    code, lines, _ = printed("wire.txt", "herald.txt", "--format", "jsonl")
    row = json.loads(lines)
    assert code == 0
    words = {name: (folder / f"{name}.txt").read_text("utf-8") for name in ("wire", "herald")}
    (passage,) = row.pop("passages")
    assert (
        words["wire"][slice(*passage["a"])] == words["herald"][slice(*passage["b"])] == passage["words"] == STORY[:-2]
    )
    assert [one["name"] for one in row.pop("signals")] == ["shared words", "longest passage", "order"]
    ids = [row["articles"][side].pop("id") for side in "ab"]
    assert [len(one) for one in ids] == [32, 32]
    nothing = {"title": None, "outlet": None, "url": None}
    credit = {"name": "Reuters", "registry": "reuters", "kind": "dateline", "share": "whole", "span": [27, 50]}
    assert row == {
        "schema": 1,
        "a": "wire.txt",
        "b": "herald.txt",
        "containment": 0.789,
        "copied": True,
        "earlier": "a",
        "articles": {
            "a": {"file": "wire.txt", "published": "2022-08-09", "credits": [credit], **nothing},
            "b": {"file": "herald.txt", "published": "2022-08-10", "credits": [], **nothing},
        },
    }


def test_articles_with_ids_are_called_by_them(folder):
    lines = [{"id": "a1", "text": STORY}, {"id": 7, "text": f"{STORY} {OTHER}"}]
    (folder / "all.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    row = json.loads(printed("all.jsonl", "--format", "jsonl")[1])
    assert {row["a"], row["b"]} == {"a1", "7"}
    assert (row["containment"], row["earlier"]) == (1.0, None)


def test_two_files_with_the_same_text_are_a_pair(folder):
    (folder / "again.txt").write_bytes((folder / "farmer.txt").read_bytes())
    _, lines, told = printed("farmer.txt", "again.txt", "--format", "jsonl")
    row = json.loads(lines)
    assert sorted((row["a"], row["b"])) == ["again.txt", "farmer.txt"]
    assert row["articles"]["a"]["id"] == row["articles"]["b"]["id"]
    assert told == "sayso: 1 pair of 2 articles share text\n"


def test_less_can_be_asked_for(folder):
    of = "of 3 articles share text\n"
    assert printed("wire.txt", "herald.txt", "farmer.txt", "--least", "0.7")[2] == f"sayso: 1 pair {of}"
    assert printed("wire.txt", "herald.txt", "farmer.txt", "--least", "0.05")[2] == f"sayso: 2 pairs {of}"


def test_a_shared_quotation_is_distinguished_from_a_copy(folder):
    quote = "“We have come to the end of this road, and we must now look for another one that leads somewhere,”"
    (folder / "one.txt").write_text(f"{quote} the envoy said.", "utf-8")
    (folder / "two.txt").write_text(f"{quote} Roe told a crowd.", "utf-8")
    first, *_ = printed("one.txt", "two.txt")[1].splitlines()
    assert first.endswith("(the same quotations, no copy)")


def test_an_unreadable_file_is_reported_and_the_others_are_compared(folder):
    (folder / "empty.txt").write_text("", "utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    code, text, told = printed(str(folder))
    assert code == 3
    assert text.startswith(" 79%")
    assert told.splitlines() == [
        f"sayso: {folder}/picture.png: skipped, not .txt, .html or .jsonl",
        f"sayso: {folder}/empty.txt: expected an article, found no text in it; save it again, or take the file away",
        "sayso: 2 pairs of 3 articles share text",
    ]


def test_a_folder_without_articles_is_reported(folder):
    (folder / "none").mkdir()
    assert printed("none")[1:] == (
        "",
        "sayso: expected .txt, .html or .jsonl files with articles, found none; name others\n"
        "sayso: 0 pairs of 0 articles share text\n",
    )
