"""What is printed for a session, each as one HTML file that needs nothing from outside."""

from .cards import render_cards
from .handout import render_handout
from .run_sheet import render_run_sheet

__all__ = ["render_cards", "render_handout", "render_run_sheet"]
