"""All rules, in the order in which a reader meets them."""

from rodedraad.checking.rule import Rule
from rodedraad.checking.rules.activity_without_goal import ActivityWithoutGoal
from rodedraad.checking.rules.amounts_carried import AmountsCarried
from rodedraad.checking.rules.claim_contradicts_number import ClaimContradictsNumber
from rodedraad.checking.rules.deadline_shifted import DeadlineShifted
from rodedraad.checking.rules.decision_lost import DecisionLost
from rodedraad.checking.rules.direction_against_target import DirectionAgainstTarget
from rodedraad.checking.rules.figure_available import FigureAvailable
from rodedraad.checking.rules.figure_differs import FigureDiffers
from rodedraad.checking.rules.figure_outside_benchmark import FigureOutsideBenchmark
from rodedraad.checking.rules.goal_without_activity import GoalWithoutActivity
from rodedraad.checking.rules.goal_without_result import GoalWithoutResult
from rodedraad.checking.rules.indicator_not_reported import IndicatorNotReported
from rodedraad.checking.rules.indicator_without_target import IndicatorWithoutTarget
from rodedraad.checking.rules.indicator_without_value import IndicatorWithoutValue
from rodedraad.checking.rules.indicators_count_nothing import IndicatorsCountNothing
from rodedraad.checking.rules.mandatory_absent import MandatoryAbsent
from rodedraad.checking.rules.mandatory_denominator import MandatoryDenominator
from rodedraad.checking.rules.money_against_amount import MoneyAgainstAmount
from rodedraad.checking.rules.money_without_amount import MoneyWithoutAmount
from rodedraad.checking.rules.outcome_without_number import OutcomeWithoutNumber
from rodedraad.checking.rules.page_outside_menu import PageOutsideMenu
from rodedraad.checking.rules.page_twice import PageTwice
from rodedraad.checking.rules.partial_answer import PartialAnswer
from rodedraad.checking.rules.promise_dropped import PromiseDropped
from rodedraad.checking.rules.promise_without_result import PromiseWithoutResult
from rodedraad.checking.rules.reference_not_found import ReferenceNotFound
from rodedraad.checking.rules.result_only_refers import ResultOnlyRefers
from rodedraad.checking.rules.result_without_promise import ResultWithoutPromise
from rodedraad.checking.rules.stale_year import StaleYear
from rodedraad.checking.rules.status_conflicts_with_text import StatusConflictsWithText
from rodedraad.checking.rules.status_unreadable import StatusUnreadable
from rodedraad.checking.rules.sums_differ import SumsDiffer
from rodedraad.checking.rules.taakveld_differs import TaakveldDiffers
from rodedraad.checking.rules.theme_not_reported import ThemeNotReported
from rodedraad.checking.rules.unknown_heading import UnknownHeadingRule
from rodedraad.checking.rules.weakened import Weakened

RULES: tuple[type[Rule], ...] = (
    PromiseDropped,
    ThemeNotReported,
    PromiseWithoutResult,
    PartialAnswer,
    GoalWithoutResult,
    ResultOnlyRefers,
    ResultWithoutPromise,
    DeadlineShifted,
    Weakened,
    StaleYear,
    StatusConflictsWithText,
    StatusUnreadable,
    ClaimContradictsNumber,
    DirectionAgainstTarget,
    OutcomeWithoutNumber,
    FigureOutsideBenchmark,
    FigureDiffers,
    FigureAvailable,
    IndicatorWithoutValue,
    IndicatorWithoutTarget,
    IndicatorNotReported,
    IndicatorsCountNothing,
    MandatoryDenominator,
    MandatoryAbsent,
    SumsDiffer,
    TaakveldDiffers,
    AmountsCarried,
    MoneyAgainstAmount,
    MoneyWithoutAmount,
    GoalWithoutActivity,
    ActivityWithoutGoal,
    ReferenceNotFound,
    PageOutsideMenu,
    PageTwice,
    UnknownHeadingRule,
    DecisionLost,
)
