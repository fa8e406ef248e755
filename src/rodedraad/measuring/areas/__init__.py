"""Municipalities and regions by the CBS codes that hold on a day, through mergers."""
