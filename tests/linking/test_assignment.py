"""What is linked for good, what is offered, and what a person's word does."""

from collections import Counter
from datetime import date, datetime

import pytest
from msgspec.structs import replace

from rodedraad.linking import link, lost_decisions
from rodedraad.linking.chains import Chains
from rodedraad.linking.groups import group
from rodedraad.linking.shelf import shelve
from rodedraad.model.decisions import Decisions, LinkDecision
from rodedraad.model.document import Amount, Organisation
from rodedraad.model.terms import FOR_GOOD, Decision, Kind, MoneyPhase, Relation
from rodedraad.model.threads import Pointer
from tests.linking.support import document, element, report, result

BUURT = "We openen in elke buurt een inloophuis waar inwoners elkaar ontmoeten."
JEUGD = "Jongerenwerkers zoeken jongeren op straat op en helpen hen aan een bijbaan."
ZORG = "De wachtlijst voor huishoudelijke hulp werken we weg met extra inzet."
SPEELTUIN = "De speeltuin aan de Eikenlaan krijgt nieuwe toestellen voor kleuters."
BIBLIOTHEEK = "De bibliotheek blijft op zondag open voor studenten."


def pointer(name: str, identity: str) -> Pointer:
    return Pointer(document=name, element=identity)


def budgets(first: list[str], second: list[str]):
    return [
        document("b1", 2021, [element(f"e{n}", text) for n, text in enumerate(first)]),
        document("b2", 2022, [element(f"e{n}", text) for n, text in enumerate(second)]),
    ]


def made(threads):
    return {
        (one.from_.element, one.to.element): one.relation for one in threads.links if one.decision in FOR_GOOD
    }


def test_the_same_texts_are_linked_one_to_one():
    threads = link(budgets([BUURT, JEUGD, ZORG, SPEELTUIN], [ZORG, BUURT, BIBLIOTHEEK, JEUGD]))
    assert made(threads) == {
        ("e0", "e1"): Relation.SAME_TEXT,
        ("e1", "e3"): Relation.SAME_TEXT,
        ("e2", "e0"): Relation.SAME_TEXT,
    }


def test_one_promise_that_becomes_two_is_a_split_and_stands_in_both_threads():
    whole = (
        "We breiden het jongerenwerk uit met twee straatcoaches in Noord en "
        "verbouwen het buurthuis De Spil tot huiskamer voor ouderen met dementie."
    )
    parts = [
        "Het jongerenwerk breiden we uit met twee straatcoaches in Noord.",
        "We verbouwen buurthuis De Spil tot huiskamer voor ouderen met dementie.",
    ]
    threads = link(budgets([whole, ZORG, SPEELTUIN], [*parts, ZORG, BIBLIOTHEEK]))
    assert made(threads)["e0", "e0"] is Relation.SPLITS
    assert made(threads)["e0", "e1"] is Relation.SPLITS
    standing = [one.members for one in threads.threads if pointer("b1", "e0") in one.members]
    assert sorted(standing) == [
        (pointer("b1", "e0"), pointer("b2", "e0")),
        (pointer("b1", "e0"), pointer("b2", "e1")),
    ]


def test_two_promises_that_become_one_are_a_merge():
    whole = (
        "We breiden het jongerenwerk uit met twee straatcoaches in Noord en "
        "verbouwen het buurthuis De Spil tot huiskamer voor ouderen met dementie."
    )
    parts = [
        "Het jongerenwerk breiden we uit met twee straatcoaches in Noord.",
        "We verbouwen buurthuis De Spil tot huiskamer voor ouderen met dementie.",
    ]
    threads = link(budgets([*parts, ZORG, BIBLIOTHEEK], [whole, ZORG, SPEELTUIN]))
    assert made(threads)["e0", "e0"] is Relation.MERGES
    assert made(threads)["e1", "e0"] is Relation.MERGES
    assert sum(pointer("b2", "e0") in one.members for one in threads.threads) == 2


def test_two_look_alikes_are_left_to_a_person():
    threads = link(budgets([BUURT, ZORG, SPEELTUIN], [BUURT, JEUGD, BUURT, BIBLIOTHEEK]))
    offered = [(one.to.element, one.decision) for one in threads.links if one.from_ == pointer("b1", "e0")]
    assert ("e0", Decision.PROPOSED) in offered or ("e2", Decision.PROPOSED) in offered
    assert sum(decision is Decision.AUTO for _, decision in offered) <= 1


def offered_for(threads) -> Counter:
    """How many are offered for each element and another document."""
    offered = [one for one in threads.links if one.decision is Decision.PROPOSED]
    ends = [(one.from_, one.to) for one in offered]
    return Counter((one, other.document) for pair in ends for one, other in (pair, pair[::-1]))


def test_at_most_ten_are_offered_for_an_element_and_another_document():
    same = [
        f"We onderzoeken met partner {name} de inzet van vrijwilligers in de wijk." for name in "ABCDEFGHIJ"
    ]
    offered = offered_for(link(budgets(same * 2, same * 2)))
    assert min(offered.values()) >= 5
    assert max(offered.values()) <= 10


def test_a_broad_goal_is_offered_to_all_that_have_it_among_their_best():
    goal = "Inwoners van jong tot oud doen mee, met of zonder hulp, op school, op het werk en in de wijk."
    parts = [f"We helpen inwoners van jong tot oud in wijk {name} om mee te doen." for name in "ABCDEFGH"]
    threads = link(budgets([goal], parts))
    assert {one.to.element for one in threads.links} == {f"e{number}" for number in range(len(parts))}


def test_a_row_of_figures_is_offered_its_best_and_not_all_that_look_alike():
    rows = ["Jeugd | Lasten", "Jeugd | Baten", "Jeugd | Saldo", "Wmo | Lasten", "Wmo | Baten", "Wmo | Saldo"]
    amounts = (Amount(what="lasten", phase=MoneyPhase.APPROVED, year=2022, value=1000.0, raw="1"),)
    pages = [
        document(
            name,
            year,
            [element(f"e{n}", text, Kind.COST, amounts=amounts) for n, text in enumerate(rows)],
        )
        for name, year in (("b1", 2021), ("b2", 2022))
    ]
    as_prose = [
        replace(page, elements=tuple(replace(one, amounts=()) for one in page.elements)) for page in pages
    ]
    assert max(offered_for(link(as_prose)).values()) > 2
    assert max(offered_for(link(pages)).values(), default=0) <= 2


def test_structure_is_never_linked():
    pages = [
        document(
            name, year, [element("h", "Thema Ondersteuning van inwoners", kind, None), element("e", BUURT)]
        )
        for name, year, kind in (("b1", 2021, Kind.THEME), ("b2", 2022, Kind.SECTION))
    ]
    assert {one.from_.element for one in link(pages).links} <= {"e"}


def test_documents_of_two_organisations_are_never_linked():
    other = Organisation(code="GM9998", name="Zomerdal")
    pages = [
        document("b1", 2021, [element("e", BUURT)]),
        document("z1", 2022, [element("e", BUURT)], organisation=other),
    ]
    threads = link(pages)
    assert threads.links == ()
    assert len(threads.threads) == 2


def test_a_result_without_promise_is_a_report_of_the_plan():
    pages = [
        document(
            "b1",
            2021,
            [element("e0", BUURT), element("e1", ZORG), element("e2", JEUGD), element("e3", SPEELTUIN)],
        ),
        report(
            "j1",
            2021,
            [
                result("r0", "In elke buurt is een inloophuis geopend waar inwoners elkaar ontmoeten."),
                result("r1", "Het zwembad kreeg een nieuwe glijbaan."),
                result("r2", "De gemeentewinkel is verhuisd."),
            ],
        ),
    ]
    assert made(link(pages)) == {("e0", "r0"): Relation.REPORTS}


def test_a_text_that_says_so_replaces():
    pages = budgets(
        [BUURT, ZORG, SPEELTUIN],
        [
            f"Deze aanpak vervangt de vorige: {BUURT.lower()} Ook vrijwilligers en verenigingen doen mee.",
            JEUGD,
        ],
    )
    assert made(link(pages)) == {("e0", "e0"): Relation.REPLACES}


def decided(decision: Decision, one: str, other: str, **more: object) -> Decisions:
    ruling = LinkDecision(from_=pointer("b1", one), to=pointer("b2", other), decision=decision, **more)
    return Decisions(link=(ruling,))


def test_a_confirmed_link_stays_whatever_its_score():
    pages = budgets([BUURT, ZORG], [SPEELTUIN, BIBLIOTHEEK])
    when = datetime(2022, 1, 2, 3, 4)  # noqa: DTZ001 - as a decision file may hold it
    decisions = decided(
        Decision.CONFIRMED, "e0", "e1", relation=Relation.CONTINUES, role="griffier", decided_at=when
    )
    threads = link(pages, decisions)
    (one,) = [one for one in threads.links if one.decision is Decision.CONFIRMED]
    assert (one.relation, one.role, one.decided_at) == (Relation.CONTINUES, "griffier", when)
    assert one.score < 0.5
    assert (pointer("b1", "e0"), pointer("b2", "e1")) in {one.members for one in threads.threads}


def test_a_rejected_link_stays_away_and_is_remembered():
    pages = budgets([BUURT, ZORG], [BUURT, SPEELTUIN])
    threads = link(pages, decided(Decision.REJECTED, "e0", "e0"))
    ends = pointer("b1", "e0"), pointer("b2", "e0")
    assert [one.decision for one in threads.links if (one.from_, one.to) == ends] == [Decision.REJECTED]
    assert not [one for one in threads.threads if len(one.members) > 1]


def test_a_rejected_link_is_not_made_by_a_detour():
    pages = [
        *budgets([BUURT, ZORG], [BUURT, SPEELTUIN]),
        document("b3", 2023, [element("e0", BUURT), element("e1", JEUGD)]),
    ]
    threads = link(pages, decided(Decision.REJECTED, "e0", "e0"))
    ends = {pointer("b1", "e0"), pointer("b2", "e0")}
    assert not [one for one in threads.threads if ends <= set(one.members)]


def test_a_second_link_that_a_person_confirms_is_a_split():
    pages = budgets([BUURT, ZORG], [BUURT, SPEELTUIN])
    threads = link(pages, decided(Decision.CONFIRMED, "e0", "e1"))
    assert made(threads)["e0", "e1"] is Relation.CONTINUES
    rulings = (
        LinkDecision(from_=pointer("b1", "e0"), to=pointer("b2", "e0"), decision=Decision.CONFIRMED),
        LinkDecision(from_=pointer("b1", "e0"), to=pointer("b2", "e1"), decision=Decision.CONFIRMED),
    )
    both = link(pages, Decisions(link=rulings))
    assert made(both)["e0", "e1"] is Relation.SPLITS


@pytest.mark.parametrize(
    ("one", "other"),
    [(("b1", "gone"), ("b2", "e0")), (("b1", "e0"), ("b1", "e1")), (("b9", "e0"), ("b2", "e0"))],
)
def test_a_decision_whose_end_is_gone_is_kept_out_and_reported(one, other):
    pages = budgets([BUURT, ZORG], [SPEELTUIN, JEUGD])
    ruling = LinkDecision(from_=pointer(*one), to=pointer(*other), decision=Decision.CONFIRMED)
    decisions = Decisions(link=(ruling,))
    assert lost_decisions(pages, decisions) == (ruling,)
    assert not [one for one in link(pages, decisions).links if one.decision is Decision.CONFIRMED]


def test_a_decision_that_joins_two_elements_is_not_lost():
    pages = budgets([BUURT], [SPEELTUIN])
    assert lost_decisions(pages, decided(Decision.REJECTED, "e0", "e0")) == ()


def test_chains_refuse_two_promises_of_one_document():
    shelf = shelve(budgets([BUURT, ZORG], [BUURT, ZORG]))
    chains = Chains(shelf, group(shelf))
    assert chains.join(0, 2)
    assert chains.join(2, 0)
    assert not chains.join(1, 2)
    assert chains.standing_in(0, 1) == 2
    assert chains.standing_in(1, 1) is None


def test_a_result_that_answers_two_promises_stands_in_both_threads():
    pages = [
        report(
            "j1",
            2021,
            [element("p1", BUURT), element("p2", ZORG), result("r", "Beide zijn gedaan.", "p1", "p2")],
        )
    ]
    members = [[one.element for one in thread.members] for thread in link(pages).threads]
    assert members == [["p1", "r"], ["p2", "r"]]


def test_answers_in_a_circle_are_one_thread():
    pages = [
        report("j1", 2021, [result("r1", BUURT, "r2"), result("r2", ZORG, "r1"), result("r3", JEUGD, "r3")])
    ]
    members = [[one.element for one in thread.members] for thread in link(pages).threads]
    assert members == [["r1", "r2"], ["r3"]]


def test_no_documents_and_empty_documents_make_nothing():
    assert link([]).threads == ()
    assert link([document("b1", 2021, []), document("b2", 2022, [], adopted=date(2021, 11, 1))]).links == ()


TEST = "Ervaringsdeskundigen toetsen alle gemeentelijke gebouwen op toegankelijkheid."
RULES = (
    "De verordeningen voor jeugd, Wmo en werk voegen we samen tot een integrale verordening sociaal domein."
)


def three_years():
    return [
        document("b1", 2021, [element("a", TEST), element("z", ZORG)]),
        document("b2", 2022, [element("b", RULES), element("z", SPEELTUIN)]),
        document("b3", 2023, [element("c", f"{RULES} {TEST}"), element("z", BIBLIOTHEEK)]),
    ]


def test_different_parts_of_one_text_are_no_one_promise_over_the_years_either():
    threads = link(three_years())
    standing = {frozenset(one.element for one in thread.members) for thread in threads.threads}
    assert {frozenset("ac"), frozenset("bc")} <= standing
    assert Relation.MERGES in {made(threads)["a", "c"], made(threads)["b", "c"]}


def test_parts_of_different_kinds_are_no_split():
    whole = "We leggen de woonzorgvisie voor aan de gemeenteraad en ronden de gesprekken met dorpsraden af."
    first = element("a", "De woonzorgvisie leggen we voor aan de gemeenteraad.")
    second = element("c", "Gesprekken met dorpsraden ronden we af.", Kind.PLANNING)
    pages = [
        document("b1", 2021, [element("w", whole), element("z", ZORG)]),
        document("b2", 2022, [first, second, element("z", SPEELTUIN)]),
    ]
    assert Relation.SPLITS not in made(link(pages)).values()


def test_a_result_goes_with_its_promise_where_a_later_text_holds_both():
    pages = three_years()
    told = report(
        "j2", 2022, [element("p", RULES), result("r", "De verordeningen zijn nog niet samengevoegd.", "p")]
    )
    late = replace(told, adopted=date(2023, 7, 1))
    threads = link([*pages, late])
    (tested,) = [one for one in threads.threads if pointer("b1", "a") in one.members]
    assert pointer("j2", "r") not in tested.members
