"""People's decisions as cases: what they accepted, edited and turned down, with the notes it was drafted from.

The community gets another name and people get stand-ins. Only notes go along that members may read and that may be
quoted. Nothing is sent anywhere: a file is made, and whoever made it is told what is in it.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal

import yaml

from coach.errors import BadRequest, NotAllowed
from coach.models import Actor, Community, Consent, Note, NoteSummary, Replaced, RunRecord, Visibility
from coach.notes.pseudonyms import Veil, notice_names
from coach.service import Coach

from .case_lint import FEWEST_WORDS, lint_file
from .casebook import AnyCase, CaseCommunity, CaseFile, CaseNote, Domain
from .expecting import find_telling, to_runs
from .exporting_cases import Gathered, gather, texts_of, to_case

Which = Literal["accepted", "edited", "all"]
MOST_RUNS = 10_000
HOW_TO_KEEP = (
    "Switch on “Keep what was asked, suggested and changed” in Settings for this community; it holds from then on, "
    "on this machine only."
)
_SUFFIXES = {".md", ".markdown", ".txt", ".html", ".htm"}
_SPACE = r"\s+"
_WHAT = {"accepted": "accept", "edited": "edit"}


@dataclass(frozen=True)
class ExportWish:
    """What is to be exported."""

    community: str
    """The community's name."""
    which: Which = "all"
    """Only suggestions of which something was accepted, or edited; or all that somebody decided on."""
    domain: Domain = Domain.DIGITAL
    """What the community is about, in the rough; only its lead can say."""


@dataclass(frozen=True)
class Exported:
    """A case file, and what whoever made it should know."""

    file: CaseFile
    """The cases with their community."""
    notes: tuple[tuple[str, str], ...]
    """The notes in it: what they are called there, and here."""
    replaced: tuple[Replaced, ...]
    """What stand-ins were put in place of."""
    left_out: tuple[str, ...]
    """What is not in it, and why, in plain sentences."""


class _Safe:
    """Takes names out of texts."""

    def __init__(self, veil: Veil, community: Community) -> None:
        self.veil = veil
        self.neutral = f"Community {hashlib.sha256(community.id.encode()).hexdigest()[:6]}"
        words = [re.escape(word) for word in community.name.split()]
        # A name of one word is often a word besides, so it only counts as it is written.
        self._name = re.compile(rf"(?<!\w){_SPACE.join(words)}(?!\w)", re.IGNORECASE if len(words) > 1 else 0)

    def hide(self, text: str) -> str:
        """Return a text without the community's name, and with stand-ins for people."""
        return self.veil.hide(self._name.sub(self.neutral, text))


def export_cases(wish: ExportWish, coach: Coach, actor: Actor) -> Exported:
    """Return a community's decisions as a case file.

    Raises:
        BadRequest: There is nothing to export; the message says how to keep suggestions.
        NotAllowed: Only whoever looks after a community exports from it.
    """
    community = coach.community(wish.community)
    if community.owner_id != actor.id:
        raise NotAllowed(f"Only whoever looks after {community.name} exports from it; nothing was written.")
    runs = coach.drafts.records(community.name, MOST_RUNS)
    told = [item.model_copy(update={"decisions": find_telling(item.decisions)}) for item in runs]
    records = [item for item in told if item.decisions]
    chosen = [item for item in records if _is_wanted(item, wish.which)]
    gathered = gather(chosen, frozenset(pattern.id for pattern in coach.playbook().patterns))
    if not gathered.asks:
        raise BadRequest(_say_nothing(community, records, chosen, gathered), HOW_TO_KEEP)
    notes, kept_back = _find_notes(coach, community, gathered, actor)
    kept_back += _drop_closed_words(coach, community, gathered, notes, actor)
    return _assemble(wish, coach, _Found(community, gathered, notes, kept_back), actor)


def write_yaml(file: CaseFile) -> str:
    """Return a case file as YAML, notes as people read them."""
    data = file.model_dump(mode="json", exclude_defaults=True)
    return yaml.dump(data, Dumper=_Readable, allow_unicode=True, sort_keys=False, width=120)


@dataclass(frozen=True)
class _Found:
    community: Community
    gathered: Gathered
    notes: Sequence[Note]
    kept_back: Sequence[str]


def _assemble(wish: ExportWish, coach: Coach, found: _Found, actor: Actor) -> Exported:
    community = found.community
    safe = _to_safe(coach, found, actor)
    told = {item: safe.hide(getattr(community, item)) for item in ("domain", "people", "practice")}
    cases: list[AnyCase] = [to_case(each, safe.hide) for each in found.gathered.asks]
    notes, names = _to_notes(found.notes, safe)
    members = coach.people.list(community.name, actor=actor)
    about = CaseCommunity(
        name=safe.neutral,
        domain=wish.domain,
        about=told["domain"] or "What they share is not written down.",
        people=told["people"],
        practice=told["practice"],
        size=max(2, len(members)),
    )
    file = CaseFile(community=about, notes=tuple(notes), cases=tuple(cases))
    wrong = [f"The cases' linter says: {line}." for line in lint_file(file)]
    short = [f"{note.title}: fewer than {FEWEST_WORDS} words." for note in found.notes if _is_short(note.text)]
    left_out = (*found.gathered.left_out, *found.kept_back, *short, *wrong)
    return Exported(file, tuple(names), safe.veil.replaced(), left_out)


def _to_safe(coach: Coach, found: _Found, actor: Actor) -> _Safe:
    name = found.community.name
    members = coach.people.list(name, actor=actor)
    texts = [*(note.text for note in found.notes), *texts_of(found.gathered)]
    met = [other for other, _ in notice_names(texts, members) if not other.startswith("@")]
    noticed = dict.fromkeys([*coach.people.plain_names(name, actor=actor), *met])
    return _Safe(Veil(members, texts, list(noticed)), found.community)


def _to_notes(notes: Iterable[Note], safe: _Safe) -> tuple[list[CaseNote], list[tuple[str, str]]]:
    """Return the notes under names that tell nothing but their day, and which is which."""
    made, names = [], []
    for number, note in enumerate((item for item in notes if not _is_short(item.text)), 1):
        suffix = PurePosixPath(note.path).suffix.lower()
        name = f"{note.date.iso or 'undated'}-note-{number}{suffix if suffix in _SUFFIXES else '.md'}"
        made.append(CaseNote(name=name, text=safe.hide(note.text), visibility=note.visibility, consent=note.consent))
        names.append((name, note.title))
    return made, names


def _is_short(text: str) -> bool:
    return len(text.split()) < FEWEST_WORDS


def _find_notes(coach: Coach, community: Community, gathered: Gathered, actor: Actor) -> tuple[list[Note], list[str]]:
    """Return the notes that the suggestions were drafted from, oldest first, and why others are kept back."""
    wanted = {chunk for each in gathered.asks for chunk in each.passages}
    found: list[Note] = []
    kept_back: list[str] = []
    for summary in coach.notes(community.name, actor=actor):
        chunks = {chunk.id for chunk in coach.note_chunks(community.name, summary.id, actor=actor)}
        read = wanted & chunks
        wanted -= chunks
        if not read:
            continue
        if why := _say_closed(summary):
            kept_back.append(f"{summary.title}: {why}.")
        else:
            found.append(coach.note(community.name, summary.id, actor=actor))
    if wanted:
        kept_back.append(f"Passages that are not here any more, or not yours to read: {len(wanted)}.")
    return sorted(found, key=lambda note: (note.date.iso or "", note.path)), kept_back


def _say_closed(note: NoteSummary) -> str:
    """Return why a note stays here; nothing when it may go along."""
    if note.visibility is Visibility.ONLY_ME:
        return "only its author may read it"
    return "it may not be quoted" if note.consent is Consent.NEVER else ""


def _drop_closed_words(
    coach: Coach, community: Community, gathered: Gathered, notes: Sequence[Note], actor: Actor
) -> list[str]:
    """Let go of decisions whose words were taken from a note that stays here; a suggestion may have quoted it."""
    name = community.name
    closed = [item.id for item in coach.notes(name, actor=actor) if _say_closed(item)]
    open_texts = [*(note.text for note in notes), *(each.words for each in gathered.asks)]
    theirs = to_runs(coach.note(name, note_id, actor=actor).text for note_id in closed) - to_runs(open_texts)
    count = sum(each.told.drop(lambda words: bool(to_runs([words]) & theirs)) for each in gathered.asks)
    return [f"Decisions on words from notes that stay here: {count}."] if count else []


def _is_wanted(record: RunRecord, which: Which) -> bool:
    return which == "all" or any(decision.what == _WHAT[which] for decision in record.decisions)


def _say_nothing(
    community: Community, records: Sequence[RunRecord], chosen: Sequence[RunRecord], gathered: Gathered
) -> str:
    if not records:
        return f"Nobody has accepted, edited or turned down a suggestion in {community.name} yet."
    if not chosen:
        counts = Counter(decision.what for record in records for decision in record.decisions)
        said = ", ".join(f"{what} {count}" for what, count in counts.items())
        return f"No suggestion in {community.name} was decided on in that way ({said})."
    return " ".join([f"Nothing in {community.name} can be exported.", *gathered.left_out])


class _Readable(yaml.SafeDumper):
    """Writes texts of several lines as blocks."""


def _write_text(dumper: yaml.SafeDumper, text: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Readable.add_representer(str, _write_text)
