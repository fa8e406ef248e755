"""Bullets and numbers that were typed at the start of a line."""

import re

from rodedraad.reading.white import WHITE

_SIGNS = "•▪◦●○■□‣⁃∙➢➤\uf0b7\uf0a7\uf0d8\uf02d"
_BULLET = re.compile(rf"(?:[{_SIGNS}][{WHITE}]*|[·*–—o-][{WHITE}]+)(?=[^{WHITE}])")
_NUMBER = re.compile(rf"(?:\d{{1,3}}|[a-z])[.)][{WHITE}]+(?=[^{WHITE}])")


def bullet_length(text: str, start: int = 0) -> int:
    """How many characters the bullet at this place takes, white space after it included; 0 if none."""
    found = _BULLET.match(text, start)
    return found.end() - start if found else 0


def is_numbered(text: str, start: int = 0) -> bool:
    """Whether the text at this place opens with a number or letter of a list, such as `1.` or `a)`."""
    return _NUMBER.match(text, start) is not None
