import pytest

from rodedraad.model.document import LegendEntry
from rodedraad.model.terms import Status
from rodedraad.recognising.status import status_in, status_of_result
from rodedraad.recognising.status_cells import reads_as_state, status_of_cell
from rodedraad.recognising.vocabulary import table


@pytest.mark.parametrize(
    ("result", "status"),
    [
        ("De nota is in juni vastgesteld.", "done"),
        ("Het project is afgerond.", "done"),
        ("We hebben twee bijeenkomsten georganiseerd.", "done"),
        ("De proef is gestart en loopt door in 2023.", "on-track"),
        ("Hier wordt aan gewerkt.", "on-track"),
        ("De uitvoering ligt op schema.", "on-track"),
        ("De nota is nog niet vastgesteld.", "delayed"),
        ("De opening is uitgesteld naar 2023.", "delayed"),
        ("De aanbesteding heeft vertraging opgelopen.", "delayed"),
        ("De proef is nog niet gestart.", "not-started"),
        ("Wij zijn hier nog niet aan toegekomen.", "not-started"),
        ("Het aantal van 100 gesprekken is niet gehaald.", "missed"),
        ("De doelstelling is niet behaald.", "missed"),
        ("Twee van de vier buurthuizen zijn open.", "partly"),
        ("De agenda is vastgesteld. Het panel is er nog niet.", "partly"),
        ("Het gezinshuis is er niet gekomen.", "missed"),
        ("De raad heeft besloten van deze proef af te zien.", "stopped"),
        ("De uitvoering is door ziekte stil komen te liggen.", "delayed"),
        ("De raad heeft bij amendement besloten het zelf te doen.", "changed"),
        ("Als er te weinig inschrijvers komen, wordt de besparing niet gehaald.", "at-risk"),
        ("Het jongerenwerk is gecontinueerd.", "on-track"),
        ("Dit is deels gerealiseerd.", "partly"),
        ("Er is besloten dit vooralsnog niet uit te voeren.", "stopped"),
        ("Het plan is ingetrokken.", "stopped"),
        ("De activiteit komt te vervallen.", "stopped"),
        ("Dit wordt onderdeel van de nieuwe visie.", "moved"),
        ("Het plan is opgegaan in de aanpak Samen.", "moved"),
        ("De opdracht is gewijzigd na het besluit van de raad.", "changed"),
        ("De uitvoering staat onder druk.", "at-risk"),
    ],
)
def test_the_words_of_a_result(result: str, status: str) -> None:
    said = status_in(result)
    assert said is not None
    assert said.value == status
    assert result[said.start : said.end].strip()


@pytest.mark.parametrize(
    ("text", "not_status"),
    [
        ("Er is geen vertraging.", "delayed"),
        ("Het project is niet afgerond.", "done"),
        ("De nota is nog niet gereed.", "done"),
        ("Er zijn geen knelpunten.", "at-risk"),
        ("De proef is niet voortgezet.", "on-track"),
        ("Zodra de nota is vastgesteld, beginnen we.", "done"),
        ("Zonder de vrijwilligers was het niet gelukt.", "missed"),
        ("Er is een groep bereikt die niet vanzelf komt.", "missed"),
    ],
)
def test_what_is_denied_is_not_said(text: str, not_status: str) -> None:
    said = status_in(text)
    assert said is None or said.value != not_status


def test_one_sentence_of_delay_weighs_more_than_several_of_progress() -> None:
    said = status_in("De proef is gestart. De nota is vastgesteld. De opening is uitgesteld. Alles loopt.")
    assert said is not None
    assert said.value is Status.DELAYED


@pytest.mark.parametrize("text", ["", "Inwoners met een laag inkomen.", "Een buurthuis in elke wijk"])
def test_text_without_a_status(text: str) -> None:
    assert status_in(text) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Er is een gids geschreven voor ouders.", "done"),
        ("We bezoeken alle ouderen.", "on-track"),
        ("Inwoners ontvangen een brief.", "on-track"),
        ("Zie programma 4.", "unclear"),
        ("", "unclear"),
        ("   ", "unclear"),
    ],
)
def test_a_result_without_such_words_tells_by_its_tense(text: str, status: str) -> None:
    assert status_of_result(text).value == status


LEGEND = (
    LegendEntry(aspect="tijd", symbol="oranje", words="later in het jaar", value=Status.DELAYED),
    LegendEntry(aspect="geld", symbol="oranje", words="duurder", value=Status.AT_RISK),
    LegendEntry(aspect="tijd", symbol="/img/blauw.png", words="extra", value=Status.EXTRA),
)


@pytest.mark.parametrize(
    ("cell", "symbols", "aspect", "status"),
    [
        ("Oranje", (), "tijd", "delayed"),
        ("Oranje", (), "geld", "at-risk"),
        ("", ("/img/blauw.png",), "tijd", "extra"),
        ("later in het jaar", (), "status", "delayed"),
        ("O", (), "tijd", "delayed"),
        ("", ("stoplicht-oranje.png",), "tijd", "delayed"),
        ("", ("fa fa-circle", "#f39c12"), "geld", "at-risk"),
        ("", ("rond", "Op schema"), "tijd", "on-track"),
        ("Loopt, oplevering in maart", (), "status", "on-track"),
        ("Groen", (), "tijd", None),
        ("G", (), "tijd", None),
        ("Afgerond.", (), "status", "done"),
        ("Niet gestart", (), "status", "not-started"),
        ("De nota is vastgesteld", (), "status", "done"),
        ("", (), "status", None),
        ("paars", (), "status", None),
        ("", ("/img/onbekend.png",), "status", None),
    ],
)
def test_a_status_cell_is_read_by_the_legend_and_then_by_its_words(
    cell: str, symbols: tuple[str, ...], aspect: str, status: str | None
) -> None:
    assert status_of_cell(cell, symbols, LEGEND, aspect) == status


@pytest.mark.parametrize("row", table("state_words"), ids=lambda row: row["words"])
def test_the_words_of_a_status_cell_are_one_whatever_their_case_and_stop(row: dict[str, str]) -> None:
    assert reads_as_state(f" {row['words'].upper()} ")
    assert status_of_cell(row["words"], (), ()) == (row["status"] or None)


@pytest.mark.parametrize("text", ["", "Groenvoorziening", "De nota is vastgesteld", "Gemeente"])
def test_other_words_are_no_status_cell(text: str) -> None:
    assert not reads_as_state(text)
