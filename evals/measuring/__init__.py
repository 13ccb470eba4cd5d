"""Figures with intervals: means, paired changes, and how far graders agree."""
