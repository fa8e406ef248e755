"""Between which documents links are offered."""

from rodedraad.linking import link
from rodedraad.linking.offers import FEW_STEPS, within_reach
from rodedraad.linking.shelf import shelve
from tests.linking.support import document, element

PROMISE = "We openen in iedere kern een ontmoetingsplek voor mantelzorgers"
OTHER = "In drie kernen is een ontmoetingsplek geopend, ook voor wie mantelzorg geeft"


def _shelf(*years):
    return shelve([document(f"begroting-{year}", year, []) for year in years])


def test_few_documents_reach_each_other_however_far_apart():
    assert within_reach(_shelf(2010, 2016, 2025)).all()


def test_of_many_those_of_one_council_term_do():
    reach = within_reach(_shelf(*range(2000, 2000 + FEW_STEPS + 3)))
    assert reach[0, FEW_STEPS]
    assert not reach[0, FEW_STEPS + 1]
    assert reach[0, :5].all()


def test_a_promise_is_offered_the_report_of_six_years_later():
    told = link(
        [
            document("begroting-2016", 2016, [element("a", PROMISE)]),
            document("begroting-2022", 2022, [element("b", OTHER)]),
        ]
    )
    assert [(one.from_.element, one.to.element) for one in told.links] == [("a", "b")]
