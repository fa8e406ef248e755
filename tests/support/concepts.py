"""A tiny stand-in for a model of what texts mean: it knows a few words for the same thing."""

from collections.abc import Sequence

import numpy as np

CONCEPTS = (
    {"buurtkamer", "ontmoetingsplek", "huiskamer"},
    {"opent", "begint", "start"},
    {"ouderen", "senioren", "zeventigers"},
    {"fietspad", "rijwielroute"},
    {"schuld", "geldzorgen"},
)


class Concepts:
    """Counts what a text says of each concept; remembers what it was asked."""

    def __init__(self, model: str = "begrippen 1") -> None:
        self.model = model
        self.asked: list[str] = []

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        self.asked += texts
        return np.stack([self._vector(text) for text in texts])

    @staticmethod
    def _vector(text: str) -> np.ndarray:
        words = {word.strip(".,:").lower() for word in text.split()}
        counts = np.array([len(words & concept) for concept in CONCEPTS] + [0.1], dtype=np.float32)
        return counts / np.linalg.norm(counts)
