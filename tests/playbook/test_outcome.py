"""Outcome sentences are taken apart as a person would take them apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.models import Level, VerbFamily
from coach.playbook import Lexicon, load_playbook, parse_outcome, to_wording

# text, verb, object, {do}, {topic}
TABLE = [
    (
        "We want to be able to map complex systems more confidently and consistently",
        "map",
        "complex systems",
        "map complex systems",
        "complex systems",
    ),
    (
        "We'd like to be able to spot where a policy change will bite further down our service, early enough to "
        "warn the team who own that step.",
        "spot",
        "where a policy change will bite further down our service",
        "spot where a policy change will bite further down our service",
        "where a policy change will bite further down our service",
    ),
    (
        "I want to be able to run a community discussion in which new people speak",
        "run",
        "a community discussion in which new people speak",
        "run a community discussion in which new people speak",
        "a community discussion",
    ),
    (
        "Members can teach a short piece of the Git lesson",
        "teach",
        "a short piece of the Git lesson",
        "teach a short piece of the Git lesson",
        "a short piece of the Git lesson",
    ),
    (
        "We want to prioritise what to fix first",
        "prioritise",
        "what to fix first",
        "prioritise what to fix first",
        "what to fix first",
    ),
    (
        "We want to be able to debug a failing deployment together",
        "debug",
        "a failing deployment together",
        "debug a failing deployment together",
        "a failing deployment",
    ),
    (
        "We want to be able to interview residents who are distressed",
        "interview",
        "residents who are distressed",
        "interview residents who are distressed",
        "residents who are distressed",
    ),
    (
        "Each of the six has taught a short piece of the Git lesson out loud to others and is willing to sign "
        "up for a Git slot",
        "teach",
        "a short piece of the Git lesson out loud to others",
        "teach a short piece of the Git lesson out loud to others",
        "a short piece of the Git lesson",
    ),
    (
        "Every newcomer has written at least one real review comment on an open PR alongside someone "
        "experienced, and can say what a good review looks like",
        "write",
        "at least one real review comment on an open PR alongside someone experienced",
        "write a real review comment on an open PR alongside someone experienced",
        "a real review comment",
    ),
    (
        "For five SIGs, a rough 'new developer? start here' page that a newcomer in the room has tried to "
        "follow, each with an owner for getting it merged.",
        "write",
        "a rough 'new developer? start here' page",
        "write a rough 'new developer? start here' page",
        "a rough 'new developer? start here' page",
    ),
    (
        "Everyone who wants to gets a tiny LangGraph graph running in Colab, changes something and sees the "
        "effect; first-timers know their next step.",
        "get",
        "a tiny LangGraph graph running",
        "get a tiny LangGraph graph running in Colab",
        "a tiny LangGraph graph running",
    ),
    ("Systems thinking", "", "Systems thinking", "work on systems thinking", "systems thinking"),
    ("Map complex systems", "map", "complex systems", "map complex systems", "complex systems"),
    ("Code review", "", "Code review", "work on code review", "code review"),
    ("Review code", "review", "code", "review code", "code"),
    ("understand systems thinking", "understand", "systems thinking", "explain systems thinking", "systems thinking"),
    (
        "We want to understand how appeals work",
        "understand",
        "how appeals work",
        "explain how appeals work",
        "how appeals work",
    ),
    (
        "We want to get better at mapping complex systems",
        "map",
        "complex systems",
        "map complex systems",
        "complex systems",
    ),
    ("be more confident in running retros", "run", "retros", "run retros", "retros"),
    (
        "We want to be able to explain a council decision without jargon so that residents know what to do",
        "explain",
        "a council decision",
        "explain a council decision",
        "a council decision",
    ),
    (
        "We want to be able to say no to a stakeholder without damaging the relationship",
        "say no to",
        "a stakeholder",
        "say no to a stakeholder",
        "a stakeholder",
    ),
    (
        "We want to be able to write and send decision letters in under an hour",
        "write",
        "decision letters",
        "write and send decision letters",
        "decision letters",
    ),
    (
        "We want to be able to plan, run and review a retro",
        "plan",
        "a retro",
        "plan, run and review a retro",
        "a retro",
    ),
    ("I'd like to be able to run my first retro", "run", "my first retro", "run our first retro", "our first retro"),
    ("We want to know how to deploy a service safely", "deploy", "a service", "deploy a service", "a service"),
    ("learn how to write alt text", "write", "alt text", "write alt text", "alt text"),
    (
        "How do we decide what to fix first?",
        "decide",
        "what to fix first",
        "decide what to fix first",
        "what to fix first",
    ),
    ("How to run a retro", "run", "a retro", "run a retro", "a retro"),
    ("Mapping complex systems", "map", "complex systems", "map complex systems", "complex systems"),
    (
        "By the end of the session, participants will be able to set up a Kubernetes cluster",
        "set up",
        "a Kubernetes cluster",
        "set up a Kubernetes cluster",
        "a Kubernetes cluster",
    ),
    (
        "We want to be able to give honest feedback to each other",
        "give",
        "honest feedback to each other",
        "give honest feedback to each other",
        "honest feedback",
    ),
    (
        "We want to be able to have hard conversations with suppliers before a contract ends",
        "have",
        "hard conversations with suppliers",
        "have hard conversations with suppliers before a contract ends",
        "hard conversations with suppliers",
    ),
    (
        "We want to be able to run a database migration without downtime",
        "run",
        "a database migration",
        "run a database migration",
        "a database migration",
    ),
    ("We want to be able to recalibrate sensors", "recalibrate", "sensors", "recalibrate sensors", "sensors"),
    (
        "We want to be able to notice early signs of sepsis on a busy ward",
        "notice",
        "early signs of sepsis on a busy ward",
        "notice early signs of sepsis on a busy ward",
        "early signs of sepsis",
    ),
    ("We want to listen to carers", "listen to", "carers", "listen to carers", "carers"),
    ("We want to collaborate", "collaborate", "", "collaborate", "collaborating"),
    (
        "We want to be able to talk to residents about damp",
        "talk to",
        "residents about damp",
        "talk to residents about damp",
        "residents about damp",
    ),
    (
        "Test our forms with people who use a screen reader",
        "test",
        "our forms with people who use a screen reader",
        "test our forms with people who use a screen reader",
        "our forms",
    ),
    (
        "We want to be able to draw our service so that a new colleague can find the waits.",
        "draw",
        "our service",
        "draw our service",
        "our service",
    ),
    (
        "- We want to be able to hand over a case at the end of a shift",
        "hand over",
        "a case",
        "hand over a case at the end of a shift",
        "a case",
    ),
    (
        "Volunteers can welcome a family at the door and explain what happens next",
        "welcome",
        "a family",
        "welcome a family at the door",
        "a family",
    ),
    (
        "We want to be able to review code and design documents",
        "review",
        "code and design documents",
        "review code and design documents",
        "code and design documents",
    ),
    (
        "We want to be able to choose which of the {three} options to fund, and explain why.",
        "choose",
        "which of the {three} options to fund",
        "choose which of the three options to fund",
        "which of the three options to fund",
    ),
    ("Everyone has had a go at triaging issues", "triage", "issues", "triage issues", "issues"),
    (
        "We would love to confidently facilitate meetings across time zones",
        "facilitate",
        "meetings across time zones",
        "facilitate meetings across time zones",
        "meetings across time zones",
    ),
    ("Each member has mapped their own service", "map", "their own service", "map our own service", "our own service"),
    (
        "To be able to calculate a safe dose for a child",
        "calculate",
        "a safe dose for a child",
        "calculate a safe dose for a child",
        "a safe dose",
    ),
    (
        "We want to be able to tell when a model's answer can't be trusted",
        "tell",
        "when a model's answer can't be trusted",
        "tell when a model's answer can't be trusted",
        "when a model's answer can't be trusted",
    ),
    (
        "We want to be able to tell residents when their bins will be collected",
        "tell",
        "residents",
        "tell residents when their bins will be collected",
        "residents",
    ),
    ("All staff must complete the training", "complete", "the training", "complete the training", "the training"),
    (
        "Members will have mapped one live service",
        "map",
        "one live service",
        "map one live service",
        "one live service",
    ),
    (
        "We map our services before each release",
        "map",
        "our services",
        "map our services before each release",
        "our services",
    ),
    (
        "understand and use the new appeals policy",
        "understand",
        "the new appeals policy",
        "use the new appeals policy",
        "the new appeals policy",
    ),
    ("Kubernetes basics", "", "Kubernetes basics", "work on Kubernetes basics", "Kubernetes basics"),
    (
        "We want to be able to spot, within a week of launch, where people get stuck in our forms",
        "spot",
        "where people get stuck in our forms",
        "spot where people get stuck in our forms within a week of launch",
        "where people get stuck in our forms",
    ),
    (
        "Our volunteers can confidently lead a guided walk",
        "lead",
        "a guided walk",
        "lead a guided walk",
        "a guided walk",
    ),
    (
        "I can give a five minute talk about my research to people outside my field",
        "give",
        "a five minute talk about my research to people outside my field",
        "give a five minute talk about our research to people outside our field",
        "a five minute talk",
    ),
    (
        "We can read a balance sheet and ask the treasurer good questions",
        "read",
        "a balance sheet",
        "read a balance sheet",
        "a balance sheet",
    ),
    (
        "We want to be able to make decisions together when we disagree",
        "make",
        "decisions together",
        "make decisions together when we disagree",
        "decisions",
    ),
    (
        "We want to be able to respond to an incident in the middle of the night",
        "respond to",
        "an incident",
        "respond to an incident in the middle of the night",
        "an incident",
    ),
    (
        "Members are able to write user stories that developers can build from",
        "write",
        "user stories that developers can build from",
        "write user stories that developers can build from",
        "user stories",
    ),
    (
        "By December, everyone can open a pull request without help",
        "open",
        "a pull request",
        "open a pull request",
        "a pull request",
    ),
    (
        "Participants will understand the principles of universal design and apply them to a service of their own.",
        "understand",
        "the principles of universal design",
        "apply the principles of universal design",
        "the principles of universal design",
    ),
    (
        "we want to be able to map, before each budget round, which services depend on each other",
        "map",
        "which services depend on each other",
        "map which services depend on each other before each budget round",
        "which services depend on each other",
    ),
    ("We want to be able to bring new people in", "bring", "new people in", "bring new people in", "new people in"),
    (
        "As a group, we want to be able to choose our next book",
        "choose",
        "our next book",
        "choose our next book",
        "our next book",
    ),
    (
        "We want to be able to (finally!) write tests that tell a story",
        "write",
        "tests that tell a story",
        "write tests that tell a story",
        "tests that tell a story",
    ),
    ("Attendees know how to read a flame graph", "read", "a flame graph", "read a flame graph", "a flame graph"),
    (
        '"We want to be able to map complex systems."',
        "map",
        "complex systems",
        "map complex systems",
        "complex systems",
    ),
    (
        "Be a better facilitator",
        "be",
        "a better facilitator",
        "practise being a better facilitator",
        "a better facilitator",
    ),
    ("Become more data-driven", "become", "more data-driven", "practise being more data-driven", "more data-driven"),
    (
        "Nobody is left behind",
        "",
        "Nobody is left behind",
        "work on “Nobody is left behind”",
        "“Nobody is left behind”",
    ),
    (
        "Wir wollen komplexe Systeme kartieren können",
        "",
        "Wir wollen komplexe Systeme kartieren können",
        "work on “Wir wollen komplexe Systeme kartieren können”",
        "“Wir wollen komplexe Systeme kartieren können”",
    ),
    ("理解复杂系统", "", "理解复杂系统", "work on “理解复杂系统”", "“理解复杂系统”"),
    ("We want to be able to", "", "", "work on this", "this"),
    ("Everyone leaves with a rough plan", "leave", "with a rough plan", "leave with a rough plan", "a rough plan"),
    ("", "", "", "work on this", "this"),
    ("?", "", "", "work on this", "this"),
]


@pytest.mark.parametrize(("text", "verb", "thing", "do", "topic"), TABLE)
def test_verb_object_and_how_we_speak_of_it(
    lexicon: Lexicon, text: str, verb: str, thing: str, do: str, topic: str
) -> None:
    parsed = parse_outcome(text, lexicon)
    wording = to_wording(parsed)

    assert (parsed.verb, parsed.object, wording.do, wording.topic) == (verb, thing, do, topic)


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("We want to be able to map systems", "We want to be able to"),
        ("We want to map systems", "We want to"),
        ("We'd like to be able to map systems", "We'd like to be able to"),
        ("We’d like to be able to map systems", "We’d like to be able to"),
        ("We can map systems", "We can"),
        ("Members can map systems", "Members can"),
        ("I want to be able to map systems", "I want to be able to"),
        ("We will be able to map systems", "We will be able to"),
        ("Map systems", ""),
        ("Systems thinking", ""),
        ("Participants will be able to map systems", ""),
        ("Every newcomer has mapped a system", ""),
        ("Wir wollen Systeme kartieren", ""),
    ],
)
def test_the_members_own_voice_is_heard(lexicon: Lexicon, text: str, stem: str) -> None:
    parsed = parse_outcome(text, lexicon)

    assert parsed.stem == stem
    assert parsed.has_stem is bool(stem)


@pytest.mark.parametrize(
    ("text", "context", "standard", "purpose"),
    [
        (
            "We want to be able to map complex systems more confidently and consistently",
            "",
            "more confidently and consistently",
            "",
        ),
        ("We want to be able to write letters in under an hour", "", "in under an hour", ""),
        (
            "We want to be able to say no without hurting anyone during planning",
            "during planning",
            "without hurting anyone",
            "",
        ),
        ("We want to be able to hand over a case at the end of a shift", "at the end of a shift", "", ""),
        (
            "We want to be able to draw our service so that a new colleague can find the waits",
            "",
            "",
            "so that a new colleague can find the waits",
        ),
        ("We can confidently map systems in order to see waits", "", "confidently", "in order to see waits"),
        ("We want to be able to run a discussion in which new people speak", "", "", ""),
        (
            "We want to be able to warn a team, before a release, when our queue grows",
            "before a release, when our queue grows",
            "",
            "",
        ),
        ("We want to be able to spot a clash early enough to warn the owner", "", "early enough to warn the owner", ""),
    ],
)
def test_situation_standard_and_purpose(lexicon: Lexicon, text: str, context: str, standard: str, purpose: str) -> None:
    parsed = parse_outcome(text, lexicon)

    assert (parsed.context, parsed.standard, parsed.purpose) == (context, standard, purpose)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("We want to be able to map and explain systems", ("explain",)),
        ("We want to be able to plan, run and review a retro", ("run", "review")),
        ("Members can welcome a family and explain what happens next", ("explain",)),
        ("We want to be able to map systems, processes and services", ()),
        ("We want to be able to review code and design documents", ()),
        ("Each of us has written a page and can say what is missing", ("say",)),
        ("We want to be able to map complex systems", ()),
    ],
)
def test_further_verbs(lexicon: Lexicon, text: str, others: tuple[str, ...]) -> None:
    assert parse_outcome(text, lexicon).other_verbs == others


@pytest.mark.parametrize(
    ("text", "family", "level"),
    [
        ("We want to be able to run a retro", VerbFamily.RELATE, Level.APPLY),
        ("We want to be able to run a database migration", VerbFamily.OPERATE, Level.APPLY),
        ("We want to be able to build a dashboard", VerbFamily.MAKE, Level.CREATE),
        ("We want to be able to build trust with neighbours", VerbFamily.RELATE, Level.APPLY),
        ("We want to be able to choose a supplier", VerbFamily.DECIDE, Level.EVALUATE),
        ("Discuss the future of the library", VerbFamily.EXPLAIN, Level.UNDERSTAND),
        ("We want to be able to tell when a pump is failing", VerbFamily.EXAMINE, Level.ANALYSE),
    ],
)
def test_the_object_decides_what_a_verb_means(lexicon: Lexicon, text: str, family: VerbFamily, level: Level) -> None:
    parsed = parse_outcome(text, lexicon)

    assert (parsed.family, parsed.level) == (family, level)
    assert parsed.known_verb


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("We want to understand systems", "understand"),
        ("Be aware of our bias", "be aware of"),
        ("We want to get better at retros", "get better at"),
        ("We want to be more confident with conflict", "be more confident with"),
        ("Improve communication", "improve"),
        ("Gain insight into our users", "gain insight into"),
        ("Explore AI", "explore"),
        ("We want to get better at mapping systems", None),
        ("We want to know how to map systems", None),
        ("We want to have a hard conversation", None),
        ("We want to be able to map systems", None),
        ("Discuss systems", None),
        ("Systems thinking", None),
    ],
)
def test_vague_verbs_are_noticed_unless_a_doing_follows(lexicon: Lexicon, text: str, vague: str | None) -> None:
    parsed = parse_outcome(text, lexicon)

    assert (parsed.vague.verb if parsed.vague else None) == vague


def test_an_unknown_verb_after_a_stem_is_taken_at_its_word(lexicon: Lexicon) -> None:
    parsed = parse_outcome("We want to be able to recalibrate sensors", lexicon)

    assert (parsed.verb, parsed.known_verb, parsed.family, parsed.level) == (
        "recalibrate",
        False,
        VerbFamily.MAKE,
        Level.APPLY,
    )
    assert to_wording(parsed).a_draft == "a worked example"


def test_without_a_verb_there_is_no_level(lexicon: Lexicon) -> None:
    parsed = parse_outcome("Systems thinking", lexicon)

    assert (parsed.verb, parsed.level, parsed.known_verb) == ("", None, False)


def test_the_sentence_with_the_stem_is_read(lexicon: Lexicon) -> None:
    long = "The council has had a hard year. " * 40 + "We want to be able to write plain letters. It would help."

    parsed = parse_outcome(long, lexicon)

    assert (parsed.verb, parsed.object, parsed.words) == ("write", "plain letters", len(long.split()))


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_it(text: str) -> None:
    wording = to_wording(parse_outcome(text, load_playbook().lexicon))

    assert wording.do
    assert not set("{}") & set("".join(vars(wording).values()))
    assert not wording.do.endswith((".", ",", ";", ":", "!"))


@given(
    st.lists(
        st.sampled_from("we want to be able map and run the our systems in when so that without better at ,".split())
    )
)
@settings(max_examples=150, deadline=None)
def test_no_shuffle_of_common_words_breaks_it(words: list[str]) -> None:
    wording = to_wording(parse_outcome(" ".join(words), load_playbook().lexicon))

    assert len(wording.do.split()) <= 22
    assert wording.topic
