"""Names, handles, addresses and phones get a stand-in, and come back sign for sign."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator, Sequence
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.models import Member
from coach.notes.pseudonyms import Veil, notice_names


def person(number: int, name: str, *aliases: str) -> Member:
    return Member(id=f"m{number:02}", community_id="c", name=name, aliases=aliases)


CIRCLE = (
    person(1, "Amina Yusuf", "Mina", "@amina-y"),
    person(2, "Tomasz"),
    person(3, "Will Young"),
    person(4, "Zoë"),
    person(5, "May Chen"),
    person(6, "Jean-Luc O’Hara"),
    person(7, "Ludwig van Beethoven"),
    person(8, "Grace", "T"),
    person(9, "田中"),
    person(10, "Mark"),
    person(11, "Dr Hope Rose (she/her)"),
)


def hidden(text: str, members: Sequence[Member] = CIRCLE) -> str:
    """Hide a text, with a letter for the spelling left out, and see that it comes back."""
    veil = Veil(members)
    out = veil.hide(text)
    assert veil.reveal(out) == text
    return plain(out)


def plain(text: str) -> str:
    return re.sub(r"\[(person|handle|e-mail|phone|link) (\d+)[a-z]*\]", r"<\1 \2>", text)


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("Ask Amina Yusuf, Amina, Mina or Yusuf.", "Ask <person 1>, <person 1>, <person 1> or <person 1>."),
        ("AMINA, amina and Amina’s map", "<person 1>, <person 1> and <person 1>’s map"),
        ("Aminata and Minaret are others", "Aminata and Minaret are others"),
        ("Zoe, Zoë, Zoe\u0308, ZOE's and Zo\u200be", "<person 4>, <person 4>, <person 4>, <person 4>'s and <person 4>"),
        ("Jean-Luc O'Hara, Jean Luc and O’Hara", "<person 6>, <person 6> and <person 6>"),
        ("Beethoven, van Beethoven, Ludwig\nvan Beethoven", "<person 7>, <person 7>, <person 7>"),
        ("> then Amina\n> Yusuf said", "> then <person 1> said"),
        ("Dr Hope Rose, Hope Rose", "Dr <person 11>, <person 11>"),
        (
            "**Tomasz**, _Tomasz_, [Tomasz](#a), (Tomasz)",
            "**<person 2>**, _<person 2>_, [<person 2>](#a), (<person 2>)",
        ),
        ("Tomasz/Amina to draft", "<person 2>/<person 1> to draft"),
        ("今日田中さんは", "今日<person 9>さんは"),
        (
            "tomasz_map, /srv/tomasz/a.md, tomasz.py, ~/Tomasz/x",
            "tomasz_map, /srv/tomasz/a.md, tomasz.py, ~/Tomasz/x",
        ),
        ("T: yes. H and T said. T-shirt, don't", "<person 8>: yes. H and <person 8> said. T-shirt, don't"),
        ("ask @amina-y, @amina, @AminaYusuf", "ask <person 1>, <person 1>, <person 1>"),
    ],
)
def test_a_person_has_one_number_however_they_are_called(text: str, sent: str) -> None:
    assert hidden(text) == sent


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("Will you come? I will.", "Will you come? I will."),
        ("Will said no. I asked Will.", "<person 3> said no. I asked <person 3>."),
        ("Will Young came, will young people?", "<person 3> came, will young people?"),
        ("- Will\n- Mark (Leeds)\n- Grace Lee - NHS", "- <person 3>\n- <person 10> (Leeds)\n- <person 8> Lee - NHS"),
        ("[Amina] Will send it. [Will]: (Jo) May be", "[<person 1>] Will send it. [<person 3>]: (Jo) May be"),
        ("Will: yes\nWill's map\nWill and Tomasz", "<person 3>: yes\n<person 3>'s map\n<person 3> and <person 2>"),
        ("Mark your map. MARK IT. Mark, can you?", "Mark your map. MARK IT. <person 10>, can you?"),
        ("May I? In May, since May 3. We met May.", "May I? In May, since May 3. We met <person 5>."),
        ("# What Will Help Newcomers Most", "# What Will Help Newcomers Most"),
        ("a rose, some hope. Hope is what is left", "a rose, some hope. Hope is what is left"),
        ("Grace is here, by the grace of it", "<person 8> is here, by the grace of it"),
    ],
)
def test_a_name_that_is_a_word_is_told_from_the_word(text: str, sent: str) -> None:
    assert hidden(text) == sent


def test_the_notes_show_which_names_are_words_there() -> None:
    notes = ["Ask the fettler.", "Our fettler knows, and a fettler came."]
    fettler = (person(1, "Fettler"),)

    assert Veil(fettler, notes).hide("we met the fettler") == "we met the fettler"
    assert plain(Veil(fettler, ["fettler said", "hi fettler"]).hide("we met fettler")) == "we met <person 1>"


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("a.b+c@mail.example.org. Amina\nYusuf@x.org", "<e-mail 1>. <person 1>\n<e-mail 2>"),
        ("A@x.org, a@X.org", "<e-mail 1>, <e-mail 1>"),
        ("+44 20 7946 0018 or (020) 7946 0018", "<phone 1> or <phone 2>"),
        ("07700 900123, 512-555-0123", "<phone 1>, <phone 2>"),
        ("2026-01-22 10:00, 01.02.2024 10:00", "2026-01-22 10:00, 01.02.2024 10:00"),
        ("1,000,000 and 0.123456789", "1,000,000 and 0.123456789"),
        ("@sam_1, \\@sam and <@U02AB>", "<handle 1>, \\<handle 2> and <handle 3>"),
        ("@here @property @types/node 5@2", "@here @property @types/node 5@2"),
        ("see https://x.org/a_(b)?q=1. (www.x.org)", "see <link 1>. (<link 2>)"),
        ("[map](http://x.org/a) x.org/b mailto:a@b.org", "[map](<link 1>) <link 2> <link 3>"),
        ("and/or, e.g./i.e., notes/2026.md, x.org", "and/or, e.g./i.e., notes/2026.md, x.org"),
    ],
)  # fmt: skip
def test_ways_to_reach_people_are_replaced(text: str, sent: str) -> None:
    assert hidden(text) == sent


def test_numbers_follow_the_roster_and_not_the_order_of_texts() -> None:
    texts = ["Tomasz and Zoë", "Zoë asked Amina", "Mina told Tomasz"]
    seen = set()
    for order in permutations(CIRCLE[:4]):
        veil = Veil(order)
        seen.add(tuple(veil.hide(text) for text in (texts if order[0] is CIRCLE[0] else texts[::-1])))

    assert {tuple(sorted(row)) for row in seen} == {tuple(sorted(next(iter(seen))))}


def test_people_who_share_a_name_share_a_stand_in() -> None:
    two = (person(1, "Amina Yusuf"), person(2, "Amina Khan"), person(3, "Amina Yusuf"))

    assert hidden("Amina Yusuf, Yusuf, Khan, Amina", two) == "<person 1>, <person 1>, <person 2>, <person 3>"


def test_what_was_replaced_is_told() -> None:
    veil = Veil(CIRCLE)
    veil.hide("Tomasz (@amina-y), x@y.org, @sam, [person 3]")

    assert [(item.what, item.original) for item in veil.replaced()] == [
        ("name", "Tomasz"),
        ("handle", "@amina-y"),
        ("e-mail", "x@y.org"),
        ("handle", "@sam"),
    ]
    assert Veil(CIRCLE).replaced() == ()


# -- back again ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "answer",
    [
        "[person 2]", "[Person 2]", "[ person  2 ]", "[person2]", "{person 2}", "\\[person 2\\]", "`person 2`",
        "[person_2]", "【person 2】", "<person 2>", "[person 2b]", "[person #2]",
    ],
)  # fmt: skip
def test_a_model_may_write_stand_ins_its_own_way(answer: str) -> None:
    veil = Veil(CIRCLE)
    veil.hide("Tomasz")

    assert veil.reveal(f"Ask {answer} today") == "Ask Tomasz today"


def test_what_stands_around_a_stand_in_stays() -> None:
    veil = Veil(CIRCLE)
    veil.hide("Tomasz and Zoë")
    answer = "**[person 2]**, [person 2]'s, [person 2's], (person 2), **person 2**, [person 2 and person 4]"

    assert veil.reveal(answer) == "**Tomasz**, Tomasz's, Tomasz's, (Tomasz), **Tomasz**, Tomasz and Zoë"
    assert veil.reveal("Person 2 draws, person 4 asks") == "Person 2 draws, person 4 asks"


def test_only_what_was_given_out_comes_back() -> None:
    veil = Veil(CIRCLE)
    veil.hide("Tomasz, see https://x.org/a")
    answer = (
        "[person 1] met [person 99b]. [person 4] has [e-mail 1], [phone 1], [handle 7], [link 2] and [as written 1]"
    )

    assert veil.reveal(answer) == (
        "Someone met someone. Someone has an e-mail address, a phone number, someone, a link and [as written 1]"
    )
    assert Veil(CIRCLE).reveal("Ask [person 2], [link 1]") == "Ask someone, a link"


def test_links_come_back_only_when_they_are_wanted() -> None:
    veil = Veil(())
    sent = veil.hide("see https://x.org/a?b=c now")

    assert veil.reveal(sent) == "see https://x.org/a?b=c now"
    assert veil.reveal(sent, links=False) == "see a link in your notes now"


_BITS = [
    "Amina", "amina", " Yusuf", "\n", "\r\n", "> ", " ", "T", ":", "Will", "Zoe\u0308", "-", "Luc", "Jean", "’", "O",
    "Hara", "[person 1]", "[Person 2b]", "[", "]", "person 1", "person", " 1", "1b", "(", ")", "*", "**", "_", "`",
    "\\", "\\[", "\\]", "[link 1]", "e-mail 2", "[as written 1]", "as written", "http://x.org/a", "www.", "a@b.com",
    "@", "@amina", "'s", "’s", "+44 20 7946 0018", "0123456789", " and ", ",", "/", "田中", "さん", "\u200b", "\u00ad",
    "<@U1A>", "<", ">", "{", "}", "Mark", "May", "3", ".", "x", "【", "】",
]  # fmt: skip
_TEXTS = st.lists(st.one_of(st.sampled_from(_BITS), st.text(max_size=3)), max_size=25).map("".join)


@settings(derandomize=True, deadline=None, max_examples=500)
@given(st.lists(_TEXTS, min_size=1, max_size=3))
def test_every_text_comes_back_sign_for_sign(texts: list[str]) -> None:
    odd = (*CIRCLE, person(12, "person"), person(13, "1", "b@x.org"), person(14, "김 민수"))
    veil = Veil(odd)
    sent = [veil.hide(text) for text in texts]

    assert [veil.reveal(text) for text in sent] == texts


@settings(derandomize=True, deadline=None, max_examples=200)
@given(_TEXTS, _TEXTS)
def test_no_answer_brings_anything_that_was_not_sent(text: str, answer: str) -> None:
    veil = Veil((*CIRCLE, person(20, "Xanthippe", "xan@thip.pe")))
    veil.hide(text)
    forged = "".join(f" [person {n}{b}] [e-mail {n}]" for n in range(1, 15) for b in ("", "b", "c"))

    assert "Xanthippe" not in veil.reveal(answer + forged) or "Xanthippe" in text + answer
    assert "thip" not in veil.reveal(answer + forged) or "thip" in text + answer


@pytest.fixture
def _no_hang() -> Iterator[None]:
    """End a test that has lost its way; a healthy one needs seconds."""

    def give_up(*_: object) -> None:
        raise TimeoutError("this text takes far too long")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("_no_hang")
@pytest.mark.parametrize(
    "bit",
    ["a", "a.", "a@", "@a", "[", "[person ", "www.", "http://", "(", "+1", "0 ", "x.y/", "Will ", "Amina ", "\\[", "<@",
     "%", "- A\n", "Present: A, ", "A: b\n", "A said "],
)  # fmt: skip
def test_hostile_texts_do_not_hang(bit: str) -> None:
    text = bit * (100_000 // len(bit))
    veil = Veil(CIRCLE, [text])

    assert veil.reveal(veil.hide(text)) == text


# -- noticed names ---------------------------------------------------------------------------------
NOTES = (
    "# Minutes\n\nPresent: Bronagh, Fergus and Tomasz\n\nKwame said that nobody reads it.\nDecision: we try it.\n"
    "Facilitator: Ngozi\n",
    "## Attendees\n\n* Ana Maria Silva (@anasilva)\n* Lee / \\@lee-k / Harbour Lab\n- [ ] Everybody else\n\n"
    "## To bring\n\n- Biscuits\n\nBronagh: the letters first.\nOutcome: more. Kubernetes said nothing, GitHub said no."
    "\n<v Piotr>Hello\nKettle: mended.\n",
)


def test_names_are_noticed_by_how_notes_speak_of_people() -> None:
    noticed = notice_names(NOTES, [person(1, "Tomasz")])

    assert noticed[0] == ("Bronagh", 2)
    assert dict(noticed) == {
        "Bronagh": 2, "Fergus": 1, "Kwame": 1, "Ngozi": 1, "Ana Maria Silva": 1, "Lee": 1, "Piotr": 1,
        "@anasilva": 1, "@lee-k": 1,
    }  # fmt: skip
    assert (
        dict(notice_names(NOTES, [person(1, "Ana Maria Silva", "@anasilva")]))
        .keys()
        .isdisjoint({"Ana Maria Silva", "@anasilva"})
    )


def test_noticed_names_are_replaced_too_and_come_after_the_roster() -> None:
    veil = Veil([person(1, "Tomasz")], NOTES)
    sent = veil.hide("Tomasz asked Bronagh, Ana and Kwame; bronagh is a word here. KWAME")

    assert plain(sent).startswith("<person 1> asked <person ")
    assert not {"Bronagh", "Ana", "Kwame", "KWAME"} & set(sent.replace(",", " ").replace(";", " ").split())
    assert "bronagh is" in sent
    assert (
        plain(Veil([], (), ["Lauri Apple"]).hide("Lauri Apple, Lauri: not Apple"))
        == "<person 1>, <person 1>: not Apple"
    )
    assert Veil([], NOTES, noticed=()).hide("Bronagh and Kwame") == "Bronagh and Kwame"


def test_a_pronoun_is_nobodys_name_whatever_the_list_says():
    veil = Veil([Member(id="m", community_id="c", name="You")])
    assert veil.hide("You could ask them what you saw.") == "You could ask them what you saw."
