import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rodedraad.publishing.pdf.records import Heading, Label, Text, WordTable
from rodedraad.publishing.pdf.typeset import Typesetter
from tests.support.tagged import Tagged, letters, problems

MARKUP = (
    '#eval("1 + 1")',
    "#import sys: inputs",
    "@bron en <label>",
    "$x^2$ en `code` en *vet* en _schuin_",
    "= Geen kop\n- geen lijst\n+ 1",
    "// geen commentaar /* ook niet */",
    'een " en een \\ en \\u{41} en {0} en {1}',
    "]#panic[",
    "https://example.org/pad",
    "<script>alert(1)</script>",
)


@pytest.fixture
def with_texts(build, pieces):
    """A PDF with these texts in every place that a text can stand."""

    def make(*texts: str) -> Tagged:
        blocks = (
            Heading(level=1, text=texts[0], href=""),
            *(Text(text=one, status=None, place=None) for one in texts),
            WordTable(head=tuple(texts[:2]) or ("a",), rows=(tuple(texts[:2]) or ("a",),)),
            Label(texts=texts),
        )
        report = pieces["theme"]
        cover = replace(report.cover, title=texts[0], organisation=texts[-1], covers=texts)
        made = replace(report, cover=cover, body=replace(report.body, blocks=blocks))
        return Tagged(Typesetter().pdf(made, base=None, built=build.manifest.stamp))

    return make


def test_signs_of_markup_stand_there_as_they_are(with_texts, tmp_path):
    made = with_texts(*MARKUP)
    for one in MARKUP:
        assert made.letters.count(letters(one)) >= 3, one
    assert made.links == []
    assert problems(made.data, tmp_path / "made.pdf") == []


def test_a_sign_without_a_shape_is_told_by_its_code_and_named(with_texts, tmp_path):
    made = with_texts("Prettig wonen 😀 in de wijk", "Pictogram \uf0b7 uit een tekstverwerker", "漢字")
    assert letters("Prettig wonen [U+1F600] in de wijk") in made.letters
    assert letters("Tekens die niet af te drukken zijn") in made.letters
    assert letters("U+1F600: grinning face") in made.letters
    assert letters("U+F0B7: zonder naam") in made.letters
    assert letters("[U+6F22][U+5B57]") in made.letters
    assert problems(made.data, tmp_path / "made.pdf") == []


def test_what_is_no_sign_at_all_is_left_out(with_texts):
    made = with_texts("Een\u0000 nul\u0007, een\ufeff merk en een\u009f code")
    assert letters("Een nul, een merk en een code") in made.letters
    assert letters("Tekens die niet af te drukken zijn") not in made.letters


def test_words_longer_than_a_line_stay_on_the_page(with_texts):
    made = with_texts("Hottentottententententoonstelling" * 12, "kort")
    for page in pypdfium2.PdfDocument(made.data):
        text = page.get_textpage()
        rights = [text.get_charbox(at)[2] for at in range(text.count_chars())]
        assert max(rights) < page.get_width() - 40


@settings(max_examples=15, deadline=None)
@given(texts=st.lists(st.text(min_size=1, max_size=60), min_size=2, max_size=4))
def test_any_texts_make_a_pdf(build, pieces, texts):
    report = pieces["theme"]
    blocks = tuple(Text(text=one, status=None, place=None) for one in texts)
    made = replace(report, body=replace(report.body, blocks=blocks))
    assert Typesetter().pdf(made, base=None, built=build.manifest.stamp).startswith(b"%PDF-1.7")
