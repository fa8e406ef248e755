"""A theme as a style sheet: its values stand where the site's own would."""

from collections.abc import Iterable

from rodedraad.model.theme import Theme, Token


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of a theme; its light values hold on light screens and paper alone."""
    return _block("print, (prefers-color-scheme: light)", theme.light) + _block(
        "screen and (prefers-color-scheme: dark)", theme.dark
    )


def _block(media: str, tokens: Iterable[Token]) -> str:
    lines = "".join(f"    {one.name}: {one.value};\n" for one in tokens)
    return f"@media {media} {{\n  :root {{\n{lines}  }}\n}}\n" if lines else ""
