"""A model server's answers to the product's prompts: drafts that fit the frame, made for each case beforehand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coach.models import FindResult
from coach.ports import DraftInput
from evals.casebook import ActivityCase, Case, PlanCase, ReviewCase
from evals.drafters.playbook import to_plan_request
from tests.drafting.modelled.making import BASE, COMMUNITY, good_draft

Body = dict[str, Any]
DOINGS = (
    "order a letter so that its reader acts",
    "draw who waits on whom",
    "ask Legal early",
    "thank who finds a gap",
)
_MESSAGE = re.compile(r'<data label="message">\n(.*?)\n</data>', re.DOTALL)
_PASSAGE = re.compile(r'<data label="s(\d+)">\n(.*?)\n</data>', re.DOTALL)


def draft_for(case: Case) -> dict[str, Any]:
    """Return a draft of the plan that a case asks for, in the shape that a model answers in."""
    asked = case.asked
    assert isinstance(asked, PlanCase | ActivityCase | ReviewCase)
    request = asked.request if isinstance(asked, PlanCase) else to_plan_request(asked.request, 0)
    bare = DraftInput(request, COMMUNITY, FindResult(enough=False, passages=()))
    return good_draft(BASE.draft_plan(bare))


def answering(cases: Sequence[Case]) -> Callable[[Body], str]:
    """Return what answers plans, outcomes, replies and repairs for these cases, as JSON."""
    drafts: dict[str, dict[str, Any]] = {}
    for case in cases:
        if isinstance(case.asked, PlanCase):
            drafts[case.asked.request.outcomes[0]] = draft_for(case)
        elif isinstance(case.asked, ActivityCase | ReviewCase):
            drafts[case.asked.request.outcome] = draft_for(case)

    def answer(body: Body) -> str:
        user = user_of(body)
        fields = fields_of(body)
        if "heard" in fields:
            return json.dumps(reply_to(user))
        if "outcomes" in fields:
            return json.dumps({"enough": True, "message": "", "outcomes": list(propose(user))})
        draft = next(draft for outcome, draft in drafts.items() if outcome.rstrip(".") in user)
        if "openings" in fields:
            return json.dumps({"openings": [], "activities": draft["activities"], "reviews": draft["reviews"]})
        return json.dumps(draft)

    return answer


def reply_to(user: str) -> dict[str, Any]:
    """Return a reply that listens: it gives back the first and the last words of the message."""
    found = _MESSAGE.search(user)
    words = found[1].split() if found else []
    return {
        "diagnosis": f"It is hard to host when {' '.join(words[:6])}.",
        "strategy": "Ask what happened just before it, and leave every piece of advice aside.",
        "intention": "They see the moment again from where the others sit.",
        "situation": "other",
        "kind": "listen",
        "stage": "reality",
        "heard": f"You begin with “{' '.join(words[:6])}”, and that stays with me.",
        "strength": f"You put it plainly: “{' '.join(words[-6:])}”.",
        "from_notes": "",
        "keep_doing": "",
        "move": [],
        "lesson": "",
        "asks": "What happened just before that moment?",
    }


def user_of(body: Body) -> str:
    """Return the data that was sent."""
    return str(next(item["content"] for item in body["messages"] if item["role"] == "user"))


def fields_of(body: Body) -> Mapping[str, Any]:
    """Return the fields of the answer that is asked for."""
    found: Mapping[str, Any] = body["response_format"]["json_schema"]["schema"]["properties"]
    return found


def propose(user: str) -> list[dict[str, Any]]:
    """Return an outcome for each of a few passages, each with a line of it."""
    found = []
    for doing, (number, text) in zip(DOINGS, _PASSAGE.findall(user), strict=False):
        lines = [line for line in text.splitlines()[1:] if "[" not in line]
        quote = max(lines, key=len, default="")[:120]
        found.append(
            {
                "diagnosis": "It is hard.",
                "strategy": "Try it together.",
                "intention": "It gets lighter.",
                "text": f"We want to be able to {doing}.",
                "because": f"One of you speaks of it (S{number}).",
                "sign": "somebody asks before it is late",
                "newcomer": "Read one aloud, and say where you stopped.",
                "regular": "Bring one that got stuck.",
                "expert": "Say where you would look first, once asked.",
                "takes": [{"label": f"S{number}", "quote": quote, "change": "It is hard."}],
            }
        )
    return found
