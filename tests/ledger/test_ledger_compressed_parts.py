"""Parts are compressed where that is shorter; hostile streams count as changed and cost no memory."""

from __future__ import annotations

import subprocess
import sys
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_world import make_item
from tampering import tamper

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.ledger.log import compressed_parts
from sayso.ledger.log.compressed_parts import unpacked

LONG = b'{"words":["' + b"Again and again. " * 100 + b'"]}'


@given(st.binary(max_size=200).map(lambda rest: b"{" + rest) | st.just(LONG))
def test_a_packed_part_unpacks_to_itself_and_is_never_longer(part: bytes) -> None:
    assert unpacked(compressed_parts.packed(part)) == part
    assert len(compressed_parts.packed(part)) <= len(part)


WHOLE = zlib.compress(LONG)
NO_PARTS = {
    "cut short": WHOLE[:-1],
    "with more behind it": WHOLE + b"x",
    "with a changed byte": WHOLE[:30] + bytes([WHOLE[30] ^ 1]) + WHOLE[31:],
    "no stream": b"x{}",
    "two of them": WHOLE * 2,
    "with a dictionary of its own": b"x\xbb" + WHOLE[2:],
}


@pytest.mark.parametrize("name", NO_PARTS)
def test_other_bytes_are_not_unpacked(name: str) -> None:
    assert unpacked(NO_PARTS[name]) == NO_PARTS[name]


def test_a_stream_that_unpacks_into_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compressed_parts, "MOST", 1000)
    assert unpacked(WHOLE) == WHOLE
    with pytest.raises(LedgerError, match="expected an entry of at most 1000 bytes a part, found 1714"):
        compressed_parts.packed(LONG)


def test_an_entry_that_unpacks_into_gigabytes_is_reported_as_changed(url: str) -> None:
    with Ledger.open(url) as ledger:
        ledger.append(*make_item())
    tamper(url, f"UPDATE entry SET facts = x'{_bomb(3 << 30).hex()}' WHERE number = 1")
    program = (
        "import resource\n"
        f"resource.setrlimit(resource.RLIMIT_AS, ({1 << 31}, {1 << 31}))\n"
        "from sayso.ledger import Ledger\n"
        f"with Ledger.open({url!r}, write=False) as ledger: print(*ledger.verify().findings, sep='\\n')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines()[0] == "Entry 1: its facts have been changed."


def _bomb(size: int) -> bytes:
    """A whole stream of `size` bytes: packed so that any part of it is the same bytes, only one of them has to be."""
    block, blocks = b"0" * (1 << 20), size >> 20
    stream = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    start, same = (stream.compress(part) + stream.flush(zlib.Z_FULL_FLUSH) for part in (b"{", block))
    return b"".join([WHOLE[:2], start, same * blocks, stream.flush(), _check(blocks << 20).to_bytes(4)])


def _check(zeros: int) -> int:
    """The Adler-32 of a brace and that many zeros by their sums (RFC 1950, section 9): to add them up takes seconds."""
    first, each = 1 + ord("{"), ord("0")
    low, high = first + each * zeros, first * (1 + zeros) + each * zeros * (zeros + 1) // 2
    return high % 65521 << 16 | low % 65521
