"""Programs that a test starts to end them with Ctrl-C, whatever the tests themselves do with it."""

import signal
import subprocess
from collections.abc import Sequence
from typing import Any


def started(command: Sequence[object], **options: Any) -> subprocess.Popen:
    """Start a program that Ctrl-C ends: what a shell starts in the background ignores it, and so would its children."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(command, **options)
    finally:
        signal.signal(signal.SIGINT, before)
