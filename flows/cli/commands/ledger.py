"""`sayso ledger`: the ledger itself."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from flows.cli.output import out
from flows.stderr import say, tell
from sayso.desk.checking import check
from sayso.desk.checkpoints import expect_apart, read_checkpoint, write_checkpoint
from sayso.desk.gold_exporting import export_gold
from sayso.desk.ledger_keys import init_key as make_key
from sayso.desk.ledger_keys import known_keys, verifier_key
from sayso.desk.opening import opened
from sayso.desk.proving import check_proof_file, prove
from sayso.errors import TamperedError, UsageError
from sayso.ledger import Ledger
from sayso.ledger.checkpoint.note_keys import VerifierKey
from sayso.present.numbers import count
from sayso.present.safe import printable
from sayso.settings import settings
from schemas import Head


@click.group(name="ledger")
def command() -> None:
    """Check and show the ledger of everything that was read, linked and decided.

    \b
    Example: sayso ledger verify
    """


@command.command()
@click.option("--expect", metavar="SIZE:ROOT", help="A head that you noted elsewhere: the ledger must begin with it.")
@click.option(
    "--checkpoint",
    "files",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A checkpoint that you kept: the ledger must begin with it. Several narrow down where it was changed.  [all "
    "in the folder for checkpoints]",
)
@click.option("--key", "vkeys", multiple=True, metavar="VKEY", help="The public key of the checkpoint.  [the ledger's]")
@click.option("--witness", "witnesses", multiple=True, metavar="VKEY", help="A witness that must have signed it too.")
def verify(expect: str | None, files: tuple[Path, ...], vkeys: tuple[str, ...], witnesses: tuple[str, ...]) -> int:
    """Check every entry, and that none is missing: exit 0 if the ledger is intact, 1 if it is not.

    It says which entries are anchored, that is, covered by a signed checkpoint, and which are not.

    \b
    Examples: sayso ledger verify
              sayso ledger verify --checkpoint 340.checkpoint --key example.org/ledger+...
    """
    expected = _head(expect) if expect is not None else None
    if (vkeys or witnesses) and not files:
        raise UsageError("expected --checkpoint FILE with --key and --witness, found none")
    keys = _keys(vkeys, "--key") or known_keys(settings())
    given = [read_checkpoint(file, keys, _keys(witnesses, "--witness")) for file in files]
    verification = check(settings().service, expected, given)
    for sentence in (*verification.findings, *(f"warning: {one}" for one in verification.warnings)):
        out(f"{printable(sentence)}\n")
    if not verification.ok:
        raise TamperedError(f"the ledger is not intact, see above: {len(verification.findings)} found")
    out(f"ledger intact: {verification.entries} entries, head {verification.head}\n{verification.limit}\n")
    return 0


@command.command(name="init-key")
@click.option("--origin", metavar="NAME", help="The name of the ledger for outsiders, such as example.org/ledger.")
@click.option("--rotate", is_flag=True, help="Replace the key that is there; its public key stays listed.")
def init_key(origin: str | None, rotate: bool) -> None:
    """Make the key that signs checkpoints, and print its public key.

    Publish the public key: whoever has it checks checkpoints and proofs. The private key is in a file that only you may
    read, never in the database; SAYSO_LEDGER_KEY can have it instead.

    \b
    Example: sayso ledger init-key --origin example.org/ledger
    """
    ours = settings()
    expect_apart(ours)
    key = make_key(ours, origin, rotate=rotate)
    tell(f"the private key is in {ours.ledger.key_file}; checkpoints will be in {ours.ledger.checkpoints}")
    out(f"{printable(str(key))}\n")


@command.command()
def checkpoint() -> None:
    """Sign the ledger as it is now, and print that: a few lines to mail, to print, or to hand to a witness.

    \b
    Example: sayso ledger checkpoint > friday.checkpoint
    """
    with _opened() as ledger:
        kept = write_checkpoint(ledger, settings())
    if kept is None:
        raise UsageError("expected a key, found none; `sayso ledger init-key --origin NAME` makes one")
    tell(f"checkpoint of {count(kept.head.size, 'entry', 'entries')}: {kept.file}")
    out(kept.checkpoint.note.decode())


@command.command(name="prove")
@click.argument("number", type=click.IntRange(min=1), metavar="ENTRY")
@click.option(
    "--checkpoint",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The checkpoint to prove it against, with signatures of witnesses.  [one of now]",
)
@click.option("--out", "folder", type=click.Path(path_type=Path), metavar="DIR", help="Where to write it.  [.]")
def prove_entry(number: int, file: Path | None, folder: Path | None) -> None:
    """Write a proof that entry number ENTRY is in the ledger, for somebody who has only the public key.

    \b
    Example: sayso ledger prove 339
    """
    ours = settings()
    given = read_checkpoint(file, known_keys(ours)) if file else None
    with _opened() as ledger:
        entry, proof = prove(ledger, ours, number, given)
    place = (folder or Path()) / f"entry-{number}.tlog-proof"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(proof.written())
    except OSError as error:
        raise UsageError(f"expected to write {place}, could not: {error.strerror}") from None
    tell(f"{place}: entry {number}, of which the leaf is")
    out(f"{entry.leaf}\n")


@command.command(name="check-proof")
@click.argument("file", type=click.Path(path_type=Path), metavar="PROOF")
@click.option(
    "--entry", required=True, metavar="LEAF", help="The leaf as 64 hexadecimal digits, or a file of its data."
)
@click.option("--key", "vkeys", required=True, multiple=True, metavar="VKEY", help="The public key of the ledger.")
@click.option("--witness", "witnesses", multiple=True, metavar="VKEY", help="A witness that must have signed it too.")
def check_proof(file: Path, entry: str, vkeys: tuple[str, ...], witnesses: tuple[str, ...]) -> None:
    """Check a proof without any ledger: exit 0 if it holds, 1 if it does not.

    \b
    Example: sayso ledger check-proof entry-339.tlog-proof --entry 0f3a... --key example.org/ledger+...
    """
    proven = check_proof_file(file, entry, _keys(vkeys, "--key"), _keys(witnesses, "--witness"))
    point = proven.checkpoint
    out(
        printable(f"holds: entry {proven.index + 1} of the {point.size} of {point.origin}, signed by {proven.key}")
        + "\n"
    )
    for name, at in proven.seen:
        out(printable(f"seen by the witness {name} on {at:%Y-%m-%d %H:%M} UTC") + "\n")


@command.command(name="accept-head")
@click.option("--why", required=True, metavar="TEXT", help="The reason, for those who read it later.")
@click.option("--by", metavar="NAME", help="Who accepts it.  [the login name, or SAYSO_ACTOR]")
def accept_head(why: str, by: str | None) -> None:
    """Continue a ledger that does not begin with the head noted beside it, as after restoring an older copy.

    From then on, every `sayso ledger verify` lists the head that was given up.

    \b
    Example: sayso ledger accept-head --why "Friday's backup, the disk had failed"
    """
    if not why.strip():
        raise UsageError("expected a reason for --why, found none")
    with _opened() as ledger:
        accepted = ledger.accept_head(by or settings().actor, why)
    if accepted is None:
        tell("nothing to accept: the ledger begins with the head noted beside it")
    else:
        tell(f"accepted: the ledger continues from {accepted}")


@command.command()
@click.option("--since", type=click.IntRange(min=0), default=0, metavar="N", help="Only entries after number N.")
def log(since: int) -> None:
    """Print the entries, one on each line: number, time, kind, actor, leaf.

    \b
    Example: sayso ledger log --since 100
    """
    with _opened() as ledger, ledger.snapshot() as snapshot:
        for entry in snapshot.entries(since):
            moment = entry.recorded_at.isoformat(timespec="seconds")
            out(f"{entry.number:>7}  {moment}  {entry.kind:<10}  {entry.actor}  {entry.leaf}\n")


@command.command()
@click.argument("number", type=click.IntRange(min=1), metavar="N")
def show(number: int) -> None:
    """Print everything in entry N, as JSON.

    \b
    Example: sayso ledger show 1
    """
    with _opened() as ledger, ledger.snapshot() as snapshot:
        out(json.dumps(snapshot.show(number), indent=2) + "\n")


@command.command()
def rebuild() -> None:
    """Make the views again: the tables that say where in the ledger things are. The entries stay as they are.

    A ledger of an older version is brought up to date first.

    \b
    Example: sayso ledger rebuild
    """
    with opened(make=False) as ledger:
        ledger.rebuild()
    tell("views made again")


@command.command()
@click.option(
    "--gold",
    "folder",
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A new or empty folder for the articles and what people said of them.",
)
def export(folder: Path) -> None:
    """Write what people corrected and confirmed to a folder that sayso evaluate scores.

    Every article with a correction (sayso correct) or a confirmed reading (sayso decide ID confirm) is in it, with its
    text. Only these readings are gold: of the rest of an article nothing is claimed.

    \b
    Example: sayso ledger export --gold gold && sayso evaluate gold
    """
    with _opened() as ledger, ledger.snapshot() as snapshot:
        made = export_gold(snapshot, folder)
    for sentence in made.left_out:
        say(sentence)
    tell(f"{folder}: {count(made.statements, 'reading')} of {count(made.articles, 'article')}")


def _opened() -> Ledger:
    return opened(write=False, ignore_noted=True)


def _keys(vkeys: tuple[str, ...], where: str) -> list[VerifierKey]:
    return [verifier_key(vkey, where) for vkey in vkeys]


def _head(given: str) -> Head:
    size, _, root = given.partition(":")
    if not (size.isascii() and size.isdigit() and re.fullmatch("[0-9a-f]{64}", root)):
        raise UsageError(f"expected a head as SIZE:ROOT for --expect, as `sayso run` prints it, found {given!r}")
    return Head(size=int(size), root=root)
