"""How well passages are found, beside plain BM25 and vectors alone, over the same passages."""
