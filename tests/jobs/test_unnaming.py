"""Names taken out of a lesson: none leaves, and what stays reads well."""

from __future__ import annotations

import pytest

from coach.jobs.unnaming import Unnaming, find_likely_names
from coach.models import Member

MEMBERS = tuple(
    Member(id=f"m{place}", community_id="c", name=name, aliases=aliases)
    for place, (name, aliases) in enumerate(
        [
            ("Amina Yusuf", ("Mina", "@amina_y", "amina@example.org")),
            ("Dr Jane Okafor", ()),
            ("Zoë Müller-Łukasz", ()),
            ("Grace Hill", ()),
            ("Jean-Luc O’Hara", ("JL",)),
            ("Bo", ()),
            ("陈小明", ()),
        ]
    )
)
COMMUNITY = "The Reading Circle"
NAMES = (
    "amina yusuf mina okafor jane zoë zoe müller mueller muller łukasz lukasz jean luc hara jl 陈小明 example.org "
    "reading".split()
)
CANARIES = [
    "Amina opened with a round.",
    "amina opened with a round.",
    "AMINA opened with a round.",
    "It was Amina's idea, and Amina’s alone.",
    "We asked Mina.",
    "Yusuf, A. said no; A. Yusuf agreed.",
    "J. Okafor spoke for ten minutes.",
    "J Okafor and Dr Okafor are one.",
    "Prof. Okafor left, and Mrs Okafor stayed.",
    "The Okafors sat together.",
    "Okafor-led sessions run long.",
    "@amina_y wrote in the chat, @okafor answered.",
    "Write to amina@example.org or jane.okafor@example.org.",
    "Amina (amina@example.org) keeps the list.",
    "zoe and ZOË and Zoë’s twin came.",
    "Mueller was late, Müller too, and so was Muller-Lukasz.",
    "Łukasz, Lukasz: all the same.",
    "Jean-Luc and jean-luc; Jean Luc O'Hara.",
    "O’Hara hummed, O'Hara's way.",
    "JL took notes.",
    "The board is under boards/amina/okafor.md.",
    "Ask AminaYusuf or aminayusuf or amina.yusuf.",
    "Her file is amina_yusuf_notes.",
    "“Amina,” I said, “wait.”",
    "(Amina) [Okafor] *Zoë*",
    "- Amina\n- Jane\n- Zoë",
    "Amina/Jane hosted.",
    "Amina Okonkwo-Yusuf came back.",
    "陈小明说得很好。",
    "In the Reading Circle, and in reading-circle, #ReadingCircle, READING CIRCLE’s room.",
]


def rewrite(text: str, noticed: tuple[str, ...] = ()) -> str:
    return Unnaming(COMMUNITY, MEMBERS, noticed, (text,)).rewrite(text)


@pytest.mark.parametrize("text", CANARIES)
def test_no_name_leaves_in_any_shape(text: str) -> None:
    told = rewrite(text).casefold()

    assert [name for name in NAMES if name in told] == []
    assert "okonkwo" not in told
    assert "[" not in told.replace("[somebody", "")
    assert Unnaming(COMMUNITY, MEMBERS, (), (told,)).find(told) == ()


@pytest.mark.parametrize("text", CANARIES)
def test_every_one_of_them_is_found_where_it_stands(text: str) -> None:
    found = Unnaming(COMMUNITY, MEMBERS, (), (text,)).find(text)

    assert found
    assert all(name in text for name in found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Amina asked Zoë. Zoë’s answer made Amina laugh.", "Somebody asked somebody else. Somebody else’s answer made "
         "somebody laugh."),
        ("We asked Dr. Okafor, then A. Yusuf.", "We asked somebody, then somebody else."),
        ("Amina, Zoë, Jane, Jean-Luc and Bo spoke.", "Somebody, somebody else, a third person, a fourth person and "
         "another person spoke."),
        ("- Amina begins\n- the Reading Circle ends", "- Somebody begins\n- Our community ends"),
        ("A Reading Circle meeting; our Reading Circle.", "Our community meeting; our community."),
        ("Write to amina@example.org, x@y.org, 020 7946 0958, https://x.org/a.",
         "Write to somebody, an e-mail address, a phone number, a link."),
        ("Amina (amina@example.org) keeps it.", "Somebody keeps it."),
        ("Amina Bello left, Zoë Monday.", "Somebody left, somebody else Monday."),
        ("Amina Y. left, and Amina B too.", "Somebody left, and somebody too."),
        ("“[person 1] is a stand-in”, said Amina on 12 May 2026.",
         "“[person 1] is a stand-in”, said somebody on 12 May 2026."),
        ("Grace always wins. We asked Grace.", "Somebody always wins. We asked somebody."),
    ],
)  # fmt: skip
def test_what_stays_reads_well(text: str, told: str) -> None:
    assert rewrite(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "We waited with grace on the hill, reading in a circle. I did. So did they.",
        "A stellar minaret, a janitor and a boat.",
        "Nobody spoke for 20 minutes on 12 May 2026.",
        "",
    ],
)
def test_words_that_name_nobody_stay(text: str) -> None:
    assert rewrite(text) == text
    assert Unnaming(COMMUNITY, MEMBERS, (), (text,)).find(text) == ()


def test_others_whom_the_notes_name_go_too_and_the_same_person_is_called_the_same_in_all_texts() -> None:
    texts = ("Oskar hosted.", "Amina helped Oskar.")
    unnaming = Unnaming(COMMUNITY, MEMBERS, ("Oskar",), texts)

    assert [unnaming.rewrite(text) for text in texts] == ["Somebody hosted.", "Somebody else helped somebody."]


@pytest.mark.parametrize(
    ("community", "text", "told"),
    [
        ("Forum", "In Forum we met; a forum is open. FORUM it is.", "In our community we met; a forum is open. "
         "Our community it is."),
        ("The Hub", "The Hub meets. The hub of it is a wheel.", "Our community meets. The hub of it is a wheel."),
        ("C++ guild", "We are the C++ guild.", "We are our community."),
        ("Amina’s table", "At Amina’s table we eat.", "At our community we eat."),
    ],
)  # fmt: skip
def test_a_community_is_called_ours(community: str, text: str, told: str) -> None:
    assert Unnaming(community, MEMBERS, (), (text,)).rewrite(text) == told


def test_words_to_look_at_are_named_in_their_order() -> None:
    text = "We asked Oskar in Brno on Monday with Zoom. Oskar nodded. The RCT met. RCT it is. Then Priya Shah left."

    assert find_likely_names(text) == ("Oskar", "Brno", "RCT", "Priya Shah")


@pytest.mark.parametrize("text", CANARIES)
def test_our_own_words_are_not_asked_about(text: str) -> None:
    asked = find_likely_names(rewrite(text))

    assert {word.casefold() for name in asked for word in name.split()}.isdisjoint(
        "somebody our community another person third a".split()
    )
