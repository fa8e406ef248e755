"""Rings of objects are looked for again afterwards, whatever happens meanwhile."""

import gc

import pytest

from rodedraad.linking.uncollected import uncollected


@uncollected()
def broken() -> None:
    """Tell that nobody looks, by an error where that is so."""
    with uncollected():
        pass
    if not gc.isenabled():
        raise ValueError("nobody looks")


def test_afterwards_it_is_as_it_was():
    assert gc.isenabled()
    with pytest.raises(ValueError, match="nobody looks"):
        broken()
    assert gc.isenabled()
