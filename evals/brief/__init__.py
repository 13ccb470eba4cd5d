"""Briefs, measured: whether every claim stands in the notes, and what is caught when one does not."""
