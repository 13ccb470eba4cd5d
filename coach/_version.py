"""The version, in one place: the package, the wheel and `coach --version` all read it here."""

__version__ = "0.1.0"
