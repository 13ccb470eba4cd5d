from __future__ import annotations

import pytest

from coach.models import SuggestionKind
from evals.casebook import read_cases
from evals.converting import to_suggestion
from evals.drafters.answers import GivenAnswer
from evals.graders.numbers import NumbersGrader
from evals.suggestion import Quoted

from .conftest import NOTES, PLAN

OUTCOME = "We want to be able to answer a call about a swarm"
PART = {"outcome": OUTCOME, "minutes": 60, "people": 8}
RULES = {"must": [{"says": "It works on a call."}], "must_not": [{"says": "It gives marks."}]}


def read(write_cases, kind: str, text: str, **given):
    request = {"plan": PLAN["request"], "outcome": {}, "activity": PART, "review": PART}[kind]
    [case] = read_cases(write_cases({"id": "one", "kind": kind, "request": request, **RULES}))
    return to_suggestion(GivenAnswer(case="one", text=text, **given), case), case


def running_order(suggestion) -> list[tuple[str, int, str]]:
    return [(part.kind, part.minutes, part.title) for part in suggestion.plan.parts]


WANTED = [
    ("opening", 10, "Welcome"),
    ("activity", 30, "Take a call"),
    ("review", 15, "Debrief"),
    ("capture", 5, "Close"),
]
NOTATIONS = {
    "a table of spans": """
| Time | What | How |
|---|---|---|
| 0:00–0:10 | **Welcome** | Everyone writes one worry. |
| 0:10–0:40 | **Take a call** | In pairs, one rings, one answers. |
| 0:40–0:55 | **Debrief** | What did the caller need first? |
| 0:55–1:00 | **Close** | One line each. |
""",
    "a table of starts and minutes": """
| # | Start | Min | Part |
|--|--|--|--|
| 1 | 6:30 | 10 | Welcome |
| 2 | 6:40 | 30 | Take a call |
| 3 | 7:10 | 15 | Debrief |
| 4 | 7:25 | 5 | Close |
| | | 60 | Total |
""",
    "a table of starts alone": """
| Time | What |
|---|---|
| 18:00 | Welcome |
| 18:10 | Take a call |
| 18:40 | Debrief |
| 18:55 | Close |
""",
    "items below a list of what to do before": """
## Before
- Print the cards (30 min)
- Ring Ola (10 min)
- Set out chairs (20 min)
## During
- Welcome (10 min)
- Take a call (30 min)
- Debrief (15 min)
- Close (5 min)
""",
    "headings": """
## Before the session
- Ask Ola for last year's calls (30 min)
- Print the cards (35 min)
## Agenda
### 1. Welcome (10 min)
Everyone writes one worry.
### 2. Take a call – 30 minutes
### 3. Debrief (14:40 to 14:55)
### 4. Close (5 minutes, standing)
""",
    "lines in bold": """
**14:00-14:10** Welcome

Everyone writes one worry.

**14:10-14:40: Take a call**

**2:40 pm – 2:55 pm** – Debrief. What did the caller need?

**14:55–15:00 Close**
""",
    "items": """
- **0–10 min: Welcome.** Names.
- **10–40 min: Take a call.** In pairs.
  - 5 min: read the card
  - 25 min: ring and answer
- **40–55 min: Debrief.**
- **55–60 min: Close.**
""",
    "numbered items": """
1. **Welcome (10 min)**: names
2. **Take a call (half an hour)** in pairs, 5 min each

   Whoever answers holds the pen.
3. **Debrief (15')**
4. **Close (5 mins)**
""",
    "plain lines": """
9.00–9.10 Welcome. Names.
9.10–9.40 Take a call. In pairs.
9.40–9.55 Debrief.
9.55–10.00 Close.
""",
    "a hurried list": "60 min, hall\n\n- Welcome, names 10\n- Take a call (30)\n- 15: Debrief\n- 2.55 Close (5)",
}


@pytest.mark.parametrize("text", NOTATIONS.values(), ids=NOTATIONS.keys())
def test_a_running_order_is_read_in_any_usual_notation(write_cases, text):
    found, case = read(write_cases, "plan", text)
    assert [part[:2] for part in running_order(found)] == [part[:2] for part in WANTED]
    assert [title.split(",")[0] for _, _, title in running_order(found)] == [title for _, _, title in WANTED]
    assert [outcome.text for outcome in found.plan.outcomes] == [OUTCOME]
    assert found.plan.links == ()
    [clock] = [grade for grade in NumbersGrader().grade(found, case) if grade.code == "N1"]
    assert clock.value == 2


def test_a_sum_that_is_wrong_stays_wrong(write_cases):
    found, case = read(write_cases, "plan", NOTATIONS["headings"].replace("30 minutes", "40 minutes"))
    assert sum(part.minutes for part in found.plan.parts) == 70
    [clock] = [grade for grade in NumbersGrader().grade(found, case) if grade.code == "N1"]
    assert clock.value == 0
    assert "70" in clock.reason


def test_minutes_that_are_written_out_go_before_the_clock(write_cases):
    text = NOTATIONS["plain lines"].replace("9.40–9.55 Debrief.", "9.40–9.55 (20 min): Debrief.")
    found, _ = read(write_cases, "plan", text)
    assert [part.minutes for part in found.plan.parts] == [10, 30, 20, 5]


def test_timed_lines_below_a_part_are_its_steps(write_cases):
    found, _ = read(write_cases, "plan", NOTATIONS["items"])
    steps = found.plan.parts[1].steps
    assert [(step.minutes, step.does) for step in steps] == [(5, "read the card"), (25, "ring and answer")]


def test_a_section_that_says_more_of_a_part_goes_to_it_alone(write_cases):
    more = "\n## The call (30 min)\n- **5 min:** read the card\n- **25 min:** pairs ring and answer\n"
    more += "\n## The debrief (25 min, another evening)\n- **10 min:** read the cards\n- **15 min:** mend them\n"
    found, _ = read(write_cases, "plan", NOTATIONS["a table of spans"] + more)
    assert running_order(found) == WANTED
    assert [step.minutes for step in found.plan.parts[1].steps] == [5, 25]
    assert [step.minutes for step in found.plan.parts[2].steps] == [15]


def test_a_list_that_takes_much_longer_than_its_part_is_not_its_steps(write_cases):
    text = (
        "**0–5 | Welcome (5)**\n\n- 5 min: read\n- 20 min: ring\n\n**5–50 | Take a call (45)**\n\n**50–60 | Finish**\n"
    )
    found, _ = read(write_cases, "plan", text)
    assert running_order(found) == [
        ("opening", 5, "Welcome"),
        ("activity", 45, "Take a call"),
        ("activity", 10, "Finish"),
    ]
    assert [step.minutes for step in found.plan.parts[0].steps] == [5]


def test_a_break_and_an_open_slot_are_told_apart(write_cases):
    text = (
        "- 0:00–0:10 Welcome\n- 0:10–0:40 Breakout pairs\n- 0:40–0:45 Tea break\n- 0:45–1:00 Open slot: what comes up"
    )
    found, _ = read(write_cases, "plan", text)
    assert [part.kind for part in found.plan.parts] == ["opening", "activity", "break", "open"]


def test_what_stands_around_the_running_order_is_kept(write_cases):
    around = """
## Roles
| Who | What |
|---|---|
| Newcomers | read the card aloud and start the call |
| Old hands | play the caller and hold back advice |
## If things go otherwise
- **Nobody speaks:** everyone writes one line first, then reads it.
- **Fewer people turn up:** one ring instead of pairs.
## Tips for the host
- Leave the answers to the callers.

Would you like me to make the cards?
"""
    found, _ = read(write_cases, "plan", NOTATIONS["a table of spans"] + around)
    assert "everyone writes one line" in found.plan.plan_b.silence
    assert "one ring" in found.plan.plan_b.low_turnout
    assert found.plan.facilitation == ("Leave the answers to the callers.",)
    roles = found.plan.parts[1].roles
    assert roles.newcomer == "read the card aloud and start the call"
    assert roles.expert == "play the caller and hold back advice"


@pytest.mark.parametrize(
    "text",
    [
        "Begin with a round of names, then take calls in pairs, and close with one line each.",
        "1. Welcome\n2. Take a call\n3. Close",
        "- Welcome (5 min)\n- Close (5 min)",
        "- Bring 12 chairs\n- Room 4 is booked for 60",
        "",
    ],
)
def test_what_cannot_be_read_stays_absent_and_is_ungraded(write_cases, text):
    found, case = read(write_cases, "plan", text)
    assert found.plan is None
    assert {grade.code: grade.value for grade in NumbersGrader().grade(found, case)}["N1"] is None


@pytest.mark.parametrize(
    "text",
    [
        f"1. **{OUTCOME}.** It came up twice.\n2. **We want to be able to name a bee.**\n\n**Newcomers:** bring one",
        "We want to be able to:\n- Answer a call about a swarm\n- Name a bee",
        f"| Outcome | Sign |\n|---|---|\n| {OUTCOME} | calls get short |\n| We want to be able to name a bee. | |",
        f"### 1. {OUTCOME}\nYou would notice that calls get short.\n### 2. We want to be able to name a bee",
    ],
    ids=["bold", "a stem with items", "rows", "headings"],
)
def test_outcomes_in_the_members_voice_are_read(write_cases, text):
    found, _ = read(write_cases, "outcome", text)
    assert [item.text.rstrip(".").lower() for item in found.outcomes] == [
        OUTCOME.lower(),
        "we want to be able to name a bee",
    ]
    assert [(item.verb, item.because) for item in found.outcomes] == [("answer", ""), ("name", "")]


def test_a_following_line_says_how_an_outcome_would_be_noticed(write_cases):
    text = f"1. **{OUTCOME}.**\n   *You'd notice:* the caller knows who comes.\n   - Newcomers: read the card first"
    [found] = read(write_cases, "outcome", text)[0].outcomes
    assert found.sign == "the caller knows who comes."
    assert found.ways_in["newcomer"] == "read the card first"


def test_outcomes_in_another_voice_are_read_as_they_are(write_cases):
    text = "By the end, participants will be able to:\n1. **Explain** the swarm list.\n2. **Ring** the keeper.\n"
    found, _ = read(write_cases, "outcome", text)
    assert [item.text for item in found.outcomes] == [
        "By the end, participants will be able to explain the swarm list",
        "By the end, participants will be able to ring the keeper",
    ]


def test_an_activity_has_steps_roles_groups_and_what_to_bring(write_cases):
    text = """# The swarm line (40 min)
**Bring:** one call that you remember
**What it leaves:** a card for the phone
**Groups:** in threes
1. **Everyone writes the call down (5 min).** It's fine to be unsure.
2. **In threes, ring and answer (25 min).** Swap twice.
3. **Each group writes its card (10 min).**

- **Newcomers:** hold the card and ask what it means
- **Regulars:** play the caller as they were
- **People who know it well:** listen until the second round
"""
    found, _ = read(write_cases, "activity", text)
    part = found.find_part()
    assert [step.minutes for step in part.steps] == [5, 25, 10]
    assert (part.minutes, part.artefact, part.bring) == (40, "a card for the phone", "one call that you remember")
    assert "threes" in part.groups
    assert part.norm == "It's fine to be unsure."
    assert all((part.roles.newcomer, part.roles.regular, part.roles.expert))


def test_steps_without_minutes_are_read_and_given_none(write_cases):
    text = "Do this:\n1. Write the call down.\n2. Ring and answer in pairs.\n3. Write the card."
    part = read(write_cases, "activity", text)[0].find_part()
    assert (part.steps[0].minutes, part.steps[0].does, len(part.steps)) == (0, "Write the call down", 3)


def test_a_review_is_its_questions(write_cases):
    text = """# Looking at our cards (20 min)
The author speaks last.
### Questions
1. What in the card helped you answer?
2. "Where did you stop reading?"
- What would you try on the next call?

Want me to print them?
"""
    part = read(write_cases, "review", text)[0].find_part()
    assert [prompt.text for prompt in part.prompts] == [
        "What in the card helped you answer?",
        "Where did you stop reading?",
        "What would you try on the next call?",
    ]
    assert (part.minutes, part.author_speaks) == (20, "last")
    assert read(write_cases, "review", "Look at the cards together.")[0].plan is None


def quotes_of(write_cases, text: str) -> list[tuple[str, str]]:
    return [(quote.text, quote.note) for quote in read(write_cases, "plan", text)[0].quotes]


def test_words_of_the_notes_are_quotes_with_their_note(write_cases):
    bees = NOTES[0]["name"]
    for text in (
        "As the March notes say, “nobody knows who to ring.”",
        '> "Nobody knows who to ring when a swarm lands"\n> — 2026-03-04-bees.md',
        "*“nobody knows who to ring”* (2026-03-04-bees)",
        "> nobody knows who to ring when a swarm lands",
    ):
        [(words, note)] = quotes_of(write_cases, text)
        assert note == bees, text
        assert words.startswith("nobody knows who to ring") or "Nobody" not in words
    gap = quotes_of(write_cases, "Ola: “nobody knows who to ring […] she gave up after four calls”")
    assert [words for words, _ in gap] == ["nobody knows who to ring", "she gave up after four calls"]


def test_made_up_words_of_the_community_are_quotes_that_cannot_be_proved(write_cases):
    for text in (
        "Ola wrote: “I never want to ring the council again”.",
        "> I never want to ring the council again\n> — Ola",
        "“I never want to ring the council again” (2026-03-04-bees.md)",
        "| 10 | Ola: “I never want to ring the council again.” |",
        "“I never want to ring the council again,” said one neighbour.",
    ):
        found, case = read(write_cases, "plan", text)
        assert [quote.text for quote in found.quotes] == ["I never want to ring the council again"], text
        assert {grade.code: grade.value for grade in NumbersGrader().grade(found, case)}["N2"] == 0


@pytest.mark.parametrize(
    "text",
    [
        "Interview Ola: “How did you choose whom to ring?”",
        "At the bees’ table: “What would you like to be able to do?”",
        "New ones ask: “What does it look like?” (Ola: a dark cloud.)",
        "Say: “Hello and welcome, we're glad you came.”",
        "Ask: “What would you do with this call?”",
        "Call it the “swarm line” evening.",
        "Message your friends:\n\n> Can you help me out on Wednesday with the new people?",
        "If a pair is stuck, try “What would you want to know first?”",
        "Ask Ola to begin. “You know this better than we do.”",
        "Ask first Ola: “Would you hold the card for a while?”",
        "A quiet word with Ola: “Would you hold the card for a while?”",
        "Two minutes for Ola: “Would you hold the card for a while?”",
        "After five minutes say:\n\n> “This has got legs, shall we go on?”",
    ],
)
def test_speech_to_be_used_and_words_set_apart_are_no_quotes(write_cases, text):
    assert quotes_of(write_cases, text) == []


def test_what_the_answer_gives_as_objects_goes_first(write_cases):
    told = (Quoted(text="a thing", note="x.md"),)
    found, _ = read(write_cases, "plan", "“nobody knows who to ring”", quotes=told)
    assert found.quotes == told
    plan = read(write_cases, "plan", NOTATIONS["items"])[0].plan
    again, _ = read(write_cases, "plan", "", plan=plan)
    assert again.plan == plan
    assert "Take a call" in again.text
    listed, _ = read(write_cases, "outcome", "", outcomes=(OUTCOME,))
    assert [item.verb for item in listed.outcomes] == ["answer"]
    assert listed.kind is SuggestionKind.OUTCOME
