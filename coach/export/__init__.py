"""Plans as documents that people carry away."""
