"""How the database came to be: one module a step, run in order at start."""
