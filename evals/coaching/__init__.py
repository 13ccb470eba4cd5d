"""Coaching, measured: what a message is about, what is for people, and how replies hold up."""
