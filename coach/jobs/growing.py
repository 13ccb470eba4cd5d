"""A host's own way, read from what they keep: their words in the order in which they said them, and what returns.

Nothing is counted and nothing is judged: that something came up in March and in May is for the person to make sense of.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coach.models import Experiment, Growth, GrowthMoment, JournalEntry, ReplyKind, Thread
from coach.notes.sentence_bounds import sentence_spans
from coach.playbook.coaching import load_coaching
from coach.ports import Conversations

from .days_in_words import join_words, say_when

LONGEST_MOMENT = 280
LONGEST_QUOTE = 140
"""How many characters of somebody's words are shown, where a sentence ends before that."""
_MOST_DAYS = 4
_STOPS = (".", "!", "?", "…", "。", "！", "？")  # how sentences end in other scripts
_SINGLE = str.maketrans({"“": "‘", "”": "’", '"': "'"})


@dataclass(frozen=True)
class _Kept:
    """Everything that growth is read from."""

    threads: Sequence[Thread]
    """Conversations with their turns, oldest first."""
    experiments: Sequence[Experiment]
    """What they meant to try and did not drop, oldest first."""
    entries: Sequence[JournalEntry]
    """Notes to themselves, oldest first."""

    @property
    def situations(self) -> Mapping[str, str]:
        """Return the situation of each conversation."""
        return {thread.id: thread.situation for thread in self.threads}


def to_growth(own: Conversations, now: dt.datetime) -> Growth:
    """Return what one person asked, tried, learned and wrote, and what keeps coming back.

    Args:
        own: Where this person's conversations and things are.
        now: The moment from which days are named.
    """
    titles = {item.id: item.title for item in load_coaching().situations}
    listed = sorted(own.threads(), key=lambda thread: (thread.started, thread.id))
    threads = [found for thread in listed if (found := own.find_thread(thread.id)) is not None]
    experiments = [item for item in own.things(Experiment) if item.state != "dropped"]
    kept = _Kept(threads, experiments, own.things(JournalEntry))
    moments = sorted(_moments(kept, titles), key=lambda moment: moment.at)
    return Growth(moments=tuple(moments), returns=tuple(_returns(kept, titles, now)))


def shorten(text: str, longest: int) -> str:
    """Return the beginning of a text up to the last sentence that ends in time; its first words when none does."""
    words = " ".join(text.split())
    if len(words) <= longest:
        return words
    spans = sentence_spans(words[: longest + 1], 0, longest + 1)
    ends = [end for _, end in spans if end <= longest and words[:end].rstrip("\"'”’)]").endswith(_STOPS)]
    if ends:
        return words[: ends[-1]]
    whole = words[: longest + 1].rpartition(" ")[0] or words[:longest]
    return whole.rstrip(" ,;:–-") + "…"


def _moments(kept: _Kept, titles: Mapping[str, str]) -> Iterator[GrowthMoment]:
    about = kept.situations
    for thread in kept.threads:
        said = next((turn for turn in thread.turns if turn.who == "person"), None)
        if said is not None:
            text = shorten(said.text, LONGEST_MOMENT)
            about_it = titles.get(thread.situation, "")
            yield GrowthMoment(at=said.at, what="asked", text=text, situation=about_it, id=thread.id)
    for item in kept.experiments:
        yield from _tell_experiment(item, titles.get(item.situation or about.get(item.thread, ""), ""))
    for entry in kept.entries:
        if entry.at is not None:
            about_it = titles.get(about.get(entry.thread, ""), "")
            yield GrowthMoment(at=entry.at, what="wrote", text=entry.text, situation=about_it, id=entry.id)


def _tell_experiment(item: Experiment, about: str) -> Iterator[GrowthMoment]:
    """Yield what somebody meant to try, or, when they have told of it, what came of it."""
    if item.told_at is None:
        if item.at is not None:
            yield GrowthMoment(at=item.at, what="wrote", text=item.text, situation=about, id=item.id)
        return
    tried = "\n".join(text for text in (item.text, item.happened) if text)
    yield GrowthMoment(at=item.told_at, what="tried", text=tried, situation=about, id=item.id)
    if item.learned:
        yield GrowthMoment(at=item.told_at, what="learned", text=item.learned, situation=about, id=item.id)


def _returns(kept: _Kept, titles: Mapping[str, str], now: dt.datetime) -> Iterator[str]:
    """Yield a sentence for each situation that came up more than once, the last one first."""
    came: dict[str, dict[str, dt.datetime]] = defaultdict(dict)
    for thread in kept.threads:
        for situation in _situations_of(thread):
            came[situation][thread.id] = thread.started
    for item in kept.experiments:
        # What came of a conversation belongs to it: one occasion, not two.
        situation = item.situation or kept.situations.get(item.thread, "")
        if item.at is not None:
            came[situation].setdefault(item.thread or item.id, item.at)
    again = [(max(times.values()), situation) for situation, times in came.items() if len(times) > 1]
    for _, situation in sorted(again, reverse=True):
        if situation in titles:
            when = _say_occasions(came[situation].values(), now)
            yield f"“{titles[situation]}” came up {when}{_say_words(kept, situation, now)}."


def _situations_of(thread: Thread) -> set[str]:
    """Return what a conversation was about, from its beginning to now; what was only guessed at is left out."""
    replies = [turn.reply for turn in thread.turns if turn.reply is not None]
    sure = {reply.situation for reply in replies if reply.kind in {ReplyKind.LISTEN, ReplyKind.FOCUS}}
    return {thread.situation, *sure}


def _say_occasions(times: Iterable[dt.datetime], now: dt.datetime) -> str:
    days = list(dict.fromkeys(say_when(time, now) for time in sorted(times)))
    if len(days) > _MOST_DAYS:
        return f"{join_words([days[0], *days[-2:]])}, and in between"
    return join_words(days) if len(days) > 1 else f"more than once {days[0]}"


def _say_words(kept: _Kept, situation: str, now: dt.datetime) -> str:
    """Return what the person last tried there and wrote of it, or only what they wrote; empty when neither."""
    about = kept.situations
    told = [
        (item.told_at, item)
        for item in kept.experiments
        if item.told_at is not None and (item.situation or about.get(item.thread)) == situation
    ]
    if told:
        at, last = max(told, key=lambda pair: pair[0])
        wrote = _quote(last.learned or last.happened)
        return f"; {say_when(at, now)} you told of trying {_quote(last.text)}, and wrote {wrote}"
    written = [entry for entry in kept.entries if entry.at is not None and about.get(entry.thread) == situation]
    if written and written[-1].at is not None:
        return f"; {say_when(written[-1].at, now)} you wrote {_quote(written[-1].text)}"
    return ""


def _quote(words: str) -> str:
    # Its last full stop would stand before the sentence's own.
    return f"“{shorten(words, LONGEST_QUOTE).removesuffix('.').translate(_SINGLE)}”"
