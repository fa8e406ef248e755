"""A sample of links for people to judge: drawn to a file, and read back from it."""

from rodedraad.dossier.sampling.drawing import draw_sample
from rodedraad.dossier.sampling.recoding import read_recoding

__all__ = ["draw_sample", "read_recoding"]
