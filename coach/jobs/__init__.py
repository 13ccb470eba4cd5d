"""Jobs: one thing a user comes to do, each."""
