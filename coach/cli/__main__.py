"""Run the command line with `python -m coach.cli`."""

from .app import main

main(prog_name="coach")
