"""How the wording of a promise changed along its thread: what went and came, what is weaker or stronger.

`compare` lays two texts side by side, word by word.  `judge` says what became weaker or stronger between
two texts; `changes` does so along threads.
"""

from rodedraad.linking.wording.compare import Stretch, alike, changed, compare
from rodedraad.linking.wording.judging import judge
from rodedraad.linking.wording.said import Judgement, Said

__all__ = ["Judgement", "Said", "Stretch", "alike", "changed", "compare", "judge"]
