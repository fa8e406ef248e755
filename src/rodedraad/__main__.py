"""`python -m rodedraad` is the command `rodedraad`."""

from rodedraad.cli import main

if __name__ == "__main__":
    main()
