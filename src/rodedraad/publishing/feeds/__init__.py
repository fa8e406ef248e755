"""What is new, for a reader of feeds: of the whole dossier, and of each thread."""
