"""Drafting: from a request and passages to a suggestion."""
