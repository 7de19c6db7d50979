"""Ledgers as older versions of Sayso left them."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Table, create_engine, insert, update

from sayso.ledger import Ledger
from sayso.ledger.log.entry_rows import read
from sayso.ledger.log.merkle import MerkleTree
from sayso.ledger.log.tree_head import read_head
from sayso.ledger.store.migrate import upgrade
from sayso.ledger.store.tables import entry, head

WITHOUT_CLOCK = Table("entry", type(entry.metadata)(), *(one._copy() for one in entry.columns if one.name != "clock"))
"""The entries of schemas 0001 and 0002."""


def write_older(url: str, revision: str, ledger: Ledger) -> None:
    """Write what `ledger` holds into the empty database `url`, as the version of schema `revision` wrote it.

    Views are left empty, which opening fills.
    """
    engine, tree = create_engine(url), MerkleTree()
    with ledger._database.reading() as source, engine.begin() as target:
        upgrade(target, revision)
        for number in range(1, read_head(source).size + 1):
            stored = replace(read(source, number), clock=None).leafed()
            values = {"number": number, "leaf": stored.leaf}
            values |= {name: getattr(stored, name) for name in ("kind", "recorded_at", "actor")}
            for name, part in stored.parts.items():
                values |= {name: part.data, f"{name}_salt": part.salt, f"{name}_hash": part.hash}
            target.execute(insert(WITHOUT_CLOCK), values)
            tree = tree.add(stored.leaf)
        target.execute(update(head), {"size": tree.size, "root": tree.root, "peaks": b"".join(tree.peaks)})
    engine.dispose()
