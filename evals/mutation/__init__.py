"""Damages good plans on purpose, and counts how much of the damage the checks see."""
