"""The command line: thin commands over the front door.

The result goes to stdout, everything else to stderr. `--json` prints one object and nothing more.
"""

from .app import main

__all__ = ["main"]
