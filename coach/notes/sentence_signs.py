"""What stands around and between people's sentences in notes: tags, labels, forms and lists of names."""

from __future__ import annotations

import re

LEAD = re.compile(
    r"[\s\x01]*(?:>[ \t]?){0,5}[\s\x01]*(?:(?:[-*+\u2022\u25cf\u25e6]|\d{1,3}[.)])(?=[\s\x01])[\s\x01]*)?"
    r"(?:\[[ xX]?\][\s\x01]+)?"
)
"""A bullet, a number, a quote sign or a box to tick."""

LABEL = re.compile(r"(?:\*\*|__)[^*_\n]{1,60}?(?::(?:\*\*|__)|(?:\*\*|__)\s?(?::|[–—-]\s))[\s\x01]*")
"""A label in bold: `**Decision:**`."""

SPEAKER = re.compile(
    r"(?:\[[\w ,+&'-]{1,40}\]|\([\w .+&'-]{1,30}\))\s*[:–-]?\s+"
    r"|(?:@?[^\W\d_a-z][\w.'’+-]{0,30}(?:[ ,/&]{1,3}[A-Z(][\w.'’+)-]{0,30}){0,3})(?:\s?:|\s+[–—-])\s+"
)
"""Who speaks: `[paris]`, `JoshM:`, `Joe -`."""

SIGNED = re.compile(r"[\s\x01]*\[[\w ,+&'-]{1,40}\][\s\x01]*\Z")
"""Who spoke, at the end: `[jberkus]`."""

NEW_LINE = re.compile(r"[\s\x01]*(?:\d{1,2}[.:]\d{2}\b|[\w'’-]{1,20}:\s|\[[\w ]{1,20}\]\s)")
"""A line that begins something new: with a time or a speaker's tag."""

MARKUP = re.compile(
    r"[\x01*`|\\<>{}\[\]\ufffd\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1f]"
    r"|~~|(?<!\w)_|_(?!\w)|&#?\w{1,30};|(?<![\w:]):[a-z][a-z0-9_+-]{1,30}:(?![\w:])|^\s{0,8}#"
)
"""Signs that people do not see when the note is shown, or that would show in a quote."""

ADDRESS = re.compile(r"https?:|www\.|\b[\w-]{2,40}\.(?:com|org|io|net|dev)\b|(?<!\w)@\w|\w@\w", re.I)
"""Addresses of pages and people, and handles."""

NO_NEWS = re.compile(
    r"(?:(?:there (?:is|was|were|are) )?(?:no|nothing|none|not much|n/?a|tb[ad])\b).{0,60}"
    r"\b(?:updates?|reports?|news|topics?|items?|discuss\w*|new|today|week)\b\W{0,3}\Z",
    re.I,
)
"""`No updates this week` and the like."""

FORM_QUESTION = re.compile(
    r"(?:what(?:’s|'s| is) your|when (?:was|is) your|how are you doing|did you have|would any(?:one)? new"
    r"|what (?:work did|areas|are (?:the )?(?:areas?|metrics)|initiatives|went (?:well|wrong)|is working well"
    r"|could (?:be |we )?(?:improve|have)|worked|would you)"
    r"|(?:are there|do you have) any"
    r"|(?:did|does|do|has|have|is|are) (?:the|your|all) (?:group|sig|wg|team|committee|subproject|listed)"
    r"|how (?:does|do|did|is|are) (?:the|your|you) (?:group|sig|wg|measur|team))\b",
    re.I,
)
"""Questions that a form asks, not a person."""

INSTRUCTION = re.compile(
    r"\A(?:please (?:add|put|fill|write|sign|list|enter|see|join|read|use)|add your(?:self|selves)?|fill in|sign in"
    r"|(?:put )?your names?|recording (?:link|available))\b"
    r"|\breviewed for accuracy\b|\A(?:this|note:? this) post (?:was )?(?:originally|first)\b"
    r"|\boriginally (?:posted|published)\b",
    re.I,
)
"""What a template tells people to do."""

SIGN_IN_HEADING = re.compile(
    r"[\W_]*(?:attend(?:ees|ance|ing)|present|participants|apologies|sign[- ]?in|roll[- ]?call|who (?:is|was) here)\b",
    re.I,
)
"""Opens a list of people."""

LISTED_PEOPLE = re.compile(
    r"[\W_]*(?:attend(?:ees|ance|ing)|present|participants|apologies|apols|regrets|note ?takers?|moderators?"
    r"|(?:in the room|on the call)\s?:)(?!\w)",
    re.I,
)
"""Begins a line of people."""
