"""What a document says more than once is linked by where it stands."""

from rodedraad.linking import link
from rodedraad.linking.repeats import Repeats
from rodedraad.linking.shelf import shelve
from rodedraad.model.terms import FOR_GOOD, Kind
from rodedraad.model.threads import Pointer
from tests.linking.support import document, element

GOALS = ("Kinderen groeien gezond en veilig op", "Niemand hoeft onder de armoedegrens te leven")
AMOUNTS = {2021: ("4.381", "211"), 2022: ("7.000", "548")}


def _budget(year, goals=GOALS):
    rows = []
    for number, (goal, amount) in enumerate(zip(goals, AMOUNTS[year], strict=True)):
        rows.append(element(f"g{number}", goal, Kind.GOAL))
        rows.append(
            element(f"c{number}", f"Totale lasten (x € 1.000): {amount}", Kind.COST, parent=f"g{number}")
        )
    return document(f"begroting-{year}", year, rows)


def _made(*documents):
    return {
        (one.from_, one.to)
        for one in link(documents).links
        if one.decision in FOR_GOOD and one.from_.element.startswith("c")
    }


def _row(year, number):
    return Pointer(document=f"begroting-{year}", element=f"c{number}")


def test_rows_of_the_same_words_are_linked_under_goals_that_belong_together():
    made = _made(_budget(2021), _budget(2022, GOALS[::-1]))
    assert made <= {(_row(2021, 0), _row(2022, 1)), (_row(2021, 1), _row(2022, 0))}


def test_they_are_not_linked_by_their_words_alone():
    other = ("Er komt een nieuw zwembad aan de Singel", "De bibliotheek blijft in alle kernen open")
    assert not _made(_budget(2021), _budget(2022, other))


def test_numbers_make_no_other_text_and_another_label_does():
    rows = [
        element("a", "Lasten: 500", Kind.COST),
        element("b", "Lasten: 1.250,50", Kind.COST),
        element("c", "Lasten: 500", Kind.COST, label="Wmo"),
    ]
    assert Repeats.of(shelve([document("d", 2021, rows)])).repeated.tolist() == [True, True, False]
