"""The level of an outcome: what the hinter learns from, how it learns, and how well it does on what it has not seen."""
