"""Finds a Chromium for the browser tests, or installs Debian's as root; says loudly where it cannot, and never fails.

Tests take the path from `find_chromium()`; with `CI` set they fail where there is none, instead of being skipped.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_PATIENCE_S = 600


def find_chromium() -> str | None:
    """The path in `KB_CHROMIUM`, one on the PATH, or one that Playwright has downloaded."""
    named = os.environ.get("KB_CHROMIUM")
    if named and Path(named).is_file():
        return named
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or _playwrights_own()


def _playwrights_own() -> str | None:
    folder = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    found = sorted(folder.glob("chromium*/chrome-linux*/chrome"))
    return str(found[-1]) if found else None


def install() -> None:
    """Debian's package; whatever goes wrong shows in there being no Chromium afterwards."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]):
        try:
            subprocess.run(command, env=environment, check=False, capture_output=True, timeout=_PATIENCE_S)
        except (OSError, subprocess.TimeoutExpired) as error:
            print(f"{command[1]}: {error}", file=sys.stderr)


def main() -> None:
    if find_chromium() is None:
        print("No Chromium here: installing Debian's package.", file=sys.stderr)
        install()
    found = find_chromium()
    if found is None:
        line = "!" * 100
        print(f"{line}\nNO CHROMIUM: the browser tests will be SKIPPED. As root: apt-get install chromium; else set "
              f"KB_CHROMIUM.\n{line}", file=sys.stderr)  # fmt: skip
    else:
        print(f"Browser tests use {found}", file=sys.stderr)


if __name__ == "__main__":
    main()
