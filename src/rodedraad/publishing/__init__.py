"""The public site and the open data, made from what one build made: records in, files out."""

from rodedraad.publishing.publish import publish

__all__ = ["publish"]
