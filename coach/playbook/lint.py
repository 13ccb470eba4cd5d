"""Holds playbook entries to the craft, and says in plain words what could be better.

Codes are those of the quality list where it has one (A1, A4 …, X1), and these of our own:

    P1  the text cannot be read as an entry            P4  two entries say the same in the same words
    P2  a slot that nobody fills                       P5  something that the product's own entries must have
    P3  a sentence that limps once it is filled in     P6  something was left out and read from the rest

A stop means that no plan can be drafted with it, mend that the craft would have it otherwise, a question that it is for
people to judge. A community's own pattern is never refused for its style.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from coach.models import Finding, Severity
from coach.models.playbook import Pattern, Protocol

from . import lint_pattern as of_patterns
from . import lint_protocol as of_protocols
from .lint_finding import finding
from .lint_wording import (
    AROUND_SLOTS,
    OF_THINGS,
    QUOTE_SLOTS,
    SAMPLES,
    SLOT,
    SLOTS,
    all_texts_of,
    find_faults,
    find_testing,
    sample_wordings,
    shared_runs,
    texts_of,
    unknown_slots,
)
from .loader import Playbook

_FOR_EVERY = (
    of_patterns.does_the_outcome,
    of_patterns.members_are_active,
    of_patterns.no_voice_goes_on,
    of_patterns.debriefs,
    of_patterns.everyone_has_a_job,
    of_patterns.phases_are_in_order,
    of_patterns.quotes_are_framed,
)
_FOR_OURS = (
    of_patterns.names_the_outcome_everywhere,
    of_patterns.takes_up_what_people_wrote,
    of_patterns.has_what_hosts_need,
)
_FOR_PROTOCOLS = (
    of_protocols.asks_about_the_outcome,
    of_protocols.ends_on_a_next_try,
    of_protocols.looks_at_the_work,
    of_protocols.stays_short,
)
_UNFILLED = ("example", "credit", "good_for", "id", "when", "needs_experts")
"""Fields that are shown as they are."""
_UNFILLED_AROUND = (
    *("break_text", "access_before", "access_during", "access_after", "hybrid", "facilitation", "three_questions"),
)


def lint_pattern(
    pattern: Pattern, playbook: Playbook, *, built_in: bool = False, outcomes: Sequence[str] = SAMPLES
) -> tuple[Finding, ...]:
    """Return what could be better about a pattern; a community's own one is held to less than one of ours.

    Args:
        pattern: The pattern.
        playbook: Knows the verbs, and which ids are taken.
        built_in: Whether it comes with the product.
        outcomes: What its texts are filled in with.
    """
    found = [item for rule in _FOR_EVERY for item in rule(pattern)]
    found += of_patterns.says_are_short(pattern.steps)
    if built_in:
        found += [item for rule in _FOR_OURS for item in rule(pattern)]
        found += of_patterns.says_and_cards(pattern.steps, pattern.card)
    else:
        found += _taken(pattern, playbook)
    return (
        *_slots(pattern),
        *found,
        *_wording(pattern, playbook, built_in, outcomes),
    )


def lint_protocol(protocol: Protocol, playbook: Playbook, *, outcomes: Sequence[str] = SAMPLES) -> tuple[Finding, ...]:
    """Return what could be better about a review protocol.

    Args:
        protocol: The protocol.
        playbook: Knows the verbs.
        outcomes: What its texts are filled in with.
    """
    found = [item for rule in _FOR_PROTOCOLS for item in rule(protocol)]
    found += of_patterns.says_are_short(protocol.steps)
    found += of_patterns.says_and_cards(protocol.steps, protocol.card)
    return (
        *_slots(protocol),
        *found,
        *_wording(protocol, playbook, True, outcomes),
    )


def lint_playbook(playbook: Playbook, *, outcomes: Sequence[str] = SAMPLES) -> tuple[Finding, ...]:
    """Return what could be better about a whole playbook; `where` begins with the entry: `teach-it-on.card`.

    Args:
        playbook: The playbook.
        outcomes: What its texts are filled in with.
    """
    found: list[Finding] = []
    for pattern in playbook.patterns:
        found += _under(pattern.id, lint_pattern(pattern, playbook, built_in=True, outcomes=outcomes))
    for protocol in playbook.protocols:
        found += _under(protocol.id, lint_protocol(protocol, playbook, outcomes=outcomes))
    entries = entries_of(playbook)
    known = {pattern.id for pattern in playbook.patterns} | {protocol.id for protocol in playbook.protocols}
    for name, entry in entries.items():
        if name not in known:
            found += _under(name, (*_slots(entry), *_wording(entry, playbook, True, outcomes)))
    return (
        *found,
        *_raw_slots(playbook),
        *_repeats(entries),
    )


def entries_of(playbook: Playbook) -> dict[str, Any]:
    """Return everything in a playbook that has sentences, by id; what stands around the activities as `around`."""
    session = playbook.session
    listed: tuple[Any, ...] = (
        *playbook.patterns,
        *playbook.protocols,
        *session.openings,
        *session.captures,
        *session.open_slots,
    )
    rest = {"openings", "captures", "open_slots"}
    around = {name: getattr(session, name) for name in type(session).model_fields if name not in rest}
    return {**{item.id: item for item in listed}, "around": around}


# -- rules on texts --------------------------------------------------------------------------------
def _slots(entry: object) -> Iterator[Finding]:
    for where, text in all_texts_of(entry):
        head = where.split(".")[0].split("[")[0]
        allowed = () if head in _UNFILLED else (*SLOTS, *QUOTE_SLOTS) if head == "take_up" else SLOTS
        for name in unknown_slots(text, allowed):
            yield _slot(where, text, name, allowed)


def _slot(where: str, text: str, name: str, allowed: Sequence[str]) -> Finding:
    shown = name if name in {"{", "}"} else f"{{{name}}}"
    near = get_close_matches(name, allowed, 1, 0.5)
    listed = ", ".join(f"{{{slot}}}" for slot in allowed)
    way = f"Use one of {listed}, or take the braces out." if allowed else "Write it out: this text is shown as it is."
    plain = text.replace(shown, f"{{{near[0]}}}" if near else name.strip("{}").replace("_", " ")).strip()
    return finding(
        "P2",
        Severity.STOP,
        where,
        f"Nobody fills {shown} in here.",
        "A plan would show the braces instead of what people want to be able to do.",
        way,
        rewrite=plain,
    )


def _wording(entry: object, playbook: Playbook, built_in: bool, outcomes: Sequence[str]) -> Iterator[Finding]:
    wordings = sample_wordings(playbook.lexicon, outcomes)
    for where, text in texts_of(entry):
        yield from _testing(where, text, built_in)
        if not built_in and not SLOT.search(text):
            continue
        faults = [fault for wording in wordings for fault in find_faults(text, wording)]
        for fault in faults:
            name, _, shown = fault.partition(": ")
            if name != "a brace" and (built_in or name in AROUND_SLOTS):
                yield _limps(where, name, shown, built_in)
                break


def _limps(where: str, name: str, shown: str, built_in: bool) -> Finding:
    return finding(
        "P3",
        Severity.MEND if built_in else Severity.QUESTION,
        where,
        f"Filled in, it reads “{shown}” ({name}).",
        "A host reads this aloud.",
        "Reword it so that it reads well whatever the outcome; {a_draft} brings its own article.",
    )


def _testing(where: str, text: str, built_in: bool) -> Iterator[Finding]:
    hits = find_testing(text if built_in else OF_THINGS.sub(" ", text))
    if hits:
        yield finding(
            "X1",
            Severity.MEND,
            where,
            f"“{hits[0]}” can make people feel tested.",
            "People show half-done work only where nobody is measured by it.",
            "Say what they look at or try out instead; leave it if it speaks of things and not of people.",
        )


def _taken(pattern: Pattern, playbook: Playbook) -> Iterator[Finding]:
    if any(item.id == pattern.id for item in playbook.patterns):
        yield finding(
            "P4",
            Severity.STOP,
            "id",
            f"The playbook has a pattern with the id `{pattern.id}` already.",
            "Plans name a pattern by its id, so two cannot have the same.",
            "Give yours another id; the playbook's stays as it is.",
            rewrite=f"id: our-{pattern.id}",
        )


# -- rules on the whole ----------------------------------------------------------------------------
def _raw_slots(playbook: Playbook) -> Iterator[Finding]:
    for name in _UNFILLED_AROUND:
        for where, text in texts_of(getattr(playbook.session, name), name):
            for slot in unknown_slots(text, ()):
                yield _slot(f"around.{where}", text, slot, ())


def _repeats(entries: Mapping[str, Any]) -> Iterator[Finding]:
    for shared in shared_runs(entries):
        names, _, words = shared.partition(": ")
        yield finding(
            "P4",
            Severity.MEND,
            names.split(" and ")[-1],
            f"{names} share the words “{words}”.",
            "A plan puts several entries side by side, and a phrase that comes back sounds like a form.",
            "Say it in other words in one of them.",
        )


def _under(name: str, findings: Sequence[Finding]) -> list[Finding]:
    return [item.model_copy(update={"where": f"{name}.{item.where}"}) for item in findings]
