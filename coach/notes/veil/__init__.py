"""The parts behind stand-ins for people: words, the roster, what to look for and what was given out. Pure."""
