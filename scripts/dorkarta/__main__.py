"""`python -m dorkarta`."""

from dorkarta.cli import main

main()
