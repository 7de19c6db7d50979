"""Reports are written whole, and none in place of another."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from sayso.desk.report_files import write_new
from sayso.report import report

AT_ONCE = """
import sys
from pathlib import Path
from sayso.desk.report_files import write_new
from sayso.report import report
made = report([], [])
sys.stdin.read()  # until all are ready
for _ in range(25):
    print(write_new(made, Path(sys.argv[1]), "2026-11-29T070000Z", "json").name)
"""


def test_reports_of_one_second_stand_beside_each_other(tmp_path: Path) -> None:
    made = report([], [])
    first, second, third = (write_new(made, tmp_path / "reports", "2026-11-29T070000Z", "md") for _ in range(3))
    assert [first.name, second.name, third.name] == [
        "2026-11-29T070000Z.md",
        "2026-11-29T070000Z-2.md",
        "2026-11-29T070000Z-3.md",
    ]
    assert first.read_bytes() == second.read_bytes() == third.read_bytes() != b""
    assert sorted((tmp_path / "reports").iterdir()) == sorted([first, second, third])


def test_what_is_left_of_a_report_that_was_never_finished_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "then.md.part").write_text("half a sen", "utf-8")
    assert write_new(report([], []), tmp_path, "then", "md").name == "then-2.md"


def test_several_programs_write_reports_at_once_and_none_is_lost(tmp_path: Path) -> None:
    programs = [
        subprocess.Popen([sys.executable, "-c", AT_ONCE, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for _ in range(3)
    ]
    for one in programs:
        assert one.stdin is not None
        one.stdin.close()
        one.stdin = None
    named = [name.decode() for one in programs for name in one.communicate()[0].split()]
    assert len(named) == len(set(named)) == 75
    assert sorted(named) == sorted(path.name for path in tmp_path.iterdir())
