"""The exit codes."""

from typing import Final

FINDINGS: Final = 1
DIFFERENCES: Final = 1
BAD_INPUT: Final = 2
CRASHED: Final = 70
STOPPED: Final = 130
