"""One vendor each: what the ports ask for, done by somebody else's code."""
