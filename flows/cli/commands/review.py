"""`sayso review`: the page on which a desk works its list off."""

from __future__ import annotations

import os
from pathlib import Path

import click

from flows.cli.commands.options import chosen
from flows.cli.output import out
from flows.server.stopping import stopping
from flows.stderr import tell
from sayso.home import private
from sayso.present.safe import printable
from sayso.settings import settings


@click.command(name="review")
@click.option("--host", metavar="ADDRESS", help="The address to listen on.  [127.0.0.1]")
@click.option("--port", metavar="N", help="The port to listen on; 0 is any that is free.  [8420]")
@click.option("--root-path", metavar="PATH", help="The path under which a proxy has the page.")
@click.option("--home", type=click.Path(path_type=Path), metavar="DIR", help="The home.  [SAYSO_HOME]")
@click.option(
    "--by", "people", multiple=True, metavar="NAME", help="Who sits at the desk; you can repeat it.  [the login name]"
)
def command(
    host: str | None, port: str | None, root_path: str | None, home: Path | None, people: tuple[str, ...]
) -> None:
    """Work the list off in a browser: each item with its paragraph and who says so; decide, correct, take back.

    Open the address that is printed: its token says that it is you, and what you decide is recorded under your name.
    With several --by, one address is printed for each. It listens on this machine alone. In a newsroom, put a proxy
    with TLS before it and set [review] proxy_networks and hosts: then the proxy says who somebody is. Ctrl-C stops it.

    \b
    Examples: sayso review
              sayso review --port 0 --by "Ana Lind" --by "Bo Ek"
    """
    if home is not None:
        os.environ["SAYSO_HOME"] = str(home.absolute())
    ours = settings()
    at = host or ours.review.host
    path = ours.review.root_path if root_path is None else chosen("--root-path", "[review] root_path", root_path)
    base, asked_port = path.rstrip("/"), ours.review.port if port is None else chosen("--port", "[review] port", port)

    from sayso.desk.open_desk import OpenDesk  # imported here: no help and no refusal needs a server
    from sayso.review import PageServer, access_rules, addresses, application, listening

    access_rules(ours, at, asked_port, people)
    private(ours.home)
    with stopping() as asked, OpenDesk(ours) as desk, listening(at, asked_port) as socket:
        port_now = socket.getsockname()[1]
        rules = access_rules(ours, at, port_now, [*dict.fromkeys(people or (ours.actor,))])
        tell("Reading what articles give to the list ...")
        with desk.now():
            asked.check()
        for address in addresses(rules, at, port_now, base):
            name = rules.tokens.get(address.rpartition("token=")[2])
            out(f"{printable(name) + ': ' if name and len(rules.tokens) > 1 else ''}{address}\n")
        tell("Stop with Ctrl-C.")
        server = PageServer(application(desk, rules, base, port_now))
        with asked.calling(server.stop):
            server.run(sockets=[socket])
        asked.check()
