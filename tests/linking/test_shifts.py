"""When a deadline has moved, and when it has not."""

from datetime import date

import pytest
from msgspec.structs import replace

from rodedraad.linking import link
from rodedraad.linking.causes import cause
from rodedraad.linking.clauses import clause, kinship, recurs
from rodedraad.model.document import StatusJudgement
from rodedraad.model.terms import By, DocumentKind, Kind, Phase, Status
from rodedraad.recognising.deadlines import find_deadlines
from tests.linking.support import deadline, document, element, report, result

OTHER = "De speeltuin aan de Eikenlaan krijgt nieuwe toestellen."


def dated(text: str, year: int):
    return tuple(
        deadline(text[one.start : one.end], one.first, one.last) for one in find_deadlines(text, year)
    )


def reported(plan: str, outcome: str, **plan_settings: object):
    pages = [
        report(
            "j",
            2021,
            [
                element("p", plan, Kind.PLANNING, deadlines=dated(plan, 2021), **plan_settings),
                result("r", outcome, "p", deadlines=dated(outcome, 2021)),
            ],
        )
    ]
    return link(pages).shifts


def test_a_later_quarter_for_the_same_deed_is_a_shift():
    (shift,) = reported(
        "1e kwartaal 2021: start uitvoering", "We zijn in het 4e kwartaal 2021 gestart met de uitvoering."
    )
    assert (shift.planned.end, shift.now.end, shift.days) == (date(2021, 3, 31), date(2021, 12, 31), 275)
    assert (shift.planned.text, shift.now.text) == ("1e kwartaal 2021", "4e kwartaal 2021")


@pytest.mark.parametrize(
    ("plan", "outcome"),
    [
        ("De nota is klaar in het 2e kwartaal 2021.", "De nota is in mei 2021 vastgesteld."),
        ("De nota is klaar in 2021.", "De nota is in het 4e kwartaal 2021 vastgesteld."),
        ("De nota is klaar in maart 2021.", "Aan de nota wordt in 2022 verder gewerkt."),
        ("De nota is klaar in maart 2021.", "Het zwembad opent in juni 2022."),
        ("De nota is klaar in maart 2021.", "De nota was in februari 2021 al klaar."),
        ("In maart 2021 houden we de jaarlijkse mantelzorgdag.", "De mantelzorgdag is in november 2021."),
        ("De nota loopt van 2019-2024.", "De nota wordt in het 1e kwartaal 2026 vernieuwd."),
    ],
)
def test_what_is_no_shift(plan, outcome):
    assert reported(plan, outcome) == ()


def test_of_several_dates_those_of_the_same_deed_are_compared():
    (shift,) = reported(
        "In het 1e kwartaal 2021 tekenen we het convenant en in het 2e kwartaal 2021 werken we met een wijkteam.",
        "De invoering van het wijkteam is voorzien in Q2 2022.",
    )
    assert shift.planned.text == "2e kwartaal 2021"


def test_a_result_of_a_whole_field_is_asked_for_each_promise_in_it():
    plans = ["4e kwartaal 2020: voorbereiding", "1e kwartaal 2021: start uitvoering"]
    told = "In het vierde kwartaal van 2021 is de uitvoering gestart."
    pages = [
        report(
            "j",
            2021,
            [
                element("g", "Schulden vroeg in beeld", Kind.GOAL),
                *(
                    element(f"p{n}", text, Kind.PLANNING, parent="g", deadlines=dated(text, 2021))
                    for n, text in enumerate(plans)
                ),
                result("r", told, "p0", kind=Kind.PLANNING, deadlines=dated(told, 2021)),
            ],
        )
    ]
    (shift,) = link(pages).shifts
    assert (shift.planned.element, shift.now.element) == ("p1", "r")


def budgets(first: str, second: str, status: StatusJudgement | None = None):
    return [
        document(
            "b1",
            2021,
            [element("e", first, deadlines=dated(first, 2021), status=status), element("o", OTHER)],
        ),
        document(
            "b2",
            2022,
            [element("e", second, deadlines=dated(second, 2022)), element("n", "Wij tellen bomen.")],
        ),
    ]


OPENS = "We openen het nieuwe buurthuis De Spil voor alle inwoners van Noord {}."


def test_a_next_budget_that_names_a_later_day_is_a_shift():
    (shift,) = link(budgets(OPENS.format("per 1 januari 2021"), OPENS.format("per 1 april 2022"))).shifts
    assert shift.days == 455


def test_this_year_in_two_budgets_is_no_shift():
    assert link(budgets(OPENS.format("in 2021"), OPENS.format("in het 3e kwartaal 2022"))).shifts == ()


def test_a_promise_made_again_after_it_was_done_is_no_shift():
    done = StatusJudgement(value=Status.DONE, by=By.TEXT)
    pages = budgets(OPENS.format("per 1 januari 2021"), OPENS.format("per 1 april 2022"), done)
    assert link(pages).shifts == ()


def test_one_shift_for_a_planned_and_a_new_date_however_often_they_are_repeated():
    plan, new = OPENS.format("per 1 januari 2021"), OPENS.format("per 1 april 2022")
    pages = [
        *budgets(plan, new),
        document("b3", 2023, [element("e", new, deadlines=dated(new, 2023)), element("z", "Bomen.")]),
    ]
    assert len(link(pages).shifts) == 1


def test_a_cause_names_who_or_what_is_behind_it():
    assert cause(["De nota is er.", "Door de nieuwe inburgeringswet begint het later. Meer niet."]) == (
        "Door de nieuwe inburgeringswet begint het later."
    )
    assert cause(["We zijn in oktober gestart."]) is None


def test_a_time_that_opens_a_clause_belongs_to_what_follows():
    text = "Nota: in mei 2021 gaat de nota naar de raad en in juli 2021 volgt het plan."
    one = element("e", text, phase=Phase.PLAN, deadlines=dated(text, 2021))
    assert clause(one, one.deadlines[0]).strip() == "gaat de nota naar de raad en in"
    assert "volgt het plan" in clause(one, one.deadlines[1])


def test_the_label_belongs_to_every_clause():
    text = "In mei 2021 gereed."
    one = element("e", text, label="Woonzorgvisie", deadlines=dated(text, 2021))
    assert clause(one, one.deadlines[0]).startswith("Woonzorgvisie ")


def test_words_are_akin_by_stem_or_by_their_start():
    assert kinship("het inburgeringsstelsel wijzigt", "de inburgeringswet komt later") == 1
    assert kinship("de nota is klaar", "het zwembad opent") == 0


def test_what_recurs_has_no_one_date():
    assert recurs("Elk kwartaal praten we bij.")
    assert not recurs("In het tweede kwartaal praten we bij.")


def test_a_time_that_is_written_twice_is_found_by_its_evidence():
    text = "In mei 2021 opent het loket. In mei 2021 start de campagne."
    place = text.rindex("mei 2021")
    one = deadline("mei 2021", date(2021, 5, 1), date(2021, 5, 31))
    second = replace(one, evidence=replace(one.evidence, start=100 + place, end=108 + place))
    holder = element(
        "e", text, deadlines=(second,), spans=(replace(one.evidence, start=100, end=100 + len(text)),)
    )
    assert clause(holder, second).strip() == "start de campagne."


FORUM = "Het jongerenforum De Werf opent in de oude loods aan het Kanaal"


def budget_with(year: int, *rows: tuple[str, str, Kind], **more: object):
    """A budget whose goal has the rows given: identity, text, kind; the rows share the number `n`."""
    elements = [
        element(name, text, kind, parent="g", deadlines=dated(text, year), **more)
        for name, text, kind in rows
    ]
    return document(f"b{year}", year, [element("g", "Jongeren hebben een plek", Kind.GOAL), *elements])


def answered(year: int, plan: str, told: str, kind: DocumentKind = DocumentKind.JAARSTUKKEN, **more: object):
    adopted = date(year, 10, 5) if kind is DocumentKind.TUSSENRAPPORTAGE else date(year + 1, 6, 24)
    return document(
        f"{kind.value[0]}{year}",
        year,
        [
            element("p", plan, deadlines=dated(plan, year), **more),
            result("r", told, "p", deadlines=dated(told, year)),
        ],
        kind,
        adopted,
    )


def moves(*pages):
    return [
        (one.planned.document, str(one.planned.end), one.now.document, str(one.now.end))
        for one in link(pages).shifts
    ]


def test_a_date_in_the_cell_beside_a_promise_is_the_date_of_the_promise():
    plan = budget_with(
        2024, ("a", FORUM, Kind.ACTIVITY), ("c", "2e kwartaal 2024", Kind.PLANNING), number="S1"
    )
    threads = link(
        [plan, answered(2024, FORUM, "De loods is nog niet klaar: opening in het 1e kwartaal van 2025.")]
    )
    (shift,) = threads.shifts
    (thread,) = [one for one in threads.threads if one.id == shift.thread]
    assert (shift.planned.element, shift.now.element) == ("c", "r")
    assert "a" in {one.element for one in thread.members}
    assert "c" not in {one.element for one in thread.members}


def test_planning_that_names_its_promise_gives_its_date():
    other = "We leiden vrijwilligers op tot taalcoach"
    plan = budget_with(
        2024,
        ("a", FORUM, Kind.ACTIVITY),
        ("b", other, Kind.ACTIVITY),
        ("c", "Jongerenforum De Werf: 2e kwartaal 2024 open", Kind.PLANNING),
    )
    told = "De loods is nog niet klaar; het forum opent in het 1e kwartaal van 2025."
    assert moves(plan, answered(2024, FORUM, told)) == [("b2024", "2024-06-30", "j2024", "2025-03-31")]


def test_planning_that_fits_two_promises_alike_is_of_neither():
    plan = budget_with(
        2024,
        ("a", FORUM, Kind.ACTIVITY),
        ("b", "Het jongerenforum krijgt een eigen bestuur van jongeren", Kind.ACTIVITY),
        ("c", "Jongerenforum: 2e kwartaal 2024", Kind.PLANNING),
    )
    told = "De loods is nog niet klaar; het forum opent in het 1e kwartaal van 2025."
    assert moves(plan, answered(2024, FORUM, told)) == []


def test_a_new_date_is_laid_beside_the_last_one_told_and_the_one_promised():
    first = f"{FORUM} in Q2 2022"
    halfway = answered(
        2022, first, "De opening van het forum is nu in Q4 2022.", DocumentKind.TUSSENRAPPORTAGE
    )
    final = answered(2022, first, "De opening van het forum is verschoven naar het 2e kwartaal van 2023.")
    again = f"{FORUM} in het 2e kwartaal van 2023"
    found = moves(
        document("b2022", 2022, [element("e", first, deadlines=dated(first, 2022))]),
        halfway,
        document("b2023", 2023, [element("e", again, deadlines=dated(again, 2023))]),
        final,
    )
    assert found == [
        ("b2022", "2022-06-30", "t2022", "2022-12-31"),
        ("t2022", "2022-12-31", "b2023", "2023-06-30"),
        ("b2022", "2022-06-30", "j2022", "2023-06-30"),
    ]


def test_a_date_that_was_moved_before_is_left_behind():
    texts = {year: f"{FORUM} per 1 maart {year}" for year in (2022, 2023, 2024)}
    pages = [
        document(f"b{year}", year, [element("e", text, deadlines=dated(text, year))])
        for year, text in texts.items()
    ]
    assert [(one[0], one[2]) for one in moves(*pages)] == [("b2022", "b2023"), ("b2023", "b2024")]


def test_a_few_days_within_the_month_are_no_shift():
    plan = f"{FORUM} op 1 april 2024"
    assert moves(answered(2024, plan, "Het forum is op 9 april 2024 geopend.")) == []
    assert len(moves(answered(2024, plan, "Het forum is op 9 mei 2024 geopend."))) == 1


def test_a_result_that_only_tells_of_delay_moves_the_date_it_answers():
    plan = f"{FORUM} in het 3e kwartaal 2024"
    late = "De vloer moet eruit. Dat is verschoven naar het 2e kwartaal van 2025."
    assert len(moves(answered(2024, plan, late))) == 1
    assert moves(answered(2024, plan, "Er komt een zwembad in het 2e kwartaal van 2025.")) == []


def test_what_was_reported_done_is_not_moved_by_a_new_promise():
    done = StatusJudgement(value=Status.DONE, by=By.TEXT)
    first, second = f"{FORUM} per 1 mei 2023", f"{FORUM} ook in de avond, vanaf 1 juli 2024"
    pages = [
        document("b2023", 2023, [element("e", first, deadlines=dated(first, 2023))]),
        document("b2024", 2024, [element("e", second, deadlines=dated(second, 2024))]),
    ]
    assert len(moves(*pages)) == 1
    assert moves(*pages, answered(2023, first, "Het forum is open.", status=done)) == []
