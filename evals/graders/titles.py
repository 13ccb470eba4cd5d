"""What each criterion asks, in a few words; the codes are those of the quality list behind the product's checks."""

from __future__ import annotations

from coach.models import SuggestionKind

OUTCOME = {
    "X1": "no test or KPI language",
    "O1": "in the members' voice",
    "O2": "one observable main verb",
    "O3": "a real object and situation",
    "O4": "noticeable in the work",
    "O6": "ways in for newcomers and old hands",
    "O7": "the right size",
}
ACTIVITY = {
    "X1": "no test or KPI language",
    "A1": "members do the outcome's verb",
    "A2": "real, unfinished work",
    "A3": "leaves a trace",
    "A4": "something useful to do at each distance",
    "A5": "expert talk is bounded",
    "A6": "talk moves from facts to a decision",
    "A7": "safe to be wrong",
}
REVIEW = {
    "X1": "no test or KPI language",
    "R1": "looks at the work, not the person",
    "R2": "questions come from the outcome",
    "R3": "no numbers, no grades",
    "R4": "warm and curious, kind and specific",
    "R5": "the author speaks",
    "R6": "leads to one next try",
    "R7": "doable: 3 to 6 questions in 15 minutes",
    "R8": "a newcomer can use it",
}
PLAN = {
    "S1": "outcome, activity and review are aligned",
    "S2": "timings add up, with slack",
    "S3": "everyone speaks or writes early",
    "S4": "opens up, then closes",
    "S5": "access before, during and after",
    "S6": "host and star expert are kept apart",
    "S8": "keeps evidence lightly, with consent",
    "S9": "a plan B",
    "X2": "about this community's work",
    "X3": "what is said of the community has its source",
    "X5": "can be started tomorrow",
    "X6": "leaves people a choice",
    "X7": "ranks nobody",
}
COACHING = {
    "K1": "hears first, in their own words",
    "K2": "advises only where it is asked or offered, and only in the move",
    "K3": "one open question",
    "K4": "says why the move works",
    "K5": "names a strength by what they did",
    "K6": "one focus, short enough",
    "K7": "decided before it was worded",
    "K8": "keeps its limits: no diagnosis, no verdict, people where people are needed",
    "X1": "no test or KPI language",
    "X3": "what is said of the community has its source",
    "X4": "nothing that they do already or were offered",
    "X5": "can be pictured, and said",
    "X6": "easy to take in",
    "X7": "ranks nobody",
    "X8": "promises nothing",
}
BRIEF = {
    "L1": "every claim has words or a count behind it",
    "L2": "each claim is borne out by what it rests on",
    "L6": "contribution, not cause",
    "L7": "tells what did not work or is not known",
    "L8": "consent and anonymity kept",
    "L9": "a page, with an ask",
    "L10": "evidence without targets or scores",
}
OF_KIND = {
    SuggestionKind.OUTCOME: OUTCOME,
    SuggestionKind.ACTIVITY: ACTIVITY,
    SuggestionKind.REVIEW: REVIEW,
    SuggestionKind.PLAN: {**ACTIVITY, **REVIEW, **PLAN},
    SuggestionKind.COACHING: COACHING,
    SuggestionKind.BRIEF: BRIEF,
}
"""What the product's own checks grade, by kind."""
SAME = {"O-A": "S1", "A-R": "S1", "O-R": "S1", "S7": "S2"}
"""The three links are S1; the open slot of S7 may be the slack of S2."""
