"""The provenance ledger: everything that was captured and read, in order, and tamper-evident.

Ledger format
=============

The table `entry` holds the ledger, one row an entry, numbered 1, 2, 3 ... without gaps. An entry has a `kind`
("capture", "extraction", "links" or "decision"), `recorded_at` (UTC, microseconds, never before the entry it follows),
the `clock` at that moment (none in entries that an older version made), an `actor`, and up to three parts: `facts`
(ids, offsets, numbers), `words` (text that comes from articles, and hashes of it) and, in a decision, `note` (what a
person typed).
A part is canonical JSON (RFC 8785, without floats) in UTF-8, kept with its own random salt of 32 bytes and
SHA-256(salt || part). A stored part that begins with `x`, and not with `{`, is that JSON as a zlib stream (`packed`):
it is unpacked before it is hashed.

`leaf` is SHA-256(0x00 || data), where data is canonical JSON over every other column, with the parts by their hashes
(`log.leaf` says exactly how). The leaves in order are those of a Merkle tree as RFC 6962, section 2.1, defines it
(`log.merkle`): inner nodes are SHA-256(0x01 || left || right). A root therefore vouches for all entries before it, and
a part can be deleted for legal reasons, with its salt, while the tree still verifies. What the parts hold is described
in `entries.contents`, `linking_content` and `decision_content`; how words are kept apart from facts, in `redactable`.

To verify a ledger with a program of your own: for each row, in order of number, hash salt and part of each part that
is there and compare; build the data, hash it and compare with `leaf`; add the leaf to the tree. Size and root must
equal those in the one row of the table `head`, and those that were noted elsewhere: a ledger that was cut or rewritten
together with its head is detected only by a root that was kept somewhere else.

The database refuses UPDATE and DELETE of entries, INSERT of any number but the next (and so REPLACE), and on
PostgreSQL TRUNCATE. Tables named `view_...` are folds of the entries; `rebuild` makes them again.
"""

from sayso.ledger.append.captures import Item
from sayso.ledger.append.growth import AppendResult
from sayso.ledger.ledger import Ledger
from sayso.ledger.snapshot import Snapshot
from sayso.ledger.store.database import files_of
from sayso.ledger.verify.verification import Verification
from sayso.ledger.views.known_articles import HeldCapture
from sayso.ledger.views.other_readings import Rereading
from sayso.ledger.views.pair_rulings import PairRuling
from sayso.ledger.views.read_articles import ReadArticle
from sayso.ledger.views.whole_readings import WholeReading

__all__ = [
    "AppendResult",
    "HeldCapture",
    "Item",
    "Ledger",
    "PairRuling",
    "ReadArticle",
    "Rereading",
    "Snapshot",
    "Verification",
    "WholeReading",
    "files_of",
]
