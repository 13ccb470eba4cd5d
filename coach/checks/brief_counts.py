"""L2 and L8: a number was counted, what was counted can be opened, and people are never counted in small groups."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from coach.models import ClaimKind, Counted, CountedItem, Finding

from .brief_reading import BriefReading, ReadSentence, outcome_words
from .brief_words import fold, numbers_in, one_line, phrases
from .criterion import Criterion, listed, quoted
from .numbers import NUMBER

_RECOUNT = Criterion(
    "L2",
    "A number that does not recount costs a page all its trust at once.",
    "Count again, and show what was counted.",
)
_FEW = Criterion(
    "L8",
    "In a group of under five, a number tells who said it.",
    "Say “some people” or “a few”, or count sessions or notes instead.",
)
_PEOPLE = frozenset({"people", "persons", "members", "participants", "attendees", "colleagues", "newcomers", "tellers"})
_FOLK = (
    r"(?:people|persons|members|participants|attendees|colleagues|newcomers|beginners|regulars|nurses|teachers"
    r"|engineers|developers|designers|researchers|officers|managers|volunteers|midwives|carers|cooks|drivers"
    r"|librarians|maintainers|contributors|hosts|leads|learners|apprentices|of\s+(?:us|them|you))"
)
_COUNTED_PEOPLE = re.compile(
    rf"\b(?P<number>{NUMBER})\s+(?:(?:of\s+(?:the|our|their|its)|new|newer|old|older|experienced|junior|senior|other"
    rf"|more|different|local)\s+){{0,2}}{_FOLK}\b",
    re.IGNORECASE,
)
_BOTH = phrases(r"both (?:\w+ )?(?:members|newcomers|people|colleagues), the pair of (?:them|us), a couple of people")
_VAGUE = phrases(
    r"doubled, tripled, halved, \d+x, \w+fold",
    "most, the majority, a majority, half, dozens, hundreds, a third, two thirds, a quarter, a handful, countless",
)
_WORD_NUMBERS = {"once": "1", "twice": "2", "both": "2", "single": "1", "neither": "0", "no": "0", "none": "0"}
_WHOLE = phrases("all, every, each, throughout")
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_DATE = re.compile(r"\b\d{4}(?:-\d{2}){0,2}\b")
_SAID_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{'|'.join(_MONTHS)})(?:\s+\d{{4}})?"
    rf"|\b(?:{'|'.join(_MONTHS)})\s+\d{{1,4}}\b"
    r"|\b(?:19|20)\d\d\b"
)
_VIEWS = re.compile(r"\b(?:two|both|three)\s+(?:views|sides|minds|voices|ways|things|reasons|halves)\b", re.IGNORECASE)
_FEWEST = 5


def check_counts(read: BriefReading) -> list[Finding]:
    """Check that each number beside a sentence is as many as its items, and that its words say it."""
    found = []
    for each in read.sentences:
        for counted in each.sentence.counted:
            message = _miscounted(counted, read) or _missaid(counted, each)
            if message:
                found.append(_RECOUNT.stop(each.where, message))
    for place, counted in enumerate(read.brief.used if read.brief else ()):
        if message := _miscounted(counted, read):
            found.append(_RECOUNT.stop(f"used-{place}", message))
    return found


def check_numbers_given(read: BriefReading) -> list[Finding]:
    """Check that every number in our words was counted, or stands in the words behind the sentence."""
    found = []
    for each in read.sentences:
        if each.sentence.kind is ClaimKind.ASK:
            continue
        new = [word for word, value in _numbers_of_ours(each, read) if value not in _given(each, read)]
        new += [word for word in _VAGUE.findall(each.own) if fold(word) not in fold(f"{each.behind} {_says(each)}")]
        if new:
            said = listed(f"“{one_line(word)}”" for word in dict.fromkeys(new))
            found.append(_RECOUNT.stop(each.where, f"{said} was neither counted nor said by anybody."))
    return found


def check_people_counted(read: BriefReading) -> list[Finding]:
    """Check that people in groups under five are not counted (L8)."""
    found = []
    for each in read.sentences:
        # An ask may well be for two people.
        words = "" if each.sentence.kind is ClaimKind.ASK else _few_people(each)
        if words:
            found.append(_FEW.stop(each.where, f"“{words}” counts people in a small group."))
    return found


def _miscounted(counted: Counted, read: BriefReading) -> str:
    says = quoted(counted.says)
    if counted.number != len(counted.items):
        return f"{says} says {counted.number}, and {len(counted.items)} can be opened."
    if len({(item.label, item.note_id, item.date) for item in counted.items}) < len(counted.items):
        return f"{says} counts something twice."
    if counted.of is not None and counted.of < counted.number:
        return f"{says} counts {counted.number} out of {counted.of}."
    missing = [item.label for item in counted.items if not _is_there(counted.what, item, read)]
    if missing:
        return f"{says} counts {quoted(missing[0])}, which is not there."
    whole = _whole_of(counted.what, read)
    if counted.of is not None and whole is not None and counted.of != whole:
        return f"{says} says out of {counted.of}, and there are {whole}."
    return ""


def _is_there(what: str, item: CountedItem, read: BriefReading) -> bool:
    ground = read.ground
    if item.note_id and item.note_id not in ground.notes:
        return False
    if what == "sessions" and ground.sessions:
        days = {session.day.isoformat() for session in ground.sessions}
        return item.date in days or any(session.label in item.label for session in ground.sessions)
    if what == "notes":
        return bool(item.note_id)
    if what == "stories" and ground.stories and item.label:
        return any(
            story.state == "confirmed" and _is_labelled(item, story.title, story.happened) for story in ground.stories
        )
    return True


def _is_labelled(item: CountedItem, title: str, happened: dt.date | None) -> bool:
    return not title or fold(title) in fold(item.label) or (happened is not None and item.date == happened.isoformat())


def _whole_of(what: str, read: BriefReading) -> int | None:
    if what != "sessions" or not read.ground.sessions:
        return None
    start, end = read.period
    days = [session.day for session in read.ground.sessions]
    return sum((start is None or start <= day) and (end is None or day <= end) for day in days)


def _missaid(counted: Counted, each: ReadSentence) -> str:
    text, says = fold(each.sentence.text), fold(counted.says)
    if not says or says not in text:
        return f"{quoted(counted.says)} was counted, and the sentence does not say it."
    if fold(counted.says) not in fold(each.own):
        return f"{quoted(counted.says)} stands in a quote; it is not our count."
    values = [value for _, value in numbers_in(counted.says)]
    values = values or [_WORD_NUMBERS[word] for word in says.split() if word in _WORD_NUMBERS]
    if not values:
        is_whole = bool(_WHOLE.search(says)) and counted.of in (None, counted.number)
        return "" if is_whole else f"{quoted(counted.says)} says no number, and {counted.number} were counted."
    if values[0] != str(counted.number):
        return f"{quoted(counted.says)} was counted as {counted.number}."
    if counted.of is not None and len(values) > 1 and values[1] != str(counted.of):
        return f"{quoted(counted.says)} was counted out of {counted.of}."
    if counted.of is None and len(values) > 1:
        return f"{quoted(counted.says)} names a whole that nobody counted."
    return ""


def _numbers_of_ours(each: ReadSentence, read: BriefReading) -> Iterator[tuple[str, str]]:
    days = _days(each, read)

    def without_known(match: re.Match[str]) -> str:
        return " " if all(part in days for part in re.findall(r"\d+", match[0])) else match[0]

    # “One” and “one another” are words for somebody; two views are no count; a date is looked at as a date.
    text = _VIEWS.sub(" ", _SAID_DATE.sub(without_known, each.own))
    return ((word, value) for word, value in numbers_in(text) if value != "1")


def _days(each: ReadSentence, read: BriefReading) -> set[str]:
    sentence = each.sentence
    dates = [piece.date or "" for piece in sentence.evidence]
    dates += [item.date or "" for counted in sentence.counted for item in counted.items]
    dates += [day.isoformat() for day in read.period if day]
    return {part.lstrip("0") for date in dates for part in date.split("-")}


def _given(each: ReadSentence, read: BriefReading) -> set[str]:
    sentence = each.sentence
    texts = [each.behind, _says(each), *(words for row in each.ground.outcomes for words in outcome_words(row))]
    texts += [piece.session for piece in sentence.evidence] + [piece.title for piece in sentence.evidence]
    if sentence.kind in (ClaimKind.FRAME, ClaimKind.WISH, ClaimKind.COUNT):
        texts += [counted.says for counted in (read.brief.used if read.brief else ())]
        texts.append(f"{read.answer.searched}" if read.answer else "")
    return {value for text in texts for _, value in numbers_in(text)}


def _says(each: ReadSentence) -> str:
    return " … ".join(counted.says for counted in each.sentence.counted)


def _few_people(each: ReadSentence) -> str:
    for counted in each.sentence.counted:
        if fold(counted.what) in _PEOPLE and counted.number < _FEWEST:
            return one_line(counted.says)
    for match in _COUNTED_PEOPLE.finditer(each.own):
        value = numbers_in(match["number"])[0][1]
        if value.isdigit() and 1 < int(value) < _FEWEST:
            return one_line(match[0])
    both = _BOTH.search(each.own)
    return one_line(both[0]) if both else ""


def words_of_dates(*dates: str | None) -> frozenset[str]:
    """Return the words in which somebody may say some dates: their months and the days of the week."""
    found: set[str] = set()
    for date in filter(None, dates):
        parts = date.split("-")
        if len(parts) > 1 and parts[1].isdigit() and 1 <= int(parts[1]) <= len(_MONTHS):
            month = _MONTHS[int(parts[1]) - 1]
            found |= {month, month[:3]}
        if len(parts) == 3 and _DATE.fullmatch(date):
            found.add(_day_of(date))
    return frozenset(found)


def _day_of(date: str) -> str:
    try:
        return _DAYS[dt.date.fromisoformat(date).weekday()]
    except ValueError:
        return ""
