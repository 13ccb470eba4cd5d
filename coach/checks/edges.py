"""A4: a newcomer's job that nobody would miss: watching, serving, waiting, or being kept apart."""

from __future__ import annotations

import re

from coach.playbook import Lexicon, content_stems

from .reading import find_known_verbs

_EDGE = re.compile(
    r"\b(?:watch(?:es|ing)?|observ(?:e|es|ing)|listen(?:s|ing)?|shadow(?:s|ing)?|sits?|sitting|look(?:s|ing)?\s+on"
    r"|follow(?:s|ing)?\s+along|tak(?:e|es|ing)\s+notes|"
    r"soak(?:s|ing)?|absorbs?|learns?|enjoys?|relax(?:es)?|settles?\s+in|waits?|attends?|gets?\s+(?:to\s+know|used"
    r"|a\s+feel|an?\s+idea)|picks?\s+up|finds?\s+(?:your|their)"
    r"\s+feet|notes?\s+down|pays?\s+attention|stays?\s+(?:quiet|silent|in\s+the\s+background|back)|keeps?\s+(?:quiet"
    r"|an\s+eye|out\s+of)|introduces?\s+(?:yourself|themselves)|says?\s+(?:hello|hi)|stays?\s+close"
    r"|finds?\s+a\s+seat|sees?\s+how|guards?\s+the|refills?|"
    r"(?:is|be|are)\s+(?:a\s+guest|present|there|welcome|an?\s+observer|quiet)|gets?\s+an?\s+(?:overview|impression"
    r"|tour)|reads?\s+(?:up|ahead|quietly|along)|studies|study)\b",
    re.IGNORECASE,
)
_SERVES = re.compile(
    r"\b(?:tea|coffees?|drinks?|snacks?|biscuits?|cakes?|urn|kettle|cups?|catering|lunch|sandwich\w*|chairs?"
    r"|tables?\s+(?:and|up|away|out)|doors?|coats?|cloakroom|windows?|"
    r"lights?|heating|tidy|tidies|tidying|clean(?:s|ing)?|clears?|sweeps?|wash(?:es|ing)?(?:\s+up)?|sign-?in"
    r"|register|attendance|name\s*(?:badges?|tags?|labels?)|photos?|"
    r"photograph\w*|pictures?\s+for|newsletter|applaud\w*|applause|claps?|cheers?|thumbs?|emojis?|smil(?:e|es|ing)"
    r"|camera|microphones?|mute|slides?\s+(?:forward|on)|"
    r"clicks?|hand\s?outs?|photocop\w*|print(?:s|ing|outs?)?|deliver(?:s|ing)?|errands?|fetch(?:es|ing)?|carr(?:y"
    r"|ies)\s+the|hands?\s+out|gives?\s+out|distribut\w+|"
    r"greet(?:s|ing)?|welcomes?\s+(?:people|guests|everyone)|reception|signs?\s+up|parking|equipment|cables?"
    r"|projector)\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:back\s+(?:table|row|of\s+the\s+room)|in\s+(?:the\s+corner|silence)|to\s+(?:one|the)\s+side"
    r"|at\s+the\s+(?:back|side|edge)|another\s+room|separate(?:ly)?|meanwhile|"
    r"on\s+(?:your|their)\s+own|by\s+(?:yourself|themselves)|(?:until|while|till)\s+the\s+(?:others?|rest"
    r"|experienced|regulars)\b[^.]*\b(?:finish\w*|done|work\w*|ready|do\b)|"
    r"starter\s+(?:pack|kit|guide)|welcome\s+(?:pack|kit)|induction|handbook|guidelines|next\s+(?:term|time|year"
    r"|month)|later\s+on|(?:your|their)\s+turn\s+will|not\s+yet|"
    r"before\s+(?:you|they)\s+(?:may|can|are\s+allowed))\b",
    re.IGNORECASE,
)
_WHEN_TOLD = re.compile(
    r"\b(?:when|if|once|as|whenever)\s+(?:(?:you|they)\s+(?:are|['’]re)\s+|you['’]re\s+)?(?:asked|told|needed"
    r"|required|called|instructed|spoken\s+to)\b|\bon\s+request\b|"
    r"\b(?:when|if|as)\s+(?:somebody|someone|the\s+\w+)\s+(?:asks?|needs?|wants?|calls?|tells?)\s+(?:you|them|for)\b"
    r"|\bat\s+(?:the\s+)?(?:others|experts?)['’]?\s+disposal\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:asks?|writes?|says?|tells?|names?|chooses?|reads?\s+(?:out|aloud|back|it|every|each|your|before)"
    r"|questions?|answers?|decides?|draws?|speaks?|starts?|hosts?|opens?|"
    r"points?\s+(?:to|out)|explains?|calls?\s+out|time-?keep\w*|keeps?\s+(?:the\s+)?time|watch(?:es)?\s+the\s+clock)\b",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"\b(?:tak(?:e|es|ing)\s+notes|notes?\s+(?:it\s+)?down|writes?\s+(?:it\s+|things\s+)?down)\b", re.IGNORECASE
)
_FOR_OTHERS = re.compile(
    r"\bfor\s+(?:the\s+)?(?:group|others|everyone|pair|team|table|author|room|all|us|whole)\b|\bothers?\s+(?:need"
    r"|use|rely)\b|\bshared\b",
    re.IGNORECASE,
)
_FOR_ONESELF = re.compile(r"\bfor\s+(?:themselves|yourself|their\s+own|your\s+own)\b|\bprivate(?:ly)?\b", re.IGNORECASE)
_IDLE_VERBS = frozenset(
    "watch observe listen shadow sit look follow take learn note notice absorb see hear be get enjoy relax settle"
    " wait attend pick study stay read keep leave welcome greet"
    " photograph clean tidy print serve hand pass hold bring carry fetch deliver send turn come go meet join make"
    " introduce find give set".split()
)
_NEEDED = re.compile(
    r"\b(?:holds?|asks?|draws?|writes?|keeps?|names?|chooses?|reads?|marks?|brings?|starts?|hosts?|times?|counts?"
    r"|collects?|points?|says?|tells?|puts?|posts?|pastes?|types?"
    r"|carr(?:y|ies)|guards?|picks?|checks?|sorts?|moves?|sticks?|records?|sketch(?:es)?|repeats?|speaks?|shows?"
    r"|gives?|opens?|turns?|photographs?|lays?|lends?|tries|try)\b",
    re.IGNORECASE,
)
_GREETS = re.compile(r"\b(?:says?\s+(?:hello|hi|goodbye|good\s+\w+)|introduces?\s+\w+)\b", re.IGNORECASE)
_ANYWHERE = content_stems(
    "write say tell ask read draw name show talk speak give find choose people work new everyone somebody one other"
    " others first last know see go come keep take time make host group pair hand hold"
    " room table seat minute minutes next get end turn put need person look day everybody whoever thing things left"
    " right back"
)
"""Words of almost any job."""
_CLAUSE = re.compile(r"[.;:,!?]\s+|\s+(?:and|then|but)\s+")


def is_idle(role: str, lexicon: Lexicon, done: frozenset[str] = frozenset()) -> bool:
    """Return whether a role is only watching, serving, waiting for a word, or sitting apart.

    Args:
        role: The job, in words.
        lexicon: The verbs to look for.
        done: Stems of what is done around it; a job that touches none of it, and says nothing, is beside it.
    """
    if not role.strip():
        return False
    kept = _FOR_OTHERS.search(role) or _SPEAKS.search(_GREETS.sub(" ", role))
    if done and not kept and not (content_stems(role) - _ANYWHERE) & done:
        return True
    if _WHEN_TOLD.search(role) and not _SPEAKS.search(_WHEN_TOLD.sub(" ", role)):
        return True
    clauses = [clause for clause in _CLAUSE.split(role) if clause.strip()]
    edged = [clause for clause in clauses if _is_edge(clause)]
    apart = bool(_APART.search(role))
    if not edged and not apart:
        return False
    rest = [clause for clause in clauses if clause not in edged]
    if apart:
        return not any(_SPEAKS.search(clause) and not _APART.search(clause) for clause in rest)
    return not any(_is_needed(clause, lexicon) for clause in rest)


def _is_edge(clause: str) -> bool:
    if _FOR_ONESELF.search(clause):
        return True
    if _NOTES.search(clause) and _FOR_OTHERS.search(clause):
        return False
    served = bool(_SERVES.search(clause)) and not re.search(r"\b(?:asks?|writes?|says?)\b", clause, re.IGNORECASE)
    return served or bool(_EDGE.search(clause) and not _NEEDED.search(_EDGE.sub(" ", clause)))


def _is_needed(clause: str, lexicon: Lexicon) -> bool:
    return bool(_NEEDED.search(clause)) or bool(set(find_known_verbs(clause, lexicon)) - _IDLE_VERBS)
