"""What everyone sees: the site and the open data, made from a build and nothing else."""
