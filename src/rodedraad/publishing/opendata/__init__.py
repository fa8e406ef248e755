"""The open data: tables as CSV, records as JSON, and the package that describes them."""
