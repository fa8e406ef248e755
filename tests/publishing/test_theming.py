"""The look of a municipality: what gets through, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.model.theme import Theme, Token
from rodedraad.publishing.theming.check import contrast_flaws, default_tokens, pairs
from rodedraad.publishing.theming.colours import colour_of, contrast, resolved
from rodedraad.publishing.theming.logo import read_logo
from rodedraad.publishing.theming.sheet import style_sheet
from rodedraad.publishing.theming.tokens import LARGEST, read_tokens

SVG = 'xmlns="http://www.w3.org/2000/svg"'


def test_tokens_for_light_and_dark_screens_are_read() -> None:
    made = read_tokens(
        """/* Veldermeer */
        :root, .veldermeer-theme { --rd-thread: #005a9c; --utrecht-document-font-family: "Noto Sans", sans-serif; }
        @media (prefers-color-scheme: dark) { :root { --rd-thread: hsl(205, 90%, 70%) } }"""
    )
    assert made.flaws == ()
    assert made.light == (
        Token(name="--rd-thread", value="#005a9c"),
        Token(name="--utrecht-document-font-family", value='"Noto Sans", sans-serif'),
    )
    assert made.dark == (Token(name="--rd-thread", value="hsl(205, 90%, 70%)"),)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('@import url("https://example.org/x.css");', 1),
        (":root { --a: url(https://example.org/x.png); }", 1),
        (":root { --a: URL (x); }", 1),
        (":root {\n --a: image-set('x' 1x); }", 2),
        (":root {\n\n color: red; }", 3),
        (":root { --a: red; } body { --b: red; }", 1),
        (":root { --a: \\75 rl(x); }", 1),
        (":root { --a: </style><script>alert(1)</script>; }", 1),
        (":root { --a: expression(alert(1)); }", 1),
        (":root { --a: 'x\n'; }", 1),
        (":root { --a: red", 1),
        (":root --a: red;", 1),
        ("@media print { :root { --a: red; } }", 1),
        (":root { --a: var(--b; }", 1),
        (":root { --: red; }", 1),
        ("}", 1),
        ("/* open", None),
    ],
)
def test_what_is_no_token_is_refused_whole(text: str, line: int | None) -> None:
    made = read_tokens(text)
    assert (made.light, made.dark) == ((), ())
    assert [flaw.line for flaw in made.flaws] == ([line] if line else [])


def test_a_file_that_is_too_large_is_refused() -> None:
    made = read_tokens(":root {" + "--a: red;" * LARGEST + "}")
    assert "64 kB" in made.flaws[0].problem


@given(st.text())
def test_whatever_gets_through_reaches_nothing(text: str) -> None:
    made = read_tokens(f":root {{ --a: {text}; }}")
    sheet = style_sheet(Theme(light=made.light, dark=made.dark))
    values = " ".join(one.value for one in made.light)
    assert not {"{", "}", ";", "@", "\\", "<", "url("} & {
        *values,
        *(["url("] if "url(" in values.lower() else []),
    }
    assert sheet.count("{") == sheet.count("}")


@given(st.text(alphabet=":root{}-a;()@/*'\" \n#", max_size=60))
def test_reading_ends_on_any_text(text: str) -> None:
    made = read_tokens(text)
    assert not (made.flaws and made.light)


def test_the_look_of_the_site_itself_is_readable() -> None:
    default = default_tokens()
    assert default.flaws == ()
    assert len(default.light) > 30
    assert contrast_flaws(default) == ()
    known = {one.name for one in default.light}
    assert {name for pair in pairs() for name in (pair.text, pair.background)} <= known


def test_words_that_would_be_hard_to_read_are_refused_by_name() -> None:
    flaws = contrast_flaws(read_tokens(":root { --utrecht-link-color: #aaaaaa; }"))
    (flaw,) = flaws
    assert "op lichte schermen is het contrast van --utrecht-link-color op" in flaw.problem
    assert "2,32:1, en nodig is 4,5:1 (WCAG 2.2, 1.4.3)" in flaw.problem
    assert "--utrecht-link-color donkerder" in flaw.remedy


def test_dark_screens_are_checked_apart() -> None:
    dark = "@media (prefers-color-scheme: dark) { :root { --rd-paper: #ffffff; } }"
    assert {flaw.problem.split(" is het")[0] for flaw in contrast_flaws(read_tokens(dark))} == {
        "op donkere schermen"
    }


def test_a_colour_that_cannot_be_computed_is_told() -> None:
    (flaw, *_) = contrast_flaws(read_tokens(":root { --rd-ink: var(--nergens); }"))
    assert "--rd-ink is niet te berekenen" in flaw.problem or "verwijst nergens naar" in flaw.problem


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("#fff", (1, 1, 1)),
        ("#B3132B", (179 / 255, 19 / 255, 43 / 255)),
        ("rgb(255, 0, 51)", (1, 0, 0.2)),
        ("rgb(100% 0% 20%)", (1, 0, 0.2)),
        ("hsl(0, 100%, 50%)", (1, 0, 0)),
        ("white", (1, 1, 1)),
        ("papayawhip", None),
        ("rgba(0, 0, 0, 0.5)", None),
    ],
)
def test_colours_are_read(value: str, expected: tuple[float, float, float] | None) -> None:
    made = colour_of(value)
    assert made == (pytest.approx(expected) if expected else None)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    grey = colour_of("#767676")
    assert grey is not None
    assert contrast(grey, (1, 1, 1)) == pytest.approx(4.54, abs=0.01)


def test_references_are_followed_and_circles_end() -> None:
    values = {"--a": "var(--b)", "--b": "var(--c, #000)", "--d": "var(--d)"}
    assert resolved("--a", values) == "#000"
    assert resolved("--d", values) is None


def test_a_plain_logo_gets_through_without_the_notes_of_a_drawing_program() -> None:
    drawing, flaws = read_logo(
        f'<svg {SVG} xmlns:ink="urn:ink" viewBox="0 0 9 9"><ink:view/><!-- x --><g ink:label="a">'
        '<path d="M0 0h9" fill="url(#g)"/></g></svg>'.encode()
    )
    assert flaws == ()
    assert "ink" not in drawing
    assert '<path d="M0 0h9" fill="url(#g)"/>' in drawing


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<g onload="alert(1)"/>',
        '<image href="https://example.org/x.png"/>',
        "<foreignObject/>",
        '<a href="#x"/>',
        '<use href="https://example.org/x.svg#a"/>',
        '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="data:image/svg+xml,x"/>',
        '<rect fill="url(https://example.org/x)"/>',
        "<rect style=\"background: URL( '//example.org')\"/>",
        "<style>@import 'x';</style>",
        "<style>a { b: url(//x) }</style>",
        '<animate attributeName="href"/>',
        "<set/>",
    ],
)
def test_a_logo_that_runs_or_loads_something_is_refused(inside: str) -> None:
    drawing, flaws = read_logo(f"<svg {SVG}>{inside}</svg>".encode())
    assert drawing == ""
    assert flaws


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg",
        b"<html/>",
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>',
        b"\x89PNG",
        b"<svg xmlns='http://www.w3.org/2000/svg'>" + b" " * 70_000 + b"</svg>",
    ],
)
def test_what_is_no_drawing_is_refused(data: bytes) -> None:
    drawing, flaws = read_logo(data)
    assert (drawing, len(flaws)) == ("", 1)
