"""The pages: they show what the product offers and hold no product logic."""
