"""`python -m sayso.ledger.checkpoint PROOF LEAF VKEY [WITNESS_VKEY ...]`: checks a proof without a ledger.

Exit 0 where the proof holds, 1 where it does not; 2 for other arguments.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sayso.ledger.checkpoint.note_keys import VerifierKey
from sayso.ledger.checkpoint.tlog_proof import check_proof


def main() -> int:
    """Check what the arguments name, and say what came of it."""
    if len(sys.argv) < 4:
        print(__doc__)
        return 2
    file, leaf, vkey, *witnesses = sys.argv[1:]
    try:
        keys = [VerifierKey.parse(vkey)]
        found = check_proof(Path(file).read_bytes(), bytes.fromhex(leaf), keys, [*map(VerifierKey.parse, witnesses)])
    except (OSError, ValueError) as error:
        print(f"does not hold: {error}")
        return 1
    print(f"holds: entry {found.index + 1} of the {found.checkpoint.size} of {found.checkpoint.origin!a}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
