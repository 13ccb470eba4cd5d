"""Words the chosen doings as outcomes: the sentence, why this one, a sign, ways in and citations. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from coach.models import Citation, Cue, Mention, OutcomeProposal, OutcomesResult
from coach.ports import HeardDoing, OutcomesInput, QuoteCandidate

from .choosing import choose
from .phrases import STEM
from .shapes import shape_of, to_own_sign

_LEAST = 1
"""One that the notes bear out is something to put on the table, as long as we say that there are no more."""
_CITED, _ENOUGH_CITED = 3, 2
"""How many sentences stand behind an outcome at most, and how many are enough when the next has no cue."""
_SAME_WORDS = 0.8
_SPEAKS = {
    Cue.STRUGGLE: ("struggles with it", "struggle with it"),
    Cue.QUESTION: ("asks about it", "ask about it"),
    Cue.WISH: ("wishes for it", "wish for it"),
    Cue.DISAGREEMENT: ("shows people of two minds", "show people of two minds"),
}
_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
_TOO_LITTLE = (
    "The notes say too little{about} of what people struggle with, ask or wish for to propose outcomes from them. "
    "Ask the three questions below; a page of answers is enough to try again."
)
_HEARD_LITTLE = (
    "In {notes} notes we heard too little{about} that several of them clearly struggle with, ask or wish for. That may "
    "say more about how we read, by words and rules, than about the notes: look at the sentences below, or ask the "
    "three questions; a page of answers is enough to try again."
)
_FEW_NOTES = 12
"""With as many notes as this, hearing nothing is as likely our fault as theirs."""
_OTHER_LANGUAGE = (
    "These notes seem to be in another language than English. Finding passages and keeping them works in any language, "
    "but reading wishes off sentences works in English only, so nothing is proposed. The three questions below work "
    "in every language; write the answers as “We want to be able to …” and we check those."
)


def propose(given: OutcomesInput, drafted_by: str, questions: Sequence[str]) -> OutcomesResult:
    """Return outcomes to choose from, or what to ask where too little was heard.

    Args:
        given: What was heard in the notes.
        drafted_by: Who drafts.
        questions: What to ask a community of which there is nothing yet.
    """
    is_asked = bool(given.request.about.strip())
    chosen = choose(given.heard, given.request.count, given.request.seed, is_asked=is_asked)
    enough = len(chosen) >= _LEAST
    return OutcomesResult(
        enough=enough,
        outcomes=_to_proposals(chosen) if enough else (),
        message=_say_enough(chosen, given) if enough else _say_too_little(given),
        ask_first=() if enough else tuple(questions),
        heard=() if enough else _label(given.nearest, 1),
        notes_searched=given.notes_searched,
        drafted_by=drafted_by,
        seed=given.request.seed,
    )


def _say_too_little(given: OutcomesInput) -> str:
    if not given.is_english:
        return _OTHER_LANGUAGE
    about = f" about “{given.request.about.strip()}”" if given.request.about.strip() else ""
    if given.notes_searched >= _FEW_NOTES:
        return _HEARD_LITTLE.format(about=about, notes=given.notes_searched)
    return _TOO_LITTLE.format(about=about)


def _say_enough(chosen: Sequence[HeardDoing], given: OutcomesInput) -> str:
    number = _number(len(chosen))
    if len(chosen) == 1:
        said = "One outcome to put on the table; it can be changed or dropped."
    else:
        said = f"{number.capitalize()} outcomes to put on the table; each can be changed or dropped."
    about = given.request.about.strip()
    if len(chosen) >= given.request.count:
        return said
    on = f" on “{about}”" if about else ""
    return f"{said} The notes carry no more than {number}{on}; asking people will bring more."


def _to_proposals(chosen: Sequence[HeardDoing]) -> tuple[OutcomeProposal, ...]:
    proposals: list[OutcomeProposal] = []
    used: set[tuple[str, int]] = set()
    for place, item in enumerate(chosen):
        quotes = _choose_quotes(item.quotes, used)
        used |= {(quote.citation.note_id, quote.citation.start) for quote in quotes}
        labelled = sum(len(proposal.citations) for proposal in proposals)
        signs = [proposal.sign for proposal in proposals]
        proposals.append(_to_proposal(item, _label([quote.citation for quote in quotes], labelled + 1), signs, place))
    return tuple(proposals)


def _to_proposal(item: HeardDoing, citations: tuple[Citation, ...], signs: list[str], turn: int) -> OutcomeProposal:
    sign = item.sign or to_own_sign(shape_of(item.verb, item.family), item.topic, signs, turn)
    mentions = _count(item.quotes)
    notes = len({quote.citation.note_id for quote in item.quotes})
    return OutcomeProposal(
        text=f"{STEM} {item.text}.",
        verb=item.verb,
        object=item.object,
        level=item.level,
        solo=item.solo,
        because=_say_because(mentions, notes),
        mentions=mentions,
        notes=notes,
        sign=f"We'd notice it because {sign}",
        ways_in=dict(item.ways_in),
        citations=citations,
        worded_by=item.worded_by,
    )


def _choose_quotes(quotes: Sequence[QuoteCandidate], used: set[tuple[str, int]]) -> list[QuoteCandidate]:
    """Return the best sentences, from different notes as long as there are any; those with a cue are enough."""
    fresh = [quote for quote in quotes if (quote.citation.note_id, quote.citation.start) not in used] or list(quotes)
    chosen: list[QuoteCandidate] = []
    for quote in fresh:
        told = [_words(item.citation.quote) for item in chosen]
        notes = {item.citation.note_id for item in chosen}
        enough = len(chosen) >= _ENOUGH_CITED and not quote.cues
        if quote.citation.note_id in notes or enough or any(_is_said(quote.citation.quote, words) for words in told):
            continue
        chosen.append(quote)
        if len(chosen) == _CITED:
            break
    return chosen


def _is_said(text: str, words: frozenset[str]) -> bool:
    mine = _words(text)
    return len(mine & words) >= _SAME_WORDS * min(len(mine), len(words))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


def _label(citations: Iterable[Citation], first: int) -> tuple[Citation, ...]:
    return tuple(citation.model_copy(update={"label": f"S{place}"}) for place, citation in enumerate(citations, first))


def _count(quotes: Sequence[QuoteCandidate]) -> tuple[Mention, ...]:
    pairs = {(quote.citation.note_id, cue) for quote in quotes for cue in quote.cues}
    counts = Counter(cue for _, cue in pairs)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], list(Cue).index(pair[0])))
    return tuple(Mention(cue=cue, notes=number) for cue, number in ordered)


def _say_because(mentions: Sequence[Mention], notes: int) -> str:
    told = [f"{_number(item.notes)} {_SPEAKS[item.cue][item.notes > 1]}" for item in mentions[:3]]
    whose = f"{_number(notes).capitalize()} of your notes {'speaks' if notes == 1 else 'speak'} of it"
    if not told:
        return f"{whose}."
    return f"{whose}: {told[0] if len(told) == 1 else ', '.join(told[:-1]) + ' and ' + told[-1]}."


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
