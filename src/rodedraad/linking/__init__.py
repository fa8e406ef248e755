"""Links between documents: the same promise followed over years and wordings.

Pure functions over documents.  `link` makes the threads; `lost_decisions` names the decisions that join
nothing any more; `balance` counts what became of the promises.
"""

from rodedraad.linking.follow import link
from rodedraad.linking.rulings import lost_decisions

__all__ = ["link", "lost_decisions"]
