"""Steps told with the community's own words in them: a quote is added to a step, or the step is built round it."""

from __future__ import annotations

from collections.abc import Sequence

from coach.models import Citation, Step
from coach.playbook.schema import PatternStep, TakeUp
from coach.ports import QuoteCandidate

from .clock import split_minutes
from .quoting import QUOTES_EACH, QuotePool, quoted, quoted_all
from .telling import Telling

LONGEST_VOICE = 10
"""Minutes for which one person may speak while the others listen."""

_Heard = dict[int, list[tuple[TakeUp, list[QuoteCandidate]]]]


def tell_steps(
    entries: Sequence[PatternStep], part: str, minutes: int, tell: Telling, hear: tuple[Sequence[TakeUp], QuotePool]
) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    """Return an entry's steps with minutes and with the notes' words taken up, and the labels of those words.

    Args:
        entries: The steps of a pattern, a protocol, an opening or a capture.
        part: The id of the part, for the record of what each quote changed.
        minutes: The part's minutes.
        tell: Fills in the wording.
        hear: How the entry takes up quotes, and where they come from.
    """
    take_ups, pool = hear
    heard = _hear(entries, take_ups, pool)
    steps: list[Step] = []
    for place, (entry, each) in enumerate(zip(entries, share_minutes(entries, minutes), strict=True)):
        does, labels = _tell_step(entry, heard.get(place, []), part, tell, pool)
        steps.append(_to_step(entry, each, tell).model_copy(update={"does": does, "citations": labels}))
    return tuple(steps), tuple(label for step in steps for label in step.citations)


def share_minutes(entries: Sequence[PatternStep], minutes: int) -> list[int]:
    """Return each step's minutes; one voice is kept to ten."""
    caps = [LONGEST_VOICE if entry.one_voice else None for entry in entries]
    return split_minutes(minutes, [entry.share for entry in entries], caps)


def _hear(entries: Sequence[PatternStep], take_ups: Sequence[TakeUp], pool: QuotePool) -> _Heard:
    """Choose the quotes, those for the longest steps first: words shape the work before they shape its margins."""
    heard: _Heard = {}
    count = 0
    for item in sorted(take_ups, key=lambda item: (-entries[item.step].share, item.step)):
        chosen = pool.reserve(item.cue, min(item.most, QUOTES_EACH - count))
        if chosen:
            heard.setdefault(item.step, []).append((item, chosen))
            count += len(chosen)
    return heard


def _tell_step(
    entry: PatternStep,
    heard: Sequence[tuple[TakeUp, list[QuoteCandidate]]],
    part: str,
    tell: Telling,
    pool: QuotePool,
) -> tuple[str, tuple[str, ...]]:
    labels: list[str] = []
    replaced, added = "", []
    for item, chosen in sorted(heard, key=lambda pair: not pair[0].instead):
        citations = [pool.cite(candidate) for candidate in chosen]
        said = _say(item.text, citations, tell)
        for citation in citations:
            pool.record(citation, part, tell(item.change, quote=quoted(citation), label=citation.label))
            labels.append(citation.label)
        if item.instead and not replaced:
            replaced = said
        else:
            added.append(said)
    return " ".join([replaced or tell(entry.does), *added]), tuple(labels)


def _say(text: str, citations: Sequence[Citation], tell: Telling) -> str:
    first = citations[0]
    return tell(text, quote=quoted(first), label=first.label, quotes=quoted_all(citations))


def _to_step(entry: PatternStep, minutes: int, tell: Telling) -> Step:
    return Step(
        minutes=minutes,
        who=tell(entry.who),
        does="",
        doing=entry.doing,
        one_voice=entry.one_voice,
        say=tell(entry.say),
        phase=entry.phase,
    )
