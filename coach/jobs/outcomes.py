"""Propose outcomes from what a community wrote, and check their wording."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import PurePosixPath

import numpy as np
import numpy.typing as npt

from coach.checks import check_outcome
from coach.drafting.outcomes import Ears, Material, Subject, find_starters, hear, nearest_sentences, reads_english
from coach.errors import BadRequest
from coach.models import (
    Chunk,
    Community,
    Consent,
    NoteFormat,
    NoteSummary,
    Outcome,
    OutcomeProposal,
    OutcomesRequest,
    OutcomesResult,
)
from coach.playbook import Lexicon
from coach.ports import OutcomesInput
from coach.retrieval import LONGEST_QUESTION, Search, find_passages, speaks_to

from .outcome_passages import find_spread, tells_enough
from .plan import PlanTools, find_private

FEWEST, MOST = 3, 5
PLAYBOOK = "playbook"
"""Who reads outcomes off by rule, and may look around where that brings few."""
_HARDLY_NAMED = 0.25
"""As near as this a passage may speak to what was asked for in other words."""
_NEAR_IT, _BESIDE = 0.26, 0.4
"""From which similarity on a doing is near what was asked for, and how much less it then counts than one on it."""
_READ_WHOLE = 120
"""Communities up to this many chunks are read whole for sentences to begin from."""
_PLENTY = (
    "Your notes tell plenty, but too much in their own words for outcomes to be read off by rule. These sentences tell "
    "most. Choose one together and finish “We want to be able to …”: what would somebody do otherwise?"
)
_FORMATS = {
    ".md": NoteFormat.MARKDOWN,
    ".markdown": NoteFormat.MARKDOWN,
    ".txt": NoteFormat.TEXT,
    ".html": NoteFormat.HTML,
    ".htm": NoteFormat.HTML,
}
"""Names tell most formats without reading the note again."""


@dataclass(frozen=True)
class _Listened:
    """What was heard in the notes."""

    given: OutcomesInput
    material: Material
    wanted: npt.NDArray[np.float32] | None
    speaks: bool


def propose_outcomes(request: OutcomesRequest, community: Community, tools: PlanTools) -> OutcomesResult:
    """Propose outcomes that a community's notes suggest.

    Raises:
        BadRequest: Fewer than three or more than five are asked for.
    """
    heard = _listen(request, community, tools)
    given, wanted = heard.given, heard.wanted
    about = request.about.strip()[:LONGEST_QUESTION]
    drafted = tools.drafter.draft_outcomes(given)
    by_rule = drafted.drafted_by == PLAYBOOK
    if by_rule and wanted is not None and heard.speaks and len(drafted.outcomes) < FEWEST:
        drafted = _look_around(given, drafted, wanted, tools)
    if not drafted.enough and given.is_english and (heard.speaks or speaks_to(find_passages(about, tools.search))):
        drafted = _with_starters(drafted, heard.material, wanted, tools)
    checked = tuple(_with_findings(outcome, tools.lexicon) for outcome in drafted.outcomes)
    return drafted.model_copy(update={"outcomes": checked})


def find_outcomes_input(request: OutcomesRequest, community: Community, tools: PlanTools) -> OutcomesInput:
    """Return what outcomes would be drafted from.

    Raises:
        BadRequest: Fewer than three or more than five are asked for.
    """
    return _listen(request, community, tools).given


def _listen(request: OutcomesRequest, community: Community, tools: PlanTools) -> _Listened:
    if not FEWEST <= request.count <= MOST:
        raise BadRequest(f"{request.count} outcomes cannot be proposed.", f"Ask for {FEWEST} to {MOST}.")
    about = request.about.strip()[:LONGEST_QUESTION]
    search = tools.search
    wanted = search.embedder.embed([about])[0] if about else None
    material = _read(community, tools, about, wanted)
    is_english = reads_english(material.chunks)
    is_spoken_of = not about or _is_spoken_of(about, search, material)
    speaks = is_english and is_spoken_of
    given = OutcomesInput(
        request=request,
        community=community,
        heard=hear(material, Ears(search.embedder, tools.lexicon, about, wanted)) if speaks else (),
        nearest=nearest_sentences(material),
        notes_searched=len(material.summaries),
        is_english=is_english,
    )
    if tools.for_model:
        given = _with_passages(given, material, tools, is_spoken_of=is_spoken_of)
    return _Listened(given, material, wanted, speaks)


def _with_passages(given: OutcomesInput, material: Material, tools: PlanTools, *, is_spoken_of: bool) -> OutcomesInput:
    """Return the same with what a model may read; whether that is enough is decided before anybody is paid."""
    private = find_private(tools.search)
    about = given.request.about.strip()[:LONGEST_QUESTION]
    enough = is_spoken_of and (bool(given.heard) or tells_enough(material, is_english=given.is_english))
    passages = find_spread(material, tools.search, about, private) if enough else ()
    return replace(given, passages=passages, enough=enough and bool(passages), private=private)


def _with_starters(
    drafted: OutcomesResult, material: Material, wanted: npt.NDArray[np.float32] | None, tools: PlanTools
) -> OutcomesResult:
    """Return the answer with sentences to begin from, where the notes tell plenty in words that no rule reads."""
    few = len(material.chunks) <= _READ_WHOLE
    starters = find_starters(material, tools.search.embedder, wanted) if few else ()
    if not starters:
        return drafted
    labelled = tuple(item.model_copy(update={"label": f"S{place}"}) for place, item in enumerate(starters, 1))
    return drafted.model_copy(update={"message": _PLENTY, "heard": labelled, "tells_plenty": True, "ask_first": ()})


def _look_around(
    given: OutcomesInput, drafted: OutcomesResult, wanted: npt.NDArray[np.float32], tools: PlanTools
) -> OutcomesResult:
    """Return the few outcomes on what was asked for with others that are near it, and say so."""
    around = _read(given.community, tools, "", None)
    known = {item.text for item in given.heard}
    heard = hear(around, Ears(tools.search.embedder, tools.lexicon))
    least = min((item.weight for item in given.heard), default=1.0)
    nearness = {item.text: float(np.asarray(item.vector) @ wanted) for item in heard if item.text not in known}
    near = [
        replace(item, weight=least * _BESIDE * nearness[item.text])
        for item in heard
        if nearness.get(item.text, 0.0) >= _NEAR_IT
    ]
    if not near:
        return drafted
    wider = tools.drafter.draft_outcomes(replace(given, heard=(*given.heard, *near)))
    if len(wider.outcomes) <= len(drafted.outcomes):
        return drafted
    about = given.request.about.strip()
    if drafted.outcomes:
        said = f"First what your notes say on “{about}”, then what comes nearest to it. Each can be changed or dropped."
    else:
        said = f"The notes hardly speak of “{about}” itself; this comes nearest to it. Each can be changed or dropped."
    return wider.model_copy(update={"message": said})


def _is_spoken_of(about: str, search: Search, material: Material) -> bool:
    """Say whether the notes speak to what was asked for; a doing on it decides where they hardly name it."""
    nearest = float(material.nearness.max()) if material.nearness is not None and len(material.chunks) else 0.0
    return nearest >= _HARDLY_NAMED or find_passages(about, search).enough


def _read(community: Community, tools: PlanTools, about: str, wanted: npt.NDArray[np.float32] | None) -> Material:
    """Read the chunks that this actor may read and that may be quoted; the others count for nothing."""
    search = tools.search
    summaries = {note.id: note for note in search.notes.summaries() if note.consent is not Consent.NEVER}
    readable = search.notes.chunks(search.notes.chunk_ids())
    ids, rows = search.notes.vectors(search.embedder.name, list(readable))
    kept = [place for place, chunk_id in enumerate(ids) if readable[chunk_id].note_id in summaries]
    kept.sort(key=lambda place: _order(readable[ids[place]]))
    vectors = rows[kept] if kept else rows[:0]
    chunks, subject = [readable[ids[place]] for place in kept], Subject(about)
    return Material(
        community=community.name,
        chunks=chunks,
        vectors=vectors,
        summaries=summaries,
        format_of=cache(lambda note_id: _format_of(summaries[note_id], search)),
        nearness=None
        if wanted is None
        else subject.raise_nearness(vectors @ wanted, [chunk.reading for chunk in chunks]),
        verbs=tools.lexicon.heads.keys(),
        subject=subject,
    )


def _format_of(note: NoteSummary, search: Search) -> NoteFormat:
    known = _FORMATS.get(PurePosixPath(note.path).suffix.lower())
    return known or search.notes.get_note(note.id).format


def _order(chunk: Chunk) -> tuple[str, int]:
    return chunk.note_id, chunk.position


def _with_findings(proposal: OutcomeProposal, lexicon: Lexicon) -> OutcomeProposal:
    whole = Outcome(
        id="outcome", text=proposal.text, level=proposal.level, sign=proposal.sign, ways_in=proposal.ways_in
    )
    return proposal.model_copy(update={"findings": check_outcome(whole, lexicon)})
