"""From one sentence of a model to a sentence that may stand: slots filled, quotes and numbers ours, nobody named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from coach.checks.criterion import Criterion
from coach.drafting.guarding import Foreign, ForeignKind, Screen, clean
from coach.drafting.guarding.vocabulary import common_words
from coach.models import BriefSentence, ClaimKind, Counted, Finding, ValueCycle
from coach.notes.pseudonyms import Veil
from coach.ports import LINK_TELLS, Statement, Tells

from .brief_lines import SOMEBODY, Lines, can_be_quoted, to_somebody
from .brief_numbers import find_much, find_number
from .brief_shape import LineDraft
from .people_named import find_people
from .sources import to_plain

MOST_EVIDENCE, MOST_CHARS = 4, 420
"""How much stands behind a sentence, and how long it may be."""
_CYCLES: dict[Tells, ValueCycle] = {tells: link.cycle for link, tells in LINK_TELLS.items()}
_SLOT = re.compile(r"[\"“]?\{\s*([SCOT]\d+)\s*\}[\"”]?")
_BARE_LABEL = re.compile(r"\s*[(\[]\s*([SC]\d+(?:\s*[,;]\s*[SC]\d+)*)\s*[)\]]")
_LOOSE = re.compile(r"(?<!\{)\b[SCOT]\d{1,2}\b(?!\s*\})")
_OTHER_MARKS = re.compile(r"„([^„“”\"\n]{1,400})[“”\"]|«\s?([^«»\n]{1,400})\s?»|\"([^\"\n]{1,400})\"")
_QUOTE = re.compile(r"“([^“”]{1,400})”")
_DOES_NOW = re.compile(r"(?:^|[.!?…:] )([A-Z][a-zà-ž]+) (?:now|also|still|since|has|is|was|and [A-Z])\b")
"""A capital where every word has one, before what somebody does."""
_ABLE = re.compile(r"^we (?:want|would like|wish) to (?:be able to )?", re.IGNORECASE)
_EDGE = " .,;:!?…\"“”'‘’"
_HEDGE = re.compile(
    r"\b(?:hopes?|hoped|thinks?|thought|feels?|felt|believes?|believed|expects?|expected|says?|said|told|finds?|found|"
    r"wishe?s?|wanted|wants?|would|may|might|could|view|opinion|sees?|put it)\b",
    re.IGNORECASE,
)
_OPINIONATED = frozenset({ClaimKind.CAN, ClaimKind.STORY, ClaimKind.UNPLANNED, ClaimKind.HARD})

NUMBER = Criterion(
    "L2",
    "A number that nobody counted takes the reader's trust in all the others.",
    "Say it without a number, or put the slot of a count that says this, such as {C1}.",
)
QUOTED = Criterion(
    "L2",
    "Words that nobody wrote like this, shown as theirs, cost the page its reader's trust.",
    "Put the slot of the statement, such as {S1}, or say it in your own words without quotation marks.",
)
BEHIND = Criterion(
    "L1",
    "A claim with nothing behind it cannot be opened by whoever reads it.",
    "Name the statements that bear it out in `uses`, or leave the sentence out.",
)
NAMED = Criterion("L8", "Who is named cannot take it back.", "Say “somebody” or “a team”, and name nobody.")
OPINION = Criterion(
    "L2",
    "What somebody hopes is not what has happened.",
    "Say that somebody hopes or thinks so, or quote it by its slot.",
)
OWN = Criterion(
    "L2", "What stands here is nobody's own claim.", "Say plainly what the statements say, in your own words."
)


@dataclass
class Worded:
    """A sentence, with what stands in its way."""

    sentence: BriefSentence
    """The sentence, filled."""
    draft: LineDraft
    """What was answered."""
    own: str = ""
    """Its own words, with an ellipsis where something was filled in."""
    findings: list[Finding] = field(default_factory=list)
    """What is wrong with it; a `stop` makes it unusable."""


class Wording:
    """Fills the sentences of one page or answer."""

    def __init__(self, lines: Lines, model_system: str) -> None:
        """Keep what was laid out, and the instructions, which must not come back."""
        self._lines = lines
        kept = tuple(item.evidence.shown for item in lines.said.values())
        self._screen = Screen.of(kept, lines.told.asked, tuple(lines.sources.left_out), model_system)
        self._known = set(_words_of(" ".join([*kept, lines.told.asked])))

    def fill(self, draft: LineDraft, where: str, kind: ClaimKind) -> Worded:
        """Return one sentence as it may stand, with what stands in its way.

        Args:
            draft: What was answered.
            where: The sentence's id.
            kind: What it claims.
        """
        findings: list[Finding] = []
        text = self._without_names(self._quotes_to_slots(_tidy(draft.text), where, findings))
        slots = [match[1] for match in _SLOT.finditer(text)]
        uses = list(dict.fromkeys([*(label for label in slots if label[0] != "C"), *draft.uses, *_bare(draft.text)]))
        said = [self._lines.said[label] for label in uses if label in self._lines.said][:MOST_EVIDENCE]
        counted: list[Counted] = []
        shown = self._fill_slots(text, counted)
        sentence = self._to_sentence(where, shown, kind, (said, uses, counted))
        findings += self._look_at_labels(where, slots, draft.uses)
        findings += self._look_at_words(where, _without_slots(text), said, kind)
        findings += self._look_behind(sentence, uses)
        return Worded(sentence, draft, _without_slots(text), findings)

    def clean_line(self, value: object) -> str:
        """Return a sentence as it may be shown while it comes: nothing quoted, nobody named, no number of a model's."""
        if not isinstance(value, str):
            return ""
        text = self._without_names(_tidy(value[: MOST_CHARS * 2]))
        shown = _SLOT.sub(lambda match: self._count_for(match[1]) or "…", _QUOTE.sub("…", text))
        own = _without_slots(text)
        is_ours = not find_number(own) and all(_is_slight(item) for item in self._screen.look(own))
        return shown if is_ours else ""

    # -- inside ------------------------------------------------------------------------------------
    def _quotes_to_slots(self, text: str, where: str, findings: list[Finding]) -> str:
        """Return the text with slots where a whole statement was copied; anything else in quotation marks is found."""
        whole = {to_plain(item.evidence.shown).strip(_EDGE): label for label, item in self._lines.said.items()}

        def settle(match: re.Match[str]) -> str:
            label = whole.get(to_plain(match[1]).strip(_EDGE))
            if label:
                return f"{{{label}}}"
            if len(match[1].split()) > 2:
                findings.append(QUOTED.stop(where, f"“{match[1][:120]}” is no whole statement of theirs."))
            return match[1]

        return _QUOTE.sub(settle, _SLOT.sub(lambda match: f"{{{match[1]}}}", text))

    def _without_names(self, text: str) -> str:
        # Stand-ins first: what only looks like one would be kept as it is written.
        hidden = self._lines.watcher.hide(to_somebody(text))
        return Veil((), (), noticed=()).reveal(to_somebody(hidden), links=False)

    def _to_sentence(
        self, where: str, text: str, kind: ClaimKind, behind: tuple[list[Statement], list[str], list[Counted]]
    ) -> BriefSentence:
        said, uses, counted = behind
        told = [self._lines.parts[label] for label in uses if label in self._lines.parts]
        aims = [self._lines.outcomes[label] for label in uses if label in self._lines.outcomes]
        evidence = [item.evidence for item in said]
        evidence += [item for _, part in told for item in part.evidence if item.shown]
        evidence += [item for aim in aims for item in aim.evidence if item.shown]
        evidence = list(dict.fromkeys(evidence))[:MOST_EVIDENCE] if kind.is_claim else []
        is_story = kind is ClaimKind.STORY and bool(told)
        return BriefSentence(
            id=where,
            text=text,
            kind=ClaimKind.COUNT if counted and not evidence and kind.is_claim else kind,
            evidence=tuple(evidence),
            counted=tuple(counted),
            cycle=told[0][1].link.cycle if is_story else _cycle_of(said, kind),
            story_id=told[0][0].id if is_story else "",
            worded_by="model",
        )

    def _count_for(self, label: str) -> str:
        fact = self._lines.facts.get(label)
        return fact.counted.says if fact else ""

    def _fill_slots(self, text: str, counted: list[Counted]) -> str:
        def put(match: re.Match[str]) -> str:
            label = match[1]
            fact, quoted = self._lines.facts.get(label), self._lines.words_of(label)
            if fact:
                says = fact.counted.says
                begins = not match.string[: match.start()].strip()
                counted.append(
                    fact.counted.model_copy(update={"says": says[:1].upper() + says[1:] if begins else says})
                )
                return counted[-1].says
            if quoted:
                return f"“{quoted}”"
            outcome = self._lines.outcomes.get(label)
            return say_doing(outcome.text) if outcome else ""

        filled = " ".join(_SLOT.sub(put, text).split())
        filled = re.sub(r"([.!?…]”)[.,;]+", r"\1", filled)
        ends = filled.rstrip("”’)").endswith((".", "!", "?", "…"))
        return filled[:1].upper() + filled[1:] + ("" if ends or not filled else ".")

    def _look_at_labels(self, where: str, slots: Sequence[str], uses: Sequence[str]) -> list[Finding]:
        lines = self._lines
        known = {*lines.said, *lines.facts, *lines.outcomes, *lines.parts}
        is_known = known.issuperset([*slots, *uses])
        found = [] if is_known else [BEHIND.stop(where, "One of its labels was never given out.")]
        long = [
            label for label in slots if label[0] in "ST" and label in known and not can_be_quoted(lines.words_of(label))
        ]
        return found + [QUOTED.stop(where, "It quotes what is not to be quoted whole.") for label in long]

    def _look_behind(self, sentence: BriefSentence, uses: list[str]) -> list[Finding]:
        """Return that nothing stands behind a claim, or that a count is one of something else."""
        where, notes = sentence.id, {item.note_id for item in sentence.evidence}
        # What people kept in their own words stands behind itself: an outcome, a link that somebody told.
        is_kept = any(label in self._lines.outcomes or label in self._lines.parts for label in uses)
        has_ground = bool(notes) or bool(sentence.counted) or is_kept
        found = (
            [] if has_ground or not sentence.kind.is_claim else [BEHIND.stop(where, "No statement stands behind it.")]
        )
        for item in sentence.counted:
            told = {each.note_id for each in item.items if each.note_id}
            if notes and told and notes.isdisjoint(told):
                found.append(NUMBER.stop(where, f"“{item.says}” counts other notes than those it opens to."))
        return found

    def _look_at_words(self, where: str, own: str, said: list[Statement], kind: ClaimKind) -> list[Finding]:
        found = []
        number, much = find_number(own), find_much(own)
        if number:
            found.append(NUMBER.stop(where, f"“{number}” is a number or a date that you wrote yourself."))
        if much and kind not in (ClaimKind.WISH, ClaimKind.ASK):
            found.append(NUMBER.stop(where, f"“{much}” says how many, and nobody counted that.", "Say “some people”."))
        found += self._look_at_names(where, own)
        found += [OWN.stop(where, item.says) for item in self._screen.look(own) if not self._is_borne(item, said, kind)]
        held = [item for item in said if item.is_opinion]
        is_shown = "…" in own  # whoever reads their own words sees that they hope it
        if kind in _OPINIONATED and held and len(held) == len(said) and not is_shown and not _HEDGE.search(own):
            found.append(OPINION.stop(where, "The statements hold or hope this; the sentence says that it is so."))
        return found

    def _look_at_names(self, where: str, own: str) -> list[Finding]:
        likely = [*find_people([own]), *(match[1] for match in _DOES_NOW.finditer(own))]
        names = [name for name in dict.fromkeys(likely) if not self._is_known(name)]
        return [NAMED.stop(where, f"“{name}” is named, and stands in none of the statements.") for name in names]

    def _is_known(self, name: str) -> bool:
        return all(word in self._known or word in common_words() for word in _words_of(name))

    def _is_borne(self, item: Foreign, said: list[Statement], kind: ClaimKind) -> bool:
        """Say whether what looks foreign may stand: a name of a thing in the very words that the sentence opens to."""
        if item.kind is ForeignKind.NAME:
            return any(item.words in to_plain(each.evidence.shown) for each in said)
        return _is_slight(item) or (item.kind is ForeignKind.SPEAKS and kind is ClaimKind.ASK)


def _words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _is_slight(item: Foreign) -> bool:
    # Their own turn of phrase in a sentence that opens to it is no theft.
    return item.kind is ForeignKind.COPIED


def say_doing(outcome: str) -> str:
    """Return an outcome as it follows “be able to”."""
    said = _ABLE.sub("", " ".join(outcome.split())).strip().rstrip(".")
    return said[:1].lower() + said[1:]


def _tidy(text: str) -> str:
    cleaned = clean(text, most=MOST_CHARS)
    marked = _OTHER_MARKS.sub(lambda found: f"“{next(filter(None, found.groups())).strip()}”", cleaned)
    return _LOOSE.sub("", _BARE_LABEL.sub("", marked))


def _bare(text: str) -> list[str]:
    found = [label for match in _BARE_LABEL.finditer(text) for label in re.findall(r"[SC]\d+", match[1])]
    return [label for label in found if label[0] == "S"]


def _without_slots(text: str) -> str:
    return " ".join(_SLOT.sub("…", text).replace(SOMEBODY, "somebody").split())


def _cycle_of(said: list[Statement], kind: ClaimKind) -> ValueCycle | None:
    if kind not in (ClaimKind.CAN, ClaimKind.STORY, ClaimKind.UNPLANNED):
        return None
    weights = [(weight, _CYCLES[tells]) for item in said for tells, weight in item.tells.items() if tells in _CYCLES]
    return max(weights, key=lambda pair: pair[0])[1] if weights else None
