"""The look that a municipality gives its site: values of design tokens, and a logo."""

from msgspec import Struct


class Token(Struct, frozen=True, kw_only=True):
    """A design token: a custom property of CSS and its value, as the municipality wrote it."""

    name: str
    value: str


class Theme(Struct, frozen=True, kw_only=True):
    """Tokens for light and for dark screens, and a logo as SVG with the text that stands for it."""

    light: tuple[Token, ...] = ()
    dark: tuple[Token, ...] = ()
    logo: str = ""
    logo_text: str = ""
