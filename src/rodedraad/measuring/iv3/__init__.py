"""Iv3: the money of municipalities by taakveld, from the files that CBS publishes."""
