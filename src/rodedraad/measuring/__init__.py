"""Figures that are computed: definitions, sources, observations, money, what of small numbers is shown."""
