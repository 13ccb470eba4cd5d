"""What keeps a sentence from telling what happened: hopes, plans, beliefs, conditions, denials, errands. Pure data."""

from __future__ import annotations

import re

_WHO = r"(?:i|we|you|they|people|some|some of us|many|most|everyone|somebody|someone|members|participants|\w+s)"
OPINION = re.compile(
    rf"\b(?:{_WHO} (?:\w+ly |still |also |all |do |both )?(?:think|thinks|thought|believe|believes|believed"
    rf"|reckon\w*|hope|hopes"
    r"|hoped|feel that|felt that|feel like|expect|expects|expected|guess|suspect|assume|suppose|imagine|predict|worry"
    r"|fear|wonder|propose|suggest|recommend|plan|plans|intend|aim|want|wants|would like)"
    r"|hopefully|hoping|ideally|in my (?:opinion|view)|probably|perhaps|maybe|presumably|apparently|supposedly"
    r"|should|shouldn't|ought|would|wouldn't|'d (?:like|love|rather|want|say|be|have to)|could (?!not|n't)"
    r"|might|(?<!in )(?<!since )(?<!by )(?<!until )(?<!of )(?<!from )(?<!last )may(?! \d)"
    r"|must|will|won't|'ll|shall"
    r"|going to|gonna|plans? (?:to|for|is|are)|planning|intends?|aims? to|let's|needs? to|needed to|propos\w+"
    r"|suggest\w+"
    r"|recommend\w*|wish\w*|(?:says|said)(?! (?:it|yes|no|so)\b)|(?:they|people|some|many) say|saying|argues?|argued"
    r"|claim\w*|seems?"
    r"|seemed|looks like|feels like"
    r"|sounds like|i'd)\b",
    re.IGNORECASE,
)
"""Somebody holds, hopes or plans it."""
CONDITION = re.compile(
    r"\b(?:if|unless|in case|imagine|suppose|when(?:ever)? you|once you|whenever)\b|\bin order to\b"
    r"|\b(?<!thank )you(?:'re|'ll|'ve|r)?\b|\byours\b|\bwhether\b|\b(?:doesn't|does not"
    r"|don't) (?:necessarily )?mean\b"
    r"|\bas (?:if|though)\b|\bfor (?:example|instance)\b|\be\.g\b",
    re.IGNORECASE,
)
"""It only holds under a condition, or is advice to a reader."""
DENIES = re.compile(
    r"\b(?:not|never|nobody|no one|no-one|none|neither|nor|hardly|barely|rarely|without|cannot|unable|nothing|yet to"
    r"|fail\w*|refus\w+|stopped|isn't|no \w+ (?:has|have))\b|n't\b",
    re.IGNORECASE,
)
"""Something is denied."""
PRESENT_RULE = re.compile(
    r"^(?:always|never|please|don't|do not|try|use|make sure|remember|consider|avoid|keep|let|ask|give|take"
    r"|start|begin|come back|go|redraw|cut|keep|drop"
    r"|write|put|check|read|see|note|ensure|have|allow|encourage|provide|include|reach|help|document|how many"
    r"|how much|who|what|where|when(?! (?:i|we)\b)|how|does|did(?! (?:it|this|that|the|an?)\b)|do|is|are|can|could"
    r"|has anyone|any|add|get|find|run|set"
    r"|create|update|send|follow|choose|bring|join|sign|contact)\b",
    re.IGNORECASE,
)
"""An order or a tip."""
LEANS = re.compile(
    r"^(?:it|its|this|that|these|those|they|them|he|she|him|her|his|which|such|there|here|also|and|but|so|then"
    r"|or|yes|no"
    r"|ok|because|instead|otherwise|however|therefore|additionally|furthermore|moreover|too|both|same|another"
    r"|others?)\b",
    re.IGNORECASE,
)
"""It leans on what stands before it."""
LOGISTICS = re.compile(
    r"\b(?:agenda|aob|apologies|apols|action items?|to-?dos?|follow[- ]?up|next (?:meeting|call|session|steps?)"
    r"|zoom|webex|link"
    r"|invite|calendar|doodle|rsvp|register(?:ed|ing)? (?:for|here)|registration|sign(?:ed)? up|parking (?:is"
    r"|behind|at)"
    r"|lift"
    r"|catering|lunch"
    r"|biscuits|room \d|booked|booking|deadline|mailing list|newsletter|slack channel|pull requests?|prs?"
    r"|merged?|merging"
    r"|commits?|release[sd]? \d|v\d|kep-?\d|milestone|bumped|rebase\w*|cherry-?pick\w*|chair(?:ed)? (?:by|the)"
    r"|attendance|recording"
    r"|youtube|minutes (?:were|are)|time ?zone|utc|gmt|sponsor\w*|fundrais\w*|donat\w+|grant (?:application"
    r"|from)|invoice"
    r"|election|nominat\w+|steering (?:council|committee) (?:election|meeting)|hiring|job (?:post|opening)"
    r"|position (?:is|at)"
    r"|travel|hotel|flights?|visa|budget|licen[cs]e|copyright|blog ?post|this post|website|web ?page"
    r"|github\.com|issue #|#\d+)\b"
    r"|#\d|https?:|\bwww\.|^\d{1,2}[:.]\d\d|\b\d{1,2}[:.]\d\d ?(?:am|pm|utc)",
    re.IGNORECASE,
)
"""News of the meeting itself, errands and links."""
BILLBOARD = re.compile(
    r"\bwe(?:'re| are) (?:happy|pleased|excited|delighted|thrilled|proud|looking|hoping|always|hiring"
    r"|grateful)\b|\bplease\b"
    r"|(?<!say )\bthank(?:s|ful)?\b|\bcongrat\w*|\bwelcome (?:to|aboard)\b|\bstay tuned\b|\bjoin us\b|\blet us know\b"
    r"|\bfeel free\b"
    r"|\blook(?:ing)? forward\b|\bannounc\w+|\bkudos\b|\bhuge\b|\bhonou?red\b|\bour mission\b|\bwe invite\b"
    r"|\bwe encourage\b"
    r"|\bsupported by\b|\bfunded\b|\bled by\b|\borgani[sz]ed by\b|\bhosted by\b|\bas part of\b",
    re.IGNORECASE,
)
"""What an organisation tells the world."""
TALKS_OF_TALK = re.compile(
    r"^(?:discuss\w*|talk\w*|review\w*|presented|update[ds]?|agreed|decided|reminder|suggested|proposed|shared"
    r"|asked|noted"
    r"|mentioned|reported|question|q|a|action|todo|idea|wip|tbd|fyi)\b(?! and )|^(?:we|they"
    r"|the group) (?:discussed|talked"
    r" about|agreed|decided|reviewed the|went over|covered|heard from|touched on)\b",
    re.IGNORECASE,
)
"""How a meeting went on."""
BETTER = re.compile(
    r"\b(?:no longer|used to|instead of|rather than|not only|not just|stopped (?:asking|sending))\b", re.I
)
"""These deny nothing that came of it."""
