"""The exact words that would be sent, one file a prompt: a changed file is a changed prompt, and gets a new number."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from coach.drafting.modelled.schemas import SCHEMAS, to_schema
from coach.drafting.prompt_manifest import find_changed, find_new
from coach.drafting.prompting import list_prompts, read_prompt
from coach.locate import prompts_folder
from coach.models import (
    AlreadyDoing,
    Mode,
    PartRequest,
    PlanRequest,
    RewriteRequest,
    SentPreview,
    SharedLesson,
    StoryLink,
    Turn,
)
from coach.ports import BriefInput, CoachingInput, PartInput, RewriteInput
from tests.drafting.modelled.briefing_cases import answer_input, brief_input, line, story, worded
from tests.drafting.modelled.making import BASE, COMMUNITY, OUTCOME, drafter, given, good_draft, passage, quoting
from tests.drafting.modelled.talking import MOVES, SITUATION, asking, move, replied
from tests.drafting.modelled.test_proposals import MAP, answer, asked, outcome

WHEN = dt.datetime.fromisoformat("2026-03-12T09:00:00Z")
GOLDEN = Path(__file__).parents[2] / "golden"
REQUEST = PlanRequest(
    outcomes=(OUTCOME,), newcomers=3, experts=2, by_the_end=("each map has an owner",), mode=Mode.HYBRID
)


def sent(task: str) -> str:
    """Return what would be sent for a task, in both parts."""
    made, llm, _ = drafter([])
    preview: SentPreview | None
    if task == "plan":
        preview = made.preview_plan(given(REQUEST))
    elif task == "outcomes":
        preview = made.preview_outcomes(asked())
    elif task == "rewrite":
        wish = RewriteRequest(text="Understand systems better", wish="smaller")
        preview = made.preview_rewrites(RewriteInput(wish, COMMUNITY, passages=(passage("retro"),)))
    elif task == "coach":
        preview = made.preview_reply(talk())
    elif task == "brief":
        preview = made.preview_brief(page())
    elif task == "answer":
        preview = made.preview_answer(answer_input())
    elif task in {"repair", "repair_outcomes", "repair_coach", "repair_brief"}:
        return second_question(task)
    else:
        plan = BASE.draft_plan(given(REQUEST))
        part = {"opening": "opening", "activity": "a1", "review": "r1"}[task]
        preview = made.preview_part(PartInput(PartRequest(plan=plan, part=part, wish="quieter"), given(REQUEST)))
    assert preview is not None
    assert llm.requests == []
    return f"{preview.system}\n\n==== user ====\n\n{preview.user}\n"


def second_question(task: str) -> str:
    """Return the question that follows a draft in which something was found."""
    lie = quoting(good_draft(), "the committee has decided to close it down")
    alone = outcome("We want to be able to draw a budget for a new clinic.", "we need a budget by June at the latest")
    two = replied(move=[move(), move(title="Ask three first")])
    answers = {"repair": [lie, ""], "repair_outcomes": [answer(MAP, alone), ""], "repair_coach": [two, ""]}
    answers["repair_brief"] = [
        worded(can_now=[line("The front desk writes the waiting time down.", "can", "S6", "S77")]),
        "",
    ]
    made, llm, _ = drafter(answers[task])
    if task == "repair":
        made.draft_plan(given(REQUEST))
    elif task == "repair_coach":
        made.draft_reply(talk())
    elif task == "repair_brief":
        made.draft_brief(page())
    else:
        made.draft_outcomes(asked())
    request = llm.requests[1]
    return f"{request.system}\n\n==== user ====\n\n{request.user}\n"


def page() -> BriefInput:
    """Return what a page is worded from, with everything that a prompt for one can hold."""
    told = story(StoryLink.DID, StoryLink.TOOK_AWAY, StoryLink.USED)
    asked = brief_input().request.model_copy(update={"question": "Is it worth people's time?"})
    return brief_input(asked, stories=(told,), avoid=("The desk writes it down.",))


def talk() -> CoachingInput:
    """Return a message with everything that a prompt for a reply can hold."""
    before = (
        Turn(id="t1", who="person", text="They look at the table when I ask.", at=WHEN),
        Turn(id="t2", who="coach", text="I hear “at the table”. What do you see on the table?", at=WHEN),
    )
    lesson = SharedLesson(id="l", situation=SITUATION.id, tried="cards on the wall", happened="they spoke")
    doing = (AlreadyDoing(text="I send the question a day before", flopped=True),)
    told: dict[str, Any] = {"earlier": before, "doing": doing, "lessons": (lesson,), "avoid": ("Go round once",)}
    # Words of our own in the playbook's place: what it says may be bettered without a new prompt.
    situation = SITUATION.model_copy(update={"gist": "Nothing comes back.", "why_hard": "Seconds feel long."})
    same = {"does": "Count to eight.", "say": "I'll wait.", "why": "People need a few seconds."}
    moves = tuple(item.model_copy(update=same) for item in MOVES[:3])
    return asking(situation=situation, guesses=(), moves=moves, opened_with=("you-say",), **told)


TASKS = ["plan", "repair", "outcomes", "repair_outcomes", "rewrite", "opening", "activity", "review"]
TASKS += ["coach", "repair_coach", "brief", "repair_brief", "answer"]


@pytest.mark.parametrize("task", TASKS)
def test_a_prompt_says_word_for_word_what_its_golden_file_says(task):
    version = read_prompt(task).version
    golden = GOLDEN / f"{task}-v{version}.txt"
    if not golden.exists():
        golden.write_text(sent(task), encoding="utf-8")
        pytest.fail(f"{golden.name} was written: read it, and run this again")
    assert sent(task) == golden.read_text(encoding="utf-8")


def test_every_prompt_of_a_drafter_has_a_golden_file():
    families = ("judge/", "ask/", "compare")
    assert sorted(TASKS) == [name for name in list_prompts() if not name.startswith(families)]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schema_files_are_what_the_shapes_say(name):
    assert json.loads((prompts_folder() / name).read_text(encoding="utf-8")) == to_schema(SCHEMAS[name])


def test_schemas_are_closed_and_ask_for_everything():
    def look(node: object) -> None:
        if isinstance(node, dict):
            if "properties" in node:
                assert node["additionalProperties"] is False
                assert node["required"] == list(node["properties"])
            for value in node.values():
                look(value)

    for shape in SCHEMAS.values():
        look(to_schema(shape))


def test_what_was_shipped_has_not_changed():
    assert find_changed(prompts_folder()) == []
    assert find_new(prompts_folder()) == []
