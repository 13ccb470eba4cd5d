"""What a model wrote, made harmless to look at."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.drafting.guarding import clean, quarantine

ORDINARY = [
    "It’s ‘fine’ – ½ an hour, e.g. at 10:30 a.m. (README.md, node.js, SIG-Docs, v1.29).",
    "Bring “your” notes; and/or C++ & R&D, 3.5 km, 1.2.3, A/B, 24/7, AT&T.",
    "ASP.NET and Socket.IO; package.json; main.rs; docs/plans.md; Node.js/Express",
    "We stop.It is late. i.e. this, Ph.D., D.C., U.S.",
    "Ask: who? [S1][S2] “we wait” (S1), “we go” (S2, S3).",
    "a < b and c > d; 5<6; x<y; 5 * 3 = 15; std::vector; 12:30:45",
    "Step 1: do `git rebase -i`, w/o fear; No. 5; n/a; mm:ss",
    "café naïve Łódź 日本語。今日は",
    "10.000 people; 1.000,50 €; kubernetes/community#1234; #hashtag @handle",
    "Data: minutes. Re: notes. Note: this",
    "",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_comes_through_unchanged(text):
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("See https://evil.example/x?y=1 now.", "See now."),
        ("![x](http://a.b/c.png) hi", "hi"),
        ("[click](javascript:alert(1)) me", "click me"),
        ("Visit www.foo.bar/baz.", "Visit."),
        ("mail a.b@c.org please", "mail please"),
        ("hxxps://bad[.]example/p", ""),
        ("go to bad dot com", "go to"),
        ("at 1.2.3.4:80 now", "at now"),
        ("<img src=x onerror=alert(1)>hello", "hello"),
        ("<script>alert(1)</script>hello<b>you</b>", "helloyou"),
        ("&lt;img src=x&gt; hello", "hello"),
        ("a <!-- b --> c", "a c"),
        ("data:text/html;base64,AAAA z", "z"),
        ("//evil.example/x.png here", "here"),
        ("url(http://x.y/z) red", "red"),
        ("```python\nprint(1)\n```", "print(1)"),
        ("## Title", "Title"),
        ("- item\n- more", "item more"),
        ("a\u200bb\u202ec\u2066", "abc"),
        ("ｈｔｔｐｓ：／／evil．com ok", "ok"),
        ("[x]: http://foo.bar\ny", "y"),
        ("evil.zone:8080/x t.me/abc xn--e1afmkfd.xn--p1ai ok", "ok"),
        ("Dear <name>, **hi**", "Dear ‹name›, hi"),
        ("bad \ud800 sign\x00", "bad sign"),
        ("(see evil.com/path)", "(see)"),
    ],
)
def test_what_calls_out_or_hides_is_taken_out(text, left):
    assert clean(text) == left


def test_a_text_is_cut_at_a_word_and_no_longer_than_it_may_be():
    assert clean("one two three four", most=12) == "one two…"
    assert len(clean("word " * 200_000, most=100)) <= 100
    assert clean("x" * 50, most=10) == "x" * 9 + "…"


def test_a_text_is_not_cut_within_a_quote_or_between_a_quote_and_its_label():
    text = "Begin here: “we wait for the chat” (S12) and go on."
    assert clean(text, most=26) == clean(text, most=37) == "Begin here…"
    assert clean(text, most=43) == "Begin here: “we wait for the chat” (S12)…"


_PIECES = (
    *ORDINARY,
    *"<b> </b> <!-- --> ![a]( ) [b]( ](x) http:// https://a.b www. .com [.] &lt; &amp;lt; &gt;".split(),
    *"` ``` ** * # - >".split(),
    *(
        "\u200b",
        "\u202e",
        "data:",
        "x@y.z",
        "evil",
        ".",
        "com",
        "(",
        ")",
        "javascript:",
        "url(",
        "[[a|b]]",
        "…",
        " ",
        "\n",
    ),
)
texts = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=6)), max_size=12).map("".join)


@settings(derandomize=True, deadline=None, max_examples=600)
@given(texts, st.sampled_from([30, 80, 2000]))
def test_cleaning_what_is_clean_changes_nothing_and_leaves_nothing_that_calls_out(text, most):
    once = clean(text, most)
    assert clean(once, most) == once
    assert len(once) <= most
    assert not re.search(r"https?://|!\[[^\]]*\]\(|<!--|[\u200b\u202e]", once)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(texts)
def test_no_text_is_too_odd_to_be_looked_at(text):
    kept = quarantine(text)
    assert kept == quarantine(text)
    assert bool(kept.left_out) == (kept.text != text)
    assert all(words in text for words in kept.left_out)
