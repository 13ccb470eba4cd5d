"""Who grades: the product's own checks, the case's rules, counts, and judges."""
