"""Measures the product against judged material; never shipped in the wheel."""
