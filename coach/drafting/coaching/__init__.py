"""Coaching without a model: what was said, what it is about, and a reply in plain words."""
