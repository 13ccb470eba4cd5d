"""Names taken out of what people wrote down themselves, before it stands on a page for leaders. Pure."""

from __future__ import annotations

from coach.drafting.brief.listening.unnaming import Unnaming
from coach.models import Consent, Counted, Evidence, KeptOutcome, Sign, StoryPart, ValueStory


def unname_story(story: ValueStory, names: Unnaming) -> ValueStory:
    """Return a story without its teller, and without names unless it may be told anywhere."""
    story = story.model_copy(update={"teller": ""})
    parts = tuple(_unname_part(part, story.consent, names) for part in story.parts)
    title = story.title if story.consent is Consent.ANYWHERE else names.show(story.title)
    return story.model_copy(update={"parts": parts, "title": title})


def unname_outcome(outcome: KeptOutcome, names: Unnaming) -> KeptOutcome:
    """Return a kept outcome without names in it, its signs and the words behind them."""
    signs = tuple(_unname_sign(sign, names) for sign in outcome.signs)
    evidence = tuple(_unname_evidence(item, names) for item in outcome.evidence)
    why = names.show(outcome.ended_why) if outcome.ended_why else ""
    return outcome.model_copy(
        update={"text": names.show(outcome.text), "signs": signs, "evidence": evidence, "ended_why": why}
    )


def unname_counted(counted: Counted, names: Unnaming) -> Counted:
    """Return what was counted with labels that name nobody."""
    items = tuple(item.model_copy(update={"label": names.show(item.label)}) for item in counted.items)
    return counted.model_copy(update={"items": items})


def _unname_sign(sign: Sign, names: Unnaming) -> Sign:
    evidence = tuple(_unname_evidence(item, names) for item in sign.evidence)
    remark = names.show(sign.remark) if sign.remark else ""
    return sign.model_copy(update={"text": names.show(sign.text), "remark": remark, "evidence": evidence})


def _unname_part(part: StoryPart, consent: Consent, names: Unnaming) -> StoryPart:
    evidence = tuple(_unname_evidence(item, names) for item in part.evidence)
    told = {item.shown: now.shown for item, now in zip(part.evidence, evidence, strict=True)}
    own = part.text if consent is Consent.ANYWHERE else names.show(part.text)
    return part.model_copy(update={"text": told.get(part.text, own), "evidence": evidence})


def _unname_evidence(item: Evidence, names: Unnaming) -> Evidence:
    if item.consent is Consent.ANYWHERE:
        return item
    return item.model_copy(update={"shown": names.show(item.quote), "title": names.show(item.title)})
