"""A corpus: a folder of dossiers, each linked and checked by itself, with the results as Parquet."""

from rodedraad.dossier.corpus.build import build_corpus
from rodedraad.dossier.corpus.records import CorpusReport, Made, State

__all__ = ["CorpusReport", "Made", "State", "build_corpus"]
