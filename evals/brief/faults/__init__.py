"""Good briefs of invented communities, and the same briefs with one fault each: what do the checks catch?"""
