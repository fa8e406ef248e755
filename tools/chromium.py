"""Finds a Chromium for the browser tests; as a script it installs one where it may, and says what it did."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
APT = ("apt-get", "-qq")
PACKAGES = ("chromium", "fonts-dejavu-core", "fonts-liberation")


def find() -> str | None:
    """The program to start: the one that CHROMIUM names, or else the first that is installed and runs."""
    named = os.environ.get("CHROMIUM")
    found = [named] if named else [shutil.which(name) for name in NAMES] + [*PLACES]
    return next((program for program in found if program and runs(program)), None)


def runs(program: str) -> bool:
    """Whether a program can be started: Ubuntu's chromium-browser is often a shell that cannot."""
    if not shutil.which(program):
        return False
    command = [program, "--version"]
    return subprocess.run(command, capture_output=True, check=False, timeout=60).returncode == 0  # noqa: S603


def on_debian() -> bool:
    """Whether the packages hold a real Chromium: Ubuntu's asks for snap, which containers lack."""
    release = Path("/etc/os-release")
    return release.exists() and "ID=debian" in release.read_text(encoding="utf-8").splitlines()


def install() -> None:
    """Installs Debian's Chromium, without a question."""
    print("Installing Chromium with apt-get …", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES]):
        subprocess.run([*APT, *command], check=False, env=quiet, stdout=subprocess.DEVNULL)  # noqa: S603


def main() -> int:
    """Says which Chromium the browser tests use; fails in CI, where no test may be left out, without one."""
    if find() is None and "CHROMIUM" not in os.environ and os.geteuid() == 0 and on_debian():
        install()
    program = find()
    if program:
        print(f"Browser tests: {program}")
        return 0
    print(
        "Browser tests: LEFT OUT, no Chromium or Chrome found.\n"
        "Install one (Debian: apt-get install chromium), or name its program: make test CHROMIUM=…",
        file=sys.stderr,
    )
    return int(os.environ.get("CI") == "true")


if __name__ == "__main__":
    sys.exit(main())
