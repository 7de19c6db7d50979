"""Write the version of every package, direct or not, of every group into pyproject.toml.

Run `python .ci/pin.py` after changing a dependency. It resolves anew with uv, for every platform and Python at once,
and replaces what stands between the brackets of `constraint-dependencies` (what is installed) and
`build-constraint-dependencies` (what builds the wheel).
"""

from __future__ import annotations

import re
import subprocess
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Resolve without the old pins, then write the new ones."""
    project = ROOT / "pyproject.toml"
    text = project.read_text("utf-8")
    bare = filled(filled(text, "constraint-dependencies", []), "build-constraint-dependencies", [])
    builders = tomllib.loads(text)["build-system"]["requires"]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pyproject.toml").write_text(bare, "utf-8")
        (Path(folder) / "build.in").write_text("\n".join(builders), "utf-8")
        installed = pins(folder, "uv", "export", "--all-groups", "--no-emit-project", "--no-hashes")
        building = pins(folder, "uv", "pip", "compile", "--universal", "--no-annotate", "build.in")
    project.write_text(
        filled(filled(text, "constraint-dependencies", installed), "build-constraint-dependencies", building), "utf-8"
    )
    print(f"{len(installed)} packages pinned, and {len(building)} for building")


def pins(folder: str, *command: str) -> list[str]:
    """The requirements that `command` prints, one a line."""
    done = subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, text=True)
    return [line.strip() for line in done.stdout.splitlines() if "==" in line and not line.lstrip().startswith("#")]


def filled(text: str, key: str, values: list[str]) -> str:
    """`text` with the list at `key` replaced by `values`."""
    body = "".join(f'    "{value.replace(chr(34), chr(39))}",\n' for value in values)
    listed = f"{key} = [\n{body}]" if values else f"{key} = []"
    replaced, count = re.subn(rf"^{key} = \[(\]|.*?^\])$", lambda _: listed, text, flags=re.MULTILINE | re.DOTALL)
    if count != 1:
        raise SystemExit(f"expected one `{key} = [...]` in pyproject.toml, found {count}; add it under [tool.uv]")
    return replaced


if __name__ == "__main__":
    main()
