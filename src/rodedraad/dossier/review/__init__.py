"""What a person is asked about links, and what becomes of the answer; screens show it and add nothing."""

from rodedraad.dossier.review.queue import Question
from rodedraad.dossier.review.session import Progress, Session, session_of
from rodedraad.dossier.review.wanted import Wanted

__all__ = ["Progress", "Question", "Session", "Wanted", "session_of"]
