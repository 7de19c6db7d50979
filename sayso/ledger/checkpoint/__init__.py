"""Checkpoints and proofs that an outsider verifies: signed notes, Merkle proofs, and the two in one file.

The modules here know only each other, `sayso.ledger.log.merkle`, the standard library and `cryptography`, never the
database. An expert can copy them out, with empty files `__init__.py` above them:

    python -m sayso.ledger.checkpoint FILE.tlog-proof LEAF VKEY
"""
