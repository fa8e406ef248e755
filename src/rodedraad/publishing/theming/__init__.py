"""The look of a municipality, taken as data: only what cannot reach outside or hide words gets through."""
