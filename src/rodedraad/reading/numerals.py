"""Numbers of lists as they are shown."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 4000
_MOST_LETTERS = 10**6
_LETTERS = 26


def numeral(number: int, style: str) -> str:
    """The number as `1`, `01`, `a`, `A`, `i` or `I` writes it; decimal where the style lacks it."""
    if style in {"i", "I"} and 0 < number < _MOST_ROMAN:
        return _cased(_roman(number), style)
    if style in {"a", "A"} and 0 < number < _MOST_LETTERS:
        return _cased(_letters(number), style)
    return f"{number:02}" if style == "01" else str(number)


def _cased(text: str, style: str) -> str:
    return text.upper() if style.isupper() else text


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    """As spreadsheets count columns: z is followed by aa."""
    text = ""
    while number:
        number, letter = divmod(number - 1, _LETTERS)
        text = chr(ord("a") + letter) + text
    return text


def with_marker(marker: str, text: str) -> str:
    """The text behind its marker, unless the marker was typed in the text as well."""
    return text if not marker or _is_typed(marker.rstrip(".)"), text) else f"{marker} {text}"


def _is_typed(number: str, text: str) -> bool:
    if not text.startswith(number):
        return False
    rest = text[len(number) :]
    return not rest or rest[:2].rstrip() in {".", ")", ":"} or ("." in number and rest[0].isspace())
