from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from rodedraad.linking.joined import Joined

SIZE = 12


@given(st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), max_size=20))
def test_what_belongs_with_the_same_belongs_together_and_nothing_else(pairs: list[tuple[int, int]]) -> None:
    joined = Joined(pairs)
    rows, columns = zip(*pairs, strict=True) if pairs else ((), ())
    table = coo_array(([1] * len(pairs), (list(rows), list(columns))), shape=(SIZE, SIZE))
    _, groups = connected_components(table, directed=False)
    for one in range(SIZE):
        for other in range(SIZE):
            assert joined.together(one, other) == (groups[one] == groups[other])
