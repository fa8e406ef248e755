"""The candidates of a document with all older ones, as arrays that can be kept from build to build."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Protocol, TypeAlias

import numpy as np

from rodedraad.linking.scoring import Ends, Scored, chance

Arrays: TypeAlias = Mapping[str, np.ndarray[Any, Any]]
Found: TypeAlias = Sequence[tuple[Ends, Scored]]
"""The candidates of a document with each older one."""


class Kept(Protocol):
    """Keeps candidates by a key of what they rest on, or forgets them: the outcome is the same."""

    def read(self, key: str) -> Found | None:
        """Return the candidates kept under a key, or None where there are none that are whole."""

    def keep(self, key: str, found: Found) -> None:
        """Keep candidates under a key."""


class Forgetful:
    """Keeps nothing."""

    def read(self, key: str) -> None:  # noqa: ARG002
        """Return nothing."""
        return

    def keep(self, key: str, found: Found) -> None:
        """Keep nothing."""


FORGETFUL: Final = Forgetful()


def packed(found: Found) -> Arrays:
    """Return the candidates of one document with older ones as arrays; parts that nobody has are left out."""
    scored = [one for _, one in found]
    parts = np.concatenate([one.parts for one in scored])
    told = np.flatnonzero(parts.any(axis=0))
    return {
        "newer": np.array(found[0][0][1]),
        "older": np.array([ends[0] for ends, _ in found], dtype=np.int32),
        "size": np.array([one.left.size for one in scored], dtype=np.int64),
        "start": np.array([one.start for one in scored], dtype=np.float64),
        "left": np.concatenate([one.left for one in scored]).astype(np.int32),
        "right": np.concatenate([one.right for one in scored]).astype(np.int32),
        "cover_left": np.concatenate([one.cover_left for one in scored]),
        "cover_right": np.concatenate([one.cover_right for one in scored]),
        "width": np.array(parts.shape[1]),
        "told": told.astype(np.int32),
        "parts": parts[:, told],
    }


def unpacked(arrays: Arrays) -> Found:
    """Return the same candidates again, to the bit."""
    parts = np.zeros((arrays["left"].size, int(arrays["width"])), dtype=np.float32)
    parts[:, arrays["told"]] = arrays["parts"]
    whole = {name: arrays[name].astype(np.int64) for name in ("left", "right")}
    whole |= {name: arrays[name] for name in ("cover_left", "cover_right")} | {"parts": parts}
    ends = np.cumsum(arrays["size"])
    older, starts = arrays["older"].tolist(), arrays["start"].tolist()
    rows = map(slice, (ends - arrays["size"]).tolist(), ends.tolist())
    return [
        ((one, int(arrays["newer"])), _scored(start, {name: array[own] for name, array in whole.items()}))
        for one, start, own in zip(older, starts, rows, strict=True)
    ]


def _scored(start: float, arrays: Arrays) -> Scored:
    return Scored(**arrays, start=start, score=chance(start, arrays["parts"]))
