"""The recogniser: what was learned on top of the embedder's encoder, and how it becomes a graph."""
