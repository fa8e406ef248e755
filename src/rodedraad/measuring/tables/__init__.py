"""Tables of figures in CSV, XLSX and ODS, and what a dossier says of their columns."""
