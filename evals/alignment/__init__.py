"""Alignment measured on plans that are not ours."""
