"""The languages of the site: Dutch as it is written, and English from tables that lie here."""
