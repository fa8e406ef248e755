from datetime import date
from pathlib import Path

import pytest

from rodedraad.dossier import DossierError, load
from rodedraad.dossier.adoption import usual_adoption
from rodedraad.model.terms import Decision, DocumentKind, Language, Reporting, Status
from tests.dossier.support import ORGANISATION, document_table, write_dossier

GOOD = document_table("a", "begroting", 2023, "a.txt")


def dossier(folder: Path, toml: str) -> Path:
    (folder / "a.txt").write_text("Zorg", encoding="utf-8")
    (folder / "dossier.toml").write_text(toml, encoding="utf-8")
    return folder


def problems(folder: Path) -> list[str]:
    with pytest.raises(DossierError) as caught:
        load(folder)
    assert "\n" not in "".join(map(str, caught.value.problems))
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("toml", "expected"),
    [
        ("[dossier\n", "dossier.toml, regel 1, kolom 9: geen geldige TOML"),
        ('[dossier]\ntitle = "x', "dossier.toml, "),
        ('[dossier]\ntitel = "x"\n' + GOOD, 'regel 2: onbekende sleutel "titel". Bedoelde u "title"?'),
        ("[dossier]\n" + GOOD, 'regel 1: sleutel "title" ontbreekt. Voeg "title = …" toe.'),
        (ORGANISATION, "er staan geen documenten in"),
        (ORGANISATION + "[[documents]]\n", 'regel 7: onbekende sleutel "documents". Bedoelde u "document"?'),
        (ORGANISATION + '[document]\nid = "a"\n', 'regel 7: "document" is hier geen lijst van tabellen'),
        (ORGANISATION + GOOD.replace("year", "yeer"), 'onbekende sleutel "yeer". Bedoelde u "year"?'),
        (
            ORGANISATION + GOOD.replace('"begroting"', '"begrotin"'),
            '"begrotin" is geen geldige waarde van "kind"',
        ),
        (ORGANISATION + GOOD.replace('"begroting"', '"begrotin"'), 'Bedoelde u "begroting"?'),
        (ORGANISATION + GOOD.replace("2023\n", '"2023"\n'), 'regel 12: "year" heeft een verkeerde waarde'),
        (ORGANISATION + GOOD.replace("2023\n", "23\n"), "regel 12: het jaar 23 kan niet"),
        (
            ORGANISATION + GOOD + 'adopted = "gisteren"\n',
            'regel 15: "adopted" is geen geldige datum. Hier hoort',
        ),
        (ORGANISATION + GOOD + "adopted = 2023-02-30\n", "regel 15, kolom 11: geen geldige TOML"),
        (
            ORGANISATION + GOOD + 'reporting = "vol"\n',
            'regel 15: "vol" is geen geldige waarde van "reporting"',
        ),
        (ORGANISATION + GOOD.replace('["a.txt"]', "[]"), 'document "a" heeft geen bron'),
        (ORGANISATION + GOOD.replace('["a.txt"]', '"a.txt"'), "Hier hoort een lijst tussen vierkante haken"),
        (ORGANISATION + GOOD.replace("a.txt", "b.txt"), 'regel 14: de bron "b.txt" bestaat niet'),
        (ORGANISATION + GOOD.replace("a.txt", "*.html"), 'de bron "*.html" bestaat niet'),
        (ORGANISATION + GOOD.replace("GM9999", "GM1"), 'de organisatie "GM1" staat niet in het dossier'),
        (GOOD + '[dossier]\ntitle = "x"\n', "Voeg een tabel [[organisation]] toe."),
        (ORGANISATION + GOOD + GOOD, 'regel 17: het id "a" is ook dat van document 1'),
        (ORGANISATION + GOOD.replace('"a"', '"../a"'), '"../a" kan geen id zijn'),
        (
            ORGANISATION + GOOD + '[[figures]]\nsource = "x"\nfile = "x.csv"\n',
            'het bestand "x.csv" bestaat niet',
        ),
        (
            ORGANISATION
            + GOOD
            + '[[document.legend]]\naspect = "tijd"\nsymbol = "R"\nwords = "x"\nvalue = "rood"\n',
            '"rood" is geen geldige waarde van "value"',
        ),
        (
            ORGANISATION + GOOD + '[[document.legend]]\nkleur = "rood"\n',
            'onbekende sleutel "kleur". Kies uit: aspect',
        ),
    ],
)
def test_a_mistake_is_one_line_with_place_and_remedy(tmp_path: Path, toml: str, expected: str) -> None:
    found = problems(dossier(tmp_path, toml))
    assert any(expected in problem for problem in found), found


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    toml = ORGANISATION + GOOD.replace("a.txt", "b.txt") + document_table("b", "jaarstuk", 2023, "a.txt")
    assert len(problems(dossier(tmp_path, toml))) == 2


def test_a_missing_dossier_and_a_wrong_encoding_are_told(tmp_path: Path) -> None:
    assert "dossier.toml: bestaat niet" in problems(tmp_path)[0]
    (tmp_path / "dossier.toml").write_bytes(b'[dossier]\ntitle = "Zorg en welzijn \xe9"\n')
    assert "regel 2: geen UTF-8" in problems(tmp_path)[0]


def test_a_dossier_may_be_named_by_its_file_and_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "d")
    file = folder / "dossier.toml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert [document.frame.id for document in load(file).documents] == ["begroting-2023", "jaarstukken-2023"]


def test_going_on_leaves_out_the_documents_with_mistakes_and_names_them(tmp_path: Path) -> None:
    extra = document_table("c", "begroting", 2024, "weg.txt") + document_table(
        "d", "begrotin", 2024, "weg.txt"
    )
    loaded = load(write_dossier(tmp_path / "d", extra), keep_going=True)
    assert [failed.document for failed in loaded.failed] == ["d", "c"]
    assert len(loaded.documents) == 2


def test_what_is_not_given_is_inferred(tmp_path: Path) -> None:
    budget, report = (document.frame for document in load(write_dossier(tmp_path / "d")).documents)
    assert (budget.adopted, budget.reporting) == (date(2022, 11, 1), None)
    assert (report.adopted, report.reporting) == (date(2024, 6, 1), Reporting.FULL)
    assert budget.language == "nl"


@pytest.mark.parametrize(
    ("kind", "period", "adopted"),
    [
        (DocumentKind.BEGROTING, None, date(2022, 11, 1)),
        (DocumentKind.KADERNOTA, None, date(2022, 6, 1)),
        (DocumentKind.JAARSTUKKEN, None, date(2024, 6, 1)),
        (DocumentKind.TUSSENRAPPORTAGE, None, date(2023, 9, 1)),
        (DocumentKind.TUSSENRAPPORTAGE, "2023-Q1", date(2023, 4, 1)),
        (DocumentKind.TUSSENRAPPORTAGE, "h1", date(2023, 7, 1)),
        (DocumentKind.TUSSENRAPPORTAGE, "2023-08", date(2023, 9, 1)),
        (DocumentKind.TUSSENRAPPORTAGE, "Q4", date(2023, 12, 31)),
        (DocumentKind.TUSSENRAPPORTAGE, "najaar", date(2023, 9, 1)),
    ],
)
def test_the_usual_adoption(kind: DocumentKind, period: str | None, adopted: date) -> None:
    assert usual_adoption(kind, 2023, period) == adopted


def test_sources_are_files_folders_and_patterns_each_file_once_in_natural_order(tmp_path: Path) -> None:
    folder, outside = tmp_path / "d", tmp_path / "elders"
    (folder / "deel" / "sub").mkdir(parents=True)
    outside.mkdir()
    for name in ("deel/p10.txt", "deel/p9.txt", "deel/sub/p1.txt", "deel/.verborgen", "../elders/x.txt"):
        (folder / name).write_text("Zorg", encoding="utf-8")
    sources = '"deel/p10.txt", "deel", "../elders/*.txt", "' + str(outside / "x.txt")
    (folder / "dossier.toml").write_text(ORGANISATION + document_table("a", "begroting", 2023, sources[1:]))
    (document,) = load(folder).documents
    names = [source.name for source in document.sources]
    assert names == ["deel/p10.txt", "deel/p9.txt", "deel/sub/p1.txt", "../elders/x.txt"]


def test_the_name_of_an_absolute_source_does_not_tell_where_it_stands(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "d")
    absolute = str(folder / "pages" / "begroting-2023.txt")
    (folder / "dossier.toml").write_text(ORGANISATION + document_table("a", "begroting", 2023, absolute))
    assert [source.name for source in load(folder).documents[0].sources] == ["begroting-2023.txt"]


def test_decisions_are_read(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "d")
    (folder / "decisions.toml").write_text(
        '[[link]]\nfrom = { document = "a", element = "e" }\nto = { document = "b", element = "f" }\n'
        'decision = "confirmed"\ndecided_at = 2024-05-01T12:00:00Z\n'
        '[[status]]\ndocument = "a"\nelement = "e"\nvalue = "stopped"\nreason = "besluit"\n'
        '[[reply]]\nfinding = "f-1"\ntext = "Dat klopt."\n',
        encoding="utf-8",
    )
    decisions = load(folder).decisions
    assert decisions.link[0].decision is Decision.CONFIRMED
    assert decisions.status[0].value is Status.STOPPED
    assert decisions.reply[0].text == "Dat klopt."


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("decisions.toml", '[[reply]]\nfinding = "x"\n', 'decisions.toml, regel 1: sleutel "text" ontbreekt'),
        ("decisions.toml", "[[replies]]\n", 'onbekende sleutel "replies". Bedoelde u "reply"?'),
        (
            "decisions.toml",
            '[[link]]\nfrom = { document = "a", element = "e" }\nto = { document = "b", element = "f" }\ndecision = "auto"\n',
            'decisions.toml, regel 4: "auto" is geen besluit van een mens',
        ),
        ("identities.json", "{", "identities.json: geen geldig bestand met vaste id's"),
        ("identities.json", '{"format": "rodedraad-identities/9"}', "Zet de laatst goede versie terug"),
    ],
)
def test_a_mistake_in_what_people_decided_is_told(
    tmp_path: Path, name: str, content: str, expected: str
) -> None:
    folder = write_dossier(tmp_path / "d")
    (folder / name).write_text(content, encoding="utf-8")
    found = problems(folder)
    assert expected in found[0]


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "d")
    (folder / "identities.json").mkdir()
    (folder / "decisions.toml").mkdir()
    assert [problem.split(":")[0] for problem in problems(folder)] == ["decisions.toml", "identities.json"]


HEADING = '[[document.heading]]\nwords = "Hier zetten we op in"\nmeans = "{}"\n'
SHARED = '[[organisation.heading]]\nwords = "Hier zetten we op in"\nmeans = "{}"\n'


def test_a_document_is_read_with_its_own_headings_and_those_of_its_organisation(tmp_path: Path) -> None:
    toml = ORGANISATION + SHARED.format("Toelichting") + GOOD + HEADING.format("Wat gaan we doen?")
    (document,) = load(dossier(tmp_path, toml)).documents
    assert [heading.means for heading in document.frame.headings] == ["Toelichting", "Wat gaan we doen?"]


@pytest.mark.parametrize("toml", [ORGANISATION + GOOD + HEADING, ORGANISATION + SHARED + GOOD])
def test_a_heading_must_mean_a_known_one(tmp_path: Path, toml: str) -> None:
    (problem,) = problems(dossier(tmp_path, toml.format("Toelichtng")))
    assert 'de kop "Toelichtng" is niet bekend als betekenis' in problem
    assert "Bedoelde u ‘Toelichting’?" in problem


def test_the_address_of_the_site_and_parquet_are_read(tmp_path: Path) -> None:
    folder = write_dossier(
        tmp_path / "dossier", '\n[site]\naddress = "https://draad.example/rd/"\n\n[data]\nparquet = true\n'
    )
    info = load(folder).info
    assert info.address == "https://draad.example/rd"
    assert info.parquet


def test_a_site_is_in_dutch_alone_unless_it_asks_for_english_too(tmp_path: Path) -> None:
    plain = write_dossier(tmp_path / "plain", "")
    both = write_dossier(tmp_path / "both", '\n[site]\nlanguages = ["en", "nl"]\n')
    assert load(plain).info.languages == (Language.DUTCH,)
    assert load(both).info.languages == (Language.DUTCH, Language.ENGLISH)


@pytest.mark.parametrize(
    ("languages", "told"), [('["en"]', "geen Nederlandse pagina's"), ('["nl", "de"]', "languages")]
)
def test_a_site_without_dutch_or_in_another_language_is_told(
    tmp_path: Path, languages: str, told: str
) -> None:
    folder = write_dossier(tmp_path / "dossier", f"\n[site]\nlanguages = {languages}\n")
    with pytest.raises(DossierError, match=rf"dossier\.toml, regel \d+: .*{told}"):
        load(folder)


@pytest.mark.parametrize(
    "address", ["draad.example", "ftp://draad.example", "https://", "https://a.example/?x=1"]
)
def test_what_is_no_address_of_a_site_is_told(tmp_path: Path, address: str) -> None:
    folder = write_dossier(tmp_path / "dossier", f'\n[site]\naddress = "{address}"\n')
    with pytest.raises(DossierError, match=r"dossier\.toml, regel \d+: .* is geen adres van een website"):
        load(folder)
