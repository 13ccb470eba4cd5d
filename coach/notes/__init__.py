"""Notes: read from files, split into chunks, and heard for what can be quoted."""
