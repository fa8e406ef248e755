"""How far links reach over the documents that their own threads stand in."""

import pytest

from rodedraad.linking import link
from rodedraad.linking.proposals import MOST_OF_TWO
from rodedraad.linking.standing import MOST_BETWEEN
from rodedraad.model.terms import FOR_GOOD, Decision
from tests.linking.support import document, element

ALWAYS = "We openen in elke buurt een inloophuis waar inwoners elkaar ontmoeten."
OTHERS = [
    "Jongerenwerkers zoeken jongeren op straat op en helpen hen aan een bijbaan.",
    "De wachtlijst voor huishoudelijke hulp werken we weg met extra inzet.",
]
YEARS = range(2010, 2010 + MOST_BETWEEN + 4)


def budgets(years):
    """A budget a year; the promise stands in those of `years` alone."""
    others = [element(f"o{n}", text) for n, text in enumerate(OTHERS)]
    own = element("e", ALWAYS)
    return [document(f"b{year}", year, [own, *others] if year in years else others) for year in YEARS]


def reach(threads) -> set[tuple[int, int]]:
    """The years of both ends of the links for good of the promise."""
    ends = ((one.from_, one.to) for one in threads.links if one.decision in FOR_GOOD)
    return {(int(a.document[1:]), int(b.document[1:])) for a, b in ends if a.element == b.element == "e"}


def test_a_link_passes_over_few_documents_of_its_own_thread():
    threads = link(budgets(YEARS))
    assert reach(threads) == {
        (one, other) for one in YEARS for other in YEARS if one < other <= one + MOST_BETWEEN + 1
    }
    assert [len(one.members) for one in threads.threads] == [len(YEARS)] * 3


@pytest.mark.parametrize("gap", [MOST_BETWEEN, MOST_BETWEEN + 2])
def test_a_promise_that_returns_is_linked_however_many_documents_lie_between(gap):
    years = (YEARS[0], YEARS[0] + gap + 1)
    threads = link(budgets(years))
    assert reach(threads) == {years}


def test_of_two_threads_little_is_offered_over_all_documents():
    one, other = (f"Wij helpen inwoners met schulden bij hun administratie in {place}." for place in "AB")
    pages = [document(f"b{year}", year, [element("one", one), element("two", other)]) for year in YEARS]
    offered = [ends for ends in link(pages).links if ends.decision is Decision.PROPOSED]
    assert 0 < len(offered) <= MOST_OF_TWO
