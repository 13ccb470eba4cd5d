"""The page for leaders without a model: what the notes tell, and how it is said."""
