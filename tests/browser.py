"""Pages shown in a real browser, each in a frame of its own, and what a script of the test measures in them."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = "--headless --no-sandbox --disable-gpu --no-first-run --virtual-time-budget=5000 --dump-dom".split()

# The pages have no scripts: this one stands around them.
_HARNESS = """<!doctype html><title>harness</title><body>{frames}<script>
onload = () => setTimeout(() => {{
  const measure = {measure};
  const pages = [...document.querySelectorAll("iframe")].map(
    frame => [frame.id, {{title: frame.contentDocument.title,
      fetched: frame.contentWindow.performance.getEntriesByType("resource").length,
      beyond: frame.contentDocument.documentElement.scrollWidth - frame.contentDocument.documentElement.clientWidth,
      ...measure(frame.contentDocument, frame)}}]);
  const out = document.createElement("pre");
  out.textContent = JSON.stringify({{title: document.title, pages: Object.fromEntries(pages)}});
  document.body.replaceChildren(out);
}}, 300);
</script>"""


class Shown(NamedTuple):
    """A page, and how many CSS pixels wide its window is."""

    page: str
    width: int


class Browser(NamedTuple):
    """A browser on this machine, and a folder of its own."""

    program: str
    folder: Path

    def seen(self, pages: Mapping[str, Shown], measure: str) -> dict[str, dict[str, Any]]:
        """What became of each page: its `title`, what it `fetched`, how far it reaches `beyond` its window, and more.

        `measure` is a JavaScript function of a page's document and its frame; it gives an object for JSON. Fails
        where a page has reached out of its frame.
        """
        frames = "".join(
            f'<iframe id="{name}" width="{one.width}" height="844" style="border: 0" '
            f'srcdoc="{html.escape(one.page)}"></iframe>'
            for name, one in pages.items()
        )
        path = self.folder / "harness.html"
        path.write_bytes(_HARNESS.format(frames=frames, measure=measure).encode("utf-8"))
        command = [self.program, *_FLAGS, f"--user-data-dir={self.folder / 'profile'}", path.as_uri()]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
        made = re.search(r"<pre>(.*?)</pre>", done.stdout, re.DOTALL)
        assert made, done.stderr
        result = json.loads(html.unescape(made[1]))
        assert result["title"] == "harness"
        return result["pages"]


def find(folder: Path) -> Browser:
    """The browser of this machine; skips the test where there is none, and fails it where one is owed (`CI=true`)."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        reason = f"expected a browser ({', '.join(_NAMES)}) on the path, found none: install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return Browser(found, folder)
