"""The process that a `Server` starts: `python -m flows.server.prefect_process` serves Prefect's API."""

from __future__ import annotations

import fcntl
import gc
import os
import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from flows.process_setup import COLLECTIONS

if TYPE_CHECKING:
    import uvicorn


def main() -> None:
    """Bind a free port of this machine, print it, and serve.

    Standard input is a pipe that the parent holds open: the server ends when the parent does, in any way. Clients
    without the secret in `PREFECT_SERVER_API_AUTH_STRING` are refused, and so are pages of other origins. Only one
    server in a Prefect home starts at a time: the first makes the database.
    """
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    address = listening.getsockname()
    print(address[1], flush=True)
    home = Path(os.environ["PREFECT_HOME"])
    os.environ.update(_settings(home, *address))
    gc.set_threshold(*COLLECTIONS)
    os.chdir(home)  # Prefect reads settings from files in the working directory

    import uvicorn
    from prefect.server.api.server import create_app

    config = uvicorn.Config(create_app(final=True), log_level="error", lifespan="on", timeout_graceful_shutdown=2)
    server = uvicorn.Server(config)
    threading.Thread(target=_end_with_parent, args=(server,), daemon=True).start()
    _start_alone(server, home / "starting.lock")
    server.run(sockets=[listening])


def _settings(home: Path, host: str, port: int) -> dict[str, str]:
    return {
        "PREFECT_SERVER_API_HOST": host,
        "PREFECT_SERVER_API_PORT": str(port),
        "PREFECT_SERVER_CORS_ALLOWED_ORIGINS": f"http://{host}:{port}",
        "PREFECT_SERVER_CSRF_PROTECTION_ENABLED": "true",
        "PREFECT_SERVER_UI_STATIC_DIRECTORY": str(home / "pages"),  # Sayso may be installed in a read-only folder
    }


def _start_alone(server: uvicorn.Server, lock: Path) -> None:
    """Wait until no other server is starting, and let the next one start once this one has."""
    file = lock.open("w")
    fcntl.flock(file, fcntl.LOCK_EX)
    started = server.startup

    async def startup(sockets: list[socket.socket] | None = None) -> None:
        await started(sockets)
        file.close()

    server.startup = startup  # type: ignore[method-assign]


def _end_with_parent(server: uvicorn.Server) -> None:
    while os.read(0, 1024):
        pass
    server.should_exit = True


if __name__ == "__main__":
    main()
