"""A dossier on disk, and the build that runs the stages over it."""

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.load import load
from rodedraad.dossier.records import Dossier, DossierDocument, FigureTable, SourceFile

__all__ = ["Dossier", "DossierDocument", "DossierError", "FigureTable", "Problem", "SourceFile", "load"]
