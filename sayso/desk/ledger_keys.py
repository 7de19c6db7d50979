"""The keys that sign checkpoints of the ledger: made, changed, and read.

The private key is in the file `[ledger] key_file`, which only its owner may read, or in the variable
`SAYSO_LEDGER_KEY`; never in the database. Beside the file, with `.vkeys` after its name, is the list of all public keys
so far: a line of who made it and when, which begins with `#`, and the key.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkstemp

from sayso.errors import UsageError
from sayso.ledger.checkpoint.merkle_proof import ProofError
from sayso.ledger.checkpoint.note_keys import SignerKey, VerifierKey
from sayso.settings import Settings
from sayso.settings.signing_key import VARIABLE, signing_key


def init_key(ours: Settings, origin: str | None, *, rotate: bool = False) -> VerifierKey:
    """Make a key that signs from now on; returns its public key, which is listed with those before it.

    `origin` is the name of the log, such as example.org/ledger; with `rotate`, by default the one that it has.
    UsageError where there is a key already and `rotate` is not said, or the other way round.
    """
    file = ours.ledger.key_file
    if signing_key():
        raise UsageError(f"expected no key in {VARIABLE}, which outranks {file}; unset it to make a key in the file")
    if file.exists() is not rotate:
        raise UsageError(
            f"expected a key in {file} to replace, found none; leave out --rotate"
            if rotate
            else f"expected no key in {file}, found one; --rotate makes a new one and keeps the old public key"
        )
    name = origin or (_of_file(file).name if rotate else "")
    try:
        key = SignerKey.new(name)
    except ProofError as error:
        raise UsageError(f"{error} for --origin") from None
    _keep(file, key, ours.actor)
    return key.verifier


def signer_key(ours: Settings) -> SignerKey | None:
    """The key that signs; None where there is none. UsageError where it is none, or others can read it."""
    if text := signing_key():
        return _parsed(text, f"the variable {VARIABLE}")
    return _of_file(ours.ledger.key_file) if ours.ledger.key_file.exists() else None


def known_keys(ours: Settings) -> tuple[VerifierKey, ...]:
    """The public keys of this ledger, old ones first; UsageError where the list has a line that is none."""
    file = _public(ours.ledger.key_file)
    try:
        lines = file.read_text("utf-8").splitlines() if file.exists() else []
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"expected the public keys in {file}, could not read them: {error}") from None
    listed = [verifier_key(line, str(file)) for line in lines if line.strip() and not line.startswith("#")]
    if (text := signing_key()) and (own := _parsed(text, f"the variable {VARIABLE}").verifier) not in listed:
        listed.append(own)
    return tuple(listed)


def verifier_key(vkey: str, where: str) -> VerifierKey:
    """The public key in this text; UsageError, which says `where` it stands, where it is none."""
    try:
        return VerifierKey.parse(vkey)
    except ProofError as error:
        raise UsageError(f"{error}, in {where}") from None


def _public(file: Path) -> Path:
    return file.with_name(f"{file.name}.vkeys")


def _of_file(file: Path) -> SignerKey:
    try:
        if file.stat().st_mode & 0o077:
            raise UsageError(f"expected a key that only its owner can read in {file}; run: chmod 600 {file}")
        text = file.read_text("ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"expected a key in {file}, could not read it: {error}") from None
    return _parsed(text.strip(), str(file))


def _parsed(text: str, where: str) -> SignerKey:
    try:
        return SignerKey.parse(text.strip())
    except ProofError as error:
        raise UsageError(f"{error}, in {where}; `sayso ledger init-key` makes a key") from None


def _keep(file: Path, key: SignerKey, actor: str) -> None:
    """List the public key, then put the private one in its place, all of it or nothing."""
    by = " ".join(actor.split())
    listed = f"# since {datetime.now(UTC):%Y-%m-%d %H:%M} UTC, by {by}\n{key.verifier}\n"
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _public(file).open("a", encoding="utf-8") as public:
            public.write(listed)
        begun, name = mkstemp(dir=file.parent, prefix=f"{file.name}.", suffix=".part")  # 0600
        with open(begun, "w", encoding="ascii") as private:
            private.write(f"{key.written()}\n")
            private.flush()
            os.fsync(private.fileno())
        os.replace(name, file)
    except OSError as error:
        raise UsageError(f"expected to write a key to {file}, could not: {error.strerror}") from error
