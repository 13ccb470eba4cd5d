"""Pieces that pages are laid out from, one thing each."""
