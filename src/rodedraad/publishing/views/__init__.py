"""From the records of a build to what each page shows: pure functions, one module a page."""
