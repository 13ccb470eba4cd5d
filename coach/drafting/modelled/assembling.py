"""A plan put together: a model's parts where they stand, the playbook's everywhere else, and all that follows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import TypeVar

from coach.checks import find_test_language
from coach.drafting.around import describe_share
from coach.drafting.making import Making
from coach.drafting.playbook import PlaybookDrafter, keep_promises
from coach.drafting.quoting import QuotePool
from coach.models import (
    Activity,
    Capture,
    Citation,
    OpenSlot,
    Part,
    PlanB,
    Review,
    SessionPlan,
)
from coach.playbook import Playbook
from coach.playbook.schema import Pattern, Protocol

from .converting import Changed, Known, to_capture, to_open, to_part, with_reason
from .labels import number_labels
from .settling import Settled, Settler, to_sign
from .shapes import (
    AroundDraft,
    KeepingDraft,
    PartDraft,
    ResultDraft,
    RoomDraft,
)

_E = TypeVar("_E", Pattern, Protocol)
MOST_HOSTING = 8
"""More lines than this no host has in mind."""


@dataclass
class Draft:
    """What a model drafted of a plan, so far."""

    parts: dict[str, PartDraft] = field(default_factory=dict)
    """Its parts, by the id that they have in the frame."""
    around: AroundDraft | None = None
    """What stands round them."""
    title: str = ""
    """What to call the session."""
    move: tuple[str, str, str] = ("", "", "")
    """Diagnosis, strategy and intention."""
    results: tuple[ResultDraft | None, ...] = ()
    """Where each promised thing happens, in the order of the promises."""
    room: RoomDraft | None = None
    """The open minutes."""
    keeping: KeepingDraft | None = None
    """How what was learned is kept."""
    signs: tuple[str, ...] = ()
    """What people would notice, for each outcome."""

    def has(self, part: Part) -> bool:
        """Say whether a part of the frame is drafted here."""
        if part.kind == "open":
            return self.room is not None
        return self.keeping is not None if part.kind == "capture" else part.id in self.parts

    def without(self, ids: Collection[str]) -> Draft:
        """Return the draft without these parts."""
        return replace(
            self,
            parts={part: draft for part, draft in self.parts.items() if part not in ids},
            room=None if "open" in ids else self.room,
            keeping=None if "capture" in ids else self.keeping,
        )


@dataclass(frozen=True)
class Assembled:
    """A plan made of a draft."""

    plan: SessionPlan
    """The plan."""
    settled: Settled
    """What was quoted, and what could not be proved."""


class Assembler:
    """Puts plans together on one playbook plan's frame."""

    def __init__(self, base: PlaybookDrafter, playbook: Playbook, making: Making) -> None:
        """Keep the frame.

        Args:
            base: Finishes a plan in the making.
            playbook: The craft library.
            making: The playbook's plan in the making; it is never changed.
        """
        self._base, self._playbook, self._making = base, playbook, making
        patterns = (*playbook.patterns, *making.given.own_patterns)
        self._known = Known(making.given.request, patterns, playbook.protocols)

    def assemble(self, draft: Draft, settler: Settler, by: str) -> Assembled:
        """Return the plan with a draft's parts in the places of the playbook's."""
        changed = {part.id: to_part(draft.parts[part.id], part, settler, self._known) for part in self._theirs(draft)}
        making = self._with_parts(changed, draft, settler)
        if not any(draft.results):
            keep_promises(making)
        plan = self._base.finish(making)
        plan = _with_around(plan, draft.around, settler)
        plan = _with_results(plan, draft.results, making, settler)
        plan = _with_signs(plan, draft.signs, settler)
        plan = plan.model_copy(
            update={
                "title": making.given.request.title or settler.say(draft.title, 120) or plan.title,
                "influences": (*making.pool.influences, *(item for one in changed.values() for item in one.influences)),
                "drafted_by": by,
            }
        )
        citations = [*making.pool.citations, *settler.settled.citations.values()]
        numbered = number_labels(plan, citations)
        told = describe_own(numbered.citations, by) if numbered.citations else describe_share(QuotePool(()))
        few = not numbered.citations or making.pool.notes < _FEW
        ask_first = self._playbook.session.three_questions if few else ()
        numbered = numbered.model_copy(update={"from_notes": told, "ask_first": ask_first})
        return Assembled(numbered, settler.settled)

    # -- inside ------------------------------------------------------------------------------------
    def _theirs(self, draft: Draft) -> list[Part]:
        return [part for part in self._making.parts if part.id in draft.parts]

    def _end(self, part: Part, draft: Draft, settler: Settler) -> Part:
        if isinstance(part, OpenSlot) and draft.room is not None:
            return to_open(draft.room, part, settler)
        if isinstance(part, Capture) and draft.keeping is not None:
            return to_capture(draft.keeping, part, settler)
        return part

    def _with_parts(self, changed: Mapping[str, Changed], draft: Draft, settler: Settler) -> Making:
        making, pool = self._making, self._making.pool
        parts = [
            changed[part.id].part if part.id in changed else self._end(part, draft, settler) for part in making.parts
        ]
        gone = set(changed)
        return replace(
            making,
            parts=parts,
            links=[with_reason(link, draft.parts.get(link.target), settler) for link in making.links],
            patterns=_named(self._known.patterns, [part.pattern for part in parts if isinstance(part, Activity)]),
            protocols=_named(self._playbook.protocols, [part.protocol for part in parts if isinstance(part, Review)]),
            pool=replace(
                pool,
                citations=list(pool.citations),
                influences=[item for item in pool.influences if item.part not in gone],
                _reserved=list(pool._reserved),
            ),
        )


def _named(known: Sequence[_E], ids: Sequence[str]) -> list[_E]:
    """Return the playbook entries that parts come from; none for a part that a model made up."""
    return [next(item for item in known if item.id == wanted) for wanted in ids if wanted]


_FEW = 4
"""With fewer notes than that, a plan asks the community first, whoever drafted it."""


def _with_around(plan: SessionPlan, around: AroundDraft | None, settler: Settler) -> SessionPlan:
    """Return the plan with what a draft says of hosting, preparing and plan B before the playbook's."""
    settler.begin("plan")
    if around is None:
        return plan
    hosting = _free(settler.says(around.hosting, 300, 4))
    prepare = _free(settler.says(around.prepare, 240, 6))
    rescue = {
        name: "".join(_free([settler.say(getattr(around, name), 300)])) or getattr(plan.plan_b, name)
        for name in ("silence", "low_turnout", "loud_voice", "running_late")
    }
    during = (*_free(settler.says(around.access, 240, 3)), *plan.access.during)
    return plan.model_copy(
        update={
            "facilitation": tuple(dict.fromkeys((*hosting, *plan.facilitation)))[:MOST_HOSTING],
            "prepare": tuple(dict.fromkeys((*prepare, *_materials(plan)))) if len(prepare) > 1 else plan.prepare,
            "plan_b": PlanB(**rescue),
            "access": plan.access.model_copy(update={"during": tuple(dict.fromkeys(during))}),
        }
    )


def _free(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the lines that do not sound like a test: there are others, and no part hangs on them."""
    return tuple(line for line in lines if line and not find_test_language(line))


def _with_results(
    plan: SessionPlan, results: Sequence[ResultDraft | None], making: Making, settler: Settler
) -> SessionPlan:
    """Return the plan with the places that a draft gives to what was promised; the outcomes' own come first."""
    own, ids = len(plan.outcomes), {part.id for part in plan.parts}
    told = list(results[: len(making.results)])
    promises = list(plan.promises)
    for place, result in enumerate(told, own):
        if result is not None and place < len(promises) and result.part in ids and settler.say(result.how, 240):
            how = settler.say(result.how, 240)
            promises[place] = promises[place].model_copy(update={"part": result.part, "how": how})
    return plan.model_copy(update={"promises": tuple(promises)})


def _with_signs(plan: SessionPlan, signs: Sequence[str], settler: Settler) -> SessionPlan:
    """Return the plan with a draft's signs; one that sounds like a test leaves the playbook's."""
    told = [to_sign(settler.say(text, 240)) for text in signs]
    outcomes = [
        item.model_copy(update={"sign": sign}) if sign and not find_test_language(sign) else item
        for item, sign in zip_longest(plan.outcomes, told[: len(plan.outcomes)])
    ]
    return plan.model_copy(update={"outcomes": tuple(outcomes)})


def _materials(plan: SessionPlan) -> list[str]:
    return [item for part in plan.parts if isinstance(part, Activity) for item in part.materials]


def describe_own(citations: Sequence[Citation], by: str) -> str:
    """Say how much of a plan is the community's own.

    Args:
        citations: What it quotes; at least one.
        by: Who worded the rest.
    """
    notes = len({item.note_id for item in citations})
    sentences = "1 sentence" if len(citations) == 1 else f"{len(citations)} sentences"
    return (
        f"{sentences} from {notes} of your notes shaped this plan, each quoted word for word. "
        f"The rest was worded by {by}."
    )
