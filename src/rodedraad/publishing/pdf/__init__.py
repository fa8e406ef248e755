"""The same content as tagged PDF (PDF/UA-1): a document, a programme or theme, or a thread."""
