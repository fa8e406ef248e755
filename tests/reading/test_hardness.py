"""No bytes may do more than raise a ReadingError, and what is read keeps its promises."""

import random
import zlib
from collections.abc import Callable
from io import BytesIO
from struct import pack
from time import process_time
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rodedraad.model.text import Extract
from rodedraad.reading import ReadingError, read
from tests.reading.extracts import checked
from tests.reading.guarantees import check
from tests.reading.print import Sheet, pdf
from tests.reading.test_odt import LISTS, TABLE, odt
from tests.reading.word import add_list, add_xml, item, made, repacked

pytestmark = pytest.mark.no_cover

NAMES = ["a.txt", "a.md", "a.html", "a.docx", "a.odt", "a.pdf", "a"]
RELAXED = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

WORDS = st.text(
    st.sampled_from(list("aZ1 .,-•o–*\t\n\r\u00a0\u200b\ufeff\u2028\x85\x0c<>&#|_[]()€é\ud7ff\U0001f600")),
    max_size=40,
)
TAGS = [
    "div",
    "p",
    "ul",
    "ol",
    "li",
    "table",
    "thead",
    "tr",
    "td",
    "th",
    "h1",
    "h3",
    "span",
    "b",
    "br",
    "img",
    "nav",
    "header",
    "footer",
    "main",
    "pre",
    "button",
    "details",
    "svg",
    "custom-x",
]


def outcome(data: bytes, name: str) -> Extract | ReadingError:
    try:
        return read(data, name)
    except ReadingError as error:
        return error


def assert_clear(error: ReadingError) -> None:
    """It is told in one line what is the matter and what to do."""
    assert "\n" not in str(error)
    assert error.problem
    assert error.remedy


def survives(data: bytes, name: str) -> None:
    result = outcome(data, name)
    if isinstance(result, ReadingError):
        assert_clear(result)
    else:
        check(result)


@st.composite
def markup(draw: st.DrawFn, depth: int = 0) -> str:
    parts = []
    for _ in range(draw(st.integers(0, 4 if depth < 3 else 1))):
        if depth > 4 or draw(st.booleans()):
            parts.append(draw(WORDS))
        else:
            tag = draw(st.sampled_from(TAGS))
            attribute = draw(
                st.sampled_from(
                    [
                        "",
                        " class='menu'",
                        " rowspan=2",
                        " colspan=3 hidden",
                        " start=3 alt='x' src=a/b.png",
                        " role=row",
                        " value=9",
                    ]
                )
            )
            end = draw(st.sampled_from([f"</{tag}>", "", "</div>"]))
            parts.append(f"<{tag}{attribute}>{draw(markup(depth + 1))}{end}")
    return "".join(parts)


@RELAXED
@given(WORDS, st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_plain_text_stays_as_it_is(text, encoding):
    data = text.encode(encoding, "ignore")
    survives(data, "a.txt")
    result = outcome(data, "a.txt")
    if encoding == "utf-8" and not text.startswith("\ufeff") and isinstance(result, Extract):
        assert result.text == text


@RELAXED
@given(st.lists(WORDS, max_size=12))
def test_lines_of_text(lines):
    survives("\n".join(lines).encode(), "a.txt")


@RELAXED
@given(markup())
def test_html(body):
    survives(f"<html><body>{body}<p>slot</body></html>".encode(), "a.html")


@RELAXED
@given(
    st.lists(
        st.sampled_from(
            [
                "# ",
                "- ",
                "1. ",
                "> ",
                "|a|b|\n|-|-|\n",
                "    ",
                "```\n",
                "\n",
                "tekst ",
                "<b>",
                "![x](y.png) ",
                "  \n",
                "---\n",
            ]
        ),
        max_size=30,
    )
)
def test_markdown(parts):
    survives("".join(parts).encode(), "a.md")


@settings(RELAXED, max_examples=15)
@given(st.lists(st.tuples(WORDS, st.integers(0, 3), st.integers(0, 9)), min_size=1, max_size=8))
def test_docx(rows):
    def fill(document) -> None:
        add_list(document, 71, ("decimal", "%1."), ("lowerRoman", "%1.%2"), ("bullet", "•"))
        for text, kind, number in rows:
            clean = "".join(sign for sign in text if sign.isprintable() or sign in "\t\n")
            if kind == 0:
                document.add_heading(clean, number)
            elif kind == 1:
                document.add_table(rows=1, cols=2).cell(0, number % 2).text = clean
            elif kind == 2:
                add_xml(document, item(f"punt {number}", 71, number % 4))
            else:
                document.add_paragraph(clean)

    survives(made(fill), "a.docx")


@RELAXED
@given(
    st.lists(
        st.tuples(st.text("ab .•-1", max_size=20), st.sampled_from(["p", "h", "list", "table"])),
        min_size=1,
        max_size=8,
    )
)
def test_odt(parts):
    shapes = {
        "p": "<text:p>{}</text:p>",
        "h": '<text:h text:outline-level="9">{}</text:h>',
        "list": '<text:list text:style-name="L1"><text:list-item><text:p>{}</text:p></text:list-item></text:list>',
        "table": "<table:table><table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>",
    }
    survives(odt("".join(shapes[kind].format(text) for text, kind in parts), LISTS), "a.odt")


@RELAXED
@given(
    st.lists(
        st.tuples(
            st.text("abc -•1.", min_size=1, max_size=30),
            st.integers(-50, 600),
            st.integers(-50, 900),
            st.sampled_from([0.1, 8, 10, 18, 300]),
        ),
        min_size=1,
        max_size=30,
    ),
    st.booleans(),
)
def test_pdf(texts, ruled):
    def draw(sheet: Sheet) -> None:
        for text, left, down, size in texts:
            sheet.say(text, left, down, size)
        if ruled:
            sheet.grid([50, 200, 350, 500], [50, 200, 400, 700])

    survives(pdf(draw), "a.pdf")


@RELAXED
@given(
    st.binary(max_size=300),
    st.sampled_from(NAMES),
    st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"\xef\xbb\xbf"]),
)
def test_random_bytes(data, name, start):
    survives(start + data, name)


def samples() -> list[tuple[str, bytes]]:
    def draw(sheet: Sheet) -> None:
        sheet.flow("Wij openen drie ontmoetingsplekken in de wijk. " * 4, 70, 100, 300)
        sheet.grid([70, 200, 350], [300, 330, 360])
        sheet.say("cel", 80, 320)
        sheet.say("cel", 210, 320)

    def fill(document) -> None:
        document.add_heading("Kop", 1)
        document.add_paragraph("een", "List Number")
        document.add_table(rows=2, cols=2).cell(1, 1).text = "cel"

    return [
        ("a.pdf", pdf(draw)),
        ("a.docx", made(fill)),
        ("a.odt", odt(TABLE, LISTS)),
        ("a.html", b"<!doctype html><html><body><table><tr><td>a<td>b</table><ol><li>een</ol></html>"),
    ]


def damaged(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[place] = chance.randrange(256)
            case 1:
                del changed[place : place + chance.randint(1, 40)]
            case 2:
                changed[place:place] = changed[: chance.randint(1, 40)]
            case _:
                changed[place:place] = chance.randbytes(chance.randint(1, 8))
        changed = changed or bytearray(b"x")
    return bytes(changed)


@pytest.mark.parametrize(
    ("name", "data"), samples(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_damaged_files(name, data):
    chance = random.Random(4)  # noqa: S311 no secret
    for _ in range(80):
        survives(damaged(data, chance), name)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("a.docx", "word/document.xml"),
        ("a.docx", "word/numbering.xml"),
        ("a.docx", "word/styles.xml"),
        ("a.odt", "content.xml"),
    ],
)
def test_damaged_parts(name, part):
    """The package is whole, so that the damage reaches the XML."""
    data = dict(samples())[name]
    chance = random.Random(5)  # noqa: S311 no secret

    def damage(parts: dict[str, bytes]) -> None:
        text = parts[part].decode()
        words = ["0", "-1", "99999999999", "", "x", "²"]
        for _ in range(4):
            place = text.find('="', chance.randrange(len(text))) + 2
            end = text.find('"', place)
            if 2 < place < end and not text[place:end].startswith(("http", "urn")):
                text = text[:place] + chance.choice(words) + text[end:]
        parts[part] = text.encode()

    for _ in range(25):
        survives(repacked(data, damage), name)


@pytest.mark.parametrize(
    ("name", "data"), samples(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_truncated_files(name, data):
    for part in range(1, 10):
        if name == "a.html":
            survives(data[: len(data) * part // 10], name)
        else:
            with pytest.raises(ReadingError):
                read(data[: len(data) * part // 10], name)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.docx", "a.pdf", r"de naam zegt DOCX, maar de inhoud is PDF. Noem het bestand a\.pdf"),
        ("a.txt", "a.html", r"de naam zegt platte tekst, maar de inhoud is HTML. Noem het bestand a\.html"),
        ("a.md", "a.html", r"Noem het bestand a\.html"),
        ("a.odt", "a.docx", r"Noem het bestand a\.docx"),
        ("map/b.pdf", "a.odt", r"Noem het bestand b\.odt"),
    ],
)
def test_wrongly_named_files(name, content, says):
    with pytest.raises(ReadingError, match=says) as caught:
        read(dict(samples())[content], name)
    assert caught.value.place


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.html", b"gewone tekst zonder tags", "de inhoud is platte tekst"),
        ("a.xlsx", b"PK", r"\.xlsx kunnen niet worden gelezen"),
        ("a.txt", b"\x89PNG\r\n\x1a\n....", "een afbeelding"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + b"x" * 99, "oud Word-bestand of een versleuteld"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + b"x" * 99, "oud Word-bestand of een versleuteld"),
        ("a.txt", b"{\\rtf1 tekst}", "RTF"),
        ("a.txt", b"\x1f\x8b\x08....", "ingepakt"),
        ("a.txt", b"", "leeg"),
        ("a.pdf", b" \n ", "leeg"),
        ("a.txt", "\u200b\ufeff".encode(), "geen leesbare tekst"),
        ("a.docx", b"PK\x03\x04" + b"x" * 50, "beschadigd of niet volledig"),
    ],
)
def test_files_that_are_something_else(name, data, says):
    with pytest.raises(ReadingError, match=says):
        read(data, name)


def test_a_file_without_suffix_is_known_by_its_content():
    for name, data in samples():
        assert checked(data, "bestand").text == checked(data, name).text
    assert checked(b"tekst", "bestand").media_type == "text/plain"


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def test_a_package_of_something_else():
    with pytest.raises(ReadingError, match="geen DOCX en geen ODT"):
        read(zipped({"xl/workbook.xml": b"<a/>"}), "a.docx")


def test_a_document_that_unpacks_to_gigabytes():
    bomb = zipped({"word/document.xml": b" " * (120 << 20)})
    assert len(bomb) < 1 << 20
    start = process_time()
    with pytest.raises(ReadingError, match=r"word/document.xml: uitgepakt is het bestand onredelijk groot"):
        read(bomb, "bom.docx")
    assert process_time() - start < 5


def test_a_header_that_lies_about_the_size():
    bomb = bytearray(
        zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b" " * (64 << 20)})
    )
    size = pack("<I", 64 << 20)
    assert size in bomb
    with pytest.raises(ReadingError, match=r"onredelijk groot|beschadigd"):
        read(bytes(bomb.replace(size, pack("<I", 100))), "bom.odt")


def test_a_member_with_a_password():
    data = bytearray(made(lambda document: document.add_paragraph("x")))
    place = data.rindex(b"word/document.xml") - 46
    data[place + 8] |= 1
    with pytest.raises(ReadingError, match="versleuteld"):
        read(bytes(data), "a.docx")


def test_a_missing_part():
    with pytest.raises(ReadingError, match=r"content.xml|geen DOCX"):
        read(zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "a.odt")


LARGE: list[tuple[str, Callable[[], bytes]]] = [
    ("a.txt", lambda: b"De gemeente wil dat.\n" * 20_000),
    ("a.txt", lambda: b"x" * 2_000_000),
    ("a.txt", lambda: b" " * 2_000_000 + b"x"),
    ("a.html", lambda: b"<html>" + b"<p>De gemeente <b>wil</b> dat." * 10_000),
    ("a.html", lambda: b"<html>" + b"<div class=menu>" * 2000 + b"<p>a" * 10_000),
    ("a.html", lambda: b"<html><table>" + b"<tr><td rowspan=9 colspan=999>a" * 1000),
    ("a.html", lambda: b"<html>" + b"<!--x-->" * 20_000 + b"<p>a"),
    ("a.html", lambda: b"<!-- x -->" * 1500 + b"tekst <p>a"),
    ("a.html", lambda: b"<html><p>" + b"<i class=x></i>" * 20_000 + b"a"),
    ("a.html", lambda: b"<html>" + b"<table><tr><td>" * 600 + b"a"),
    ("a.md", lambda: b"- een\n" * 2500),
    ("a.md", lambda: b"[a](" * 5000),
    ("a.md", lambda: b"**a " * 10_000),
    ("a.md", lambda: b"|a|b|\n|-|-|\n" + b"|a|b|\n" * 2500),
    ("a.docx", lambda: made(lambda document: add_xml(document, *[item("punt", 1)] * 2000))),
    (
        "a.pdf",
        lambda: pdf(
            lambda sheet: [
                sheet.say("woord woord woord", number % 500, number % 800) for number in range(3000)
            ]
        ),
    ),
    (
        "a.pdf",
        lambda: pdf(
            lambda sheet: [
                sheet.say("a", 10, 10),
                *(sheet.canvas.rect(number % 97, number % 89, 40, 30) for number in range(2500)),
            ]
        ),
    ),
]


@pytest.mark.parametrize(("name", "data"), LARGE)
def test_time_grows_with_size_only(name, data):
    content = data()
    start = process_time()
    survives(content, name)
    assert process_time() - start < 10


def test_the_same_bytes_give_the_same_extract():
    for name, data in samples():
        assert read(data, name) == read(data, name)


def test_a_message_is_one_line_whatever_the_name():
    with pytest.raises(ReadingError) as caught:
        read(b"", "a\nb.txt")
    assert "\n" not in str(caught.value)


def test_compressed_noise_is_no_document():
    survives(b"PK\x03\x04" + zlib.compress(b"noise" * 100), "a.docx")


def test_a_page_beyond_all_measure_is_refused_before_a_tree_is_made_of_it():
    start = process_time()
    with pytest.raises(ReadingError, match=r"onredelijk groot: ze heeft meer dan 2 miljoen tags"):
        read(b"<html><body><p>Zorg" + b"<p>" * 17_000_000, "a.html")
    assert process_time() - start < 5
