"""Judged municipalities whose promises are followed through the years, and what is measured on them."""
