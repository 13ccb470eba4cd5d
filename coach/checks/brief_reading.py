"""A brief read once: which words are ours, which are quoted, and what stands behind each sentence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from coach.models import (
    Brief,
    BriefSection,
    BriefSentence,
    Evidence,
    KeptOutcome,
    NotesAnswer,
    SectionKind,
    StoryPart,
    ValueStory,
)
from coach.playbook import content_stems
from coach.playbook.language import forms_of

from .brief_ground import BriefGround
from .brief_words import fold, one_line

_IRREGULAR = (
    "be bear begin break bring build buy catch choose come cut deal do draw feel find get give go grow have hear hold"
    " keep know lay lead learn leave let make mean meet pay put read rewrite run say see sell send set show speak"
    " spend split stand take teach tell think understand withdraw write"
)
_MORE_FORMS = (
    "lost losing:lose won winning:win sat sitting:sit fell fallen:fall rang rung:ring sang sung:sing wore worn:wear"
    " drove driven:drive ate eaten:eat threw thrown:throw slept:sleep swept:sweep rose risen:rise fed:feed fought:fight"
    " flew flown:fly froze frozen:freeze hid hidden:hide hung:hang lent:lend lit:light rode ridden:ride sank sunk:sink"
    " stole stolen:steal stuck:stick woke woken:wake shrank shrunk:shrink forgot forgotten:forget spoke spoken:speak"
    " paid:pay laid:lay led:lead left:leave drank drunk:drink grew grown:grow blew blown:blow shook shaken:shake"
)
_BASES: Mapping[str, str] = {form: verb for verb in _IRREGULAR.split() for form in forms_of(verb)} | {
    form: verb
    for row in re.findall(r"[^:]+:\w+", _MORE_FORMS)
    for forms, verb in [row.split(":")]
    for form in forms.split()
}
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_MARKED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_EDGE = " .,;…"


@dataclass(frozen=True)
class ReadSentence:
    """A sentence with what its words are and what stands behind it."""

    sentence: BriefSentence
    """The sentence."""
    section: SectionKind | None
    """The part it stands in; none in an answer."""
    ground: BriefGround
    """What it is held against."""

    @property
    def where(self) -> str:
        """Return its place, for findings."""
        return self.sentence.id

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """Return what it may quote: its evidence as shown, longest first."""
        found = {text for piece in self.sentence.evidence for text in (one_line(piece.shown),) if text}
        return tuple(sorted(found, key=len, reverse=True))

    @cached_property
    def unquoted(self) -> str:
        """Return the text with its rightly quoted words taken out; any other quotation marks are left."""
        text = one_line(self.sentence.text)
        for words in (*self.shown, *self.kept_words):
            for form in dict.fromkeys((words, words.strip(_EDGE))):
                text = _cut(text, form)
        return text

    @cached_property
    def own(self) -> str:
        """Return what is said in our words, with everything in double quotation marks taken out."""
        return _MARKED.sub("“”", self.unquoted)

    @cached_property
    def quotes_evidence(self) -> bool:
        """Return whether it quotes what stands behind it."""
        return "“”" in self.unquoted

    @cached_property
    def story(self) -> ValueStory | None:
        """Return the story that it belongs to, if that is kept."""
        return next((story for story in self.ground.stories if story.id == self.sentence.story_id), None)

    @cached_property
    def parts(self) -> tuple[StoryPart, ...]:
        """Return the links of the story that it tells: that of its cycle, or those whose words it gives back."""
        story, cycle = self.story, self.sentence.cycle
        if story is None:
            return ()
        if cycle is not None:
            return tuple(part for part in story.parts if part.link.cycle is cycle)
        return tuple(part for part in story.parts if says_again(self.sentence.text, part.text))

    @property
    def tells_confirmed(self) -> bool:
        """Return whether it belongs to a story that a person has confirmed."""
        return self.story is not None and self.story.state == "confirmed"

    @cached_property
    def kept_words(self) -> tuple[str, ...]:
        """Return what people kept in their own words and a sentence may give back: outcomes, signs, story links."""
        found = [words for outcome in self.ground.outcomes for words in outcome_words(outcome)]
        if self.story is not None and self.tells_confirmed:
            found += [part.text for part in self.story.parts]
        found += [piece.title for piece in self.sentence.evidence]
        found += [item.label for counted in self.sentence.counted for item in counted.items]
        return tuple(sorted({one_line(words) for words in found if words.strip()}, key=len, reverse=True))

    @cached_property
    def behind(self) -> str:
        """Return all words behind it on one line: quotes as they stand in the notes, and its links of a story."""
        told = [part.text for part in self.parts] if self.tells_confirmed else []
        return one_line(" … ".join([*(piece.quote for piece in self.sentence.evidence), *told]))

    @cached_property
    def outcome_texts(self) -> tuple[str, ...]:
        """Return the kept outcomes that its evidence or its story speaks to."""
        ids = {piece.outcome_id for piece in self.sentence.evidence} | {self.story.outcome_id if self.story else ""}
        return tuple(outcome.text for outcome in self.ground.outcomes if outcome.id and outcome.id in ids)

    def stems(self, text: str) -> frozenset[str]:
        """Return the stems of the words that carry a text's meaning; irregular forms are one with their verb."""
        forms = self.ground.lexicon.forms if self.ground.lexicon else {}
        words = [word.lower() for word in _WORD.findall(text)]
        return content_stems(" ".join(forms.get(word) or _BASES.get(word, word) for word in words))


@dataclass(frozen=True)
class BriefReading:
    """A brief or an answer beside what it is held against."""

    ground: BriefGround
    """What it is held against."""
    brief: Brief | None = None
    """The brief, if it is one."""
    answer: NotesAnswer | None = None
    """The answer, if it is one."""

    @cached_property
    def sections(self) -> tuple[BriefSection, ...]:
        """Return the parts of the brief."""
        return self.brief.sections if self.brief else ()

    @cached_property
    def sentences(self) -> tuple[ReadSentence, ...]:
        """Return every sentence in order."""
        if self.answer is not None:
            return tuple(ReadSentence(sentence, None, self.ground) for sentence in self.answer.sentences)
        return tuple(
            ReadSentence(sentence, section.kind, self.ground)
            for section in self.sections
            for sentence in section.sentences
        )

    @property
    def circle(self) -> Literal["inside", "outside"]:
        """Return who will see it."""
        return self.brief.request.circle if self.brief else self.ground.circle

    @property
    def period(self) -> tuple[dt.date | None, dt.date | None]:
        """Return from when until when it may draw."""
        asked = self.brief.request if self.brief else self.ground
        return asked.start, asked.end

    @cached_property
    def evidence(self) -> tuple[tuple[str, Evidence], ...]:
        """Return every piece of evidence with its place, those beside the sentences too."""
        found = [(read.where, piece) for read in self.sentences for piece in read.sentence.evidence]
        if self.brief is not None:
            pictures = self.brief.pictures
            found += [(f"cycle-{row.cycle}", row.example) for row in pictures.cycles if row.example]
            found += [(f"theme-{place}", row.example) for place, row in enumerate(pictures.themes) if row.example]
        if self.answer is not None:
            found += [(f"near-{place}", piece) for place, piece in enumerate(self.answer.near)]
        return tuple(found)

    @cached_property
    def around(self) -> tuple[tuple[str, str], ...]:
        """Return the texts of ours that are no sentences, with their place."""
        return tuple((where, text) for where, text in self._around() if text.strip())

    def _around(self) -> Iterator[tuple[str, str]]:
        if self.answer is not None:
            yield "answer", self.answer.message
        if self.brief is not None:
            yield "brief", self.brief.title
            for section in self.sections:
                yield section.kind.value, section.title
                yield section.kind.value, section.gap
            for place, text in enumerate(self.brief.left_out):
                yield f"left_out-{place}", text
            for place, theme in enumerate(self.brief.pictures.themes):
                yield f"theme-{place}", theme.name


def outcome_words(outcome: KeptOutcome) -> tuple[str, ...]:
    """Return what was kept in people's words about an outcome."""
    signs = [words for sign in outcome.signs for words in (sign.text, sign.remark)]
    return tuple(words for words in (outcome.text, *signs, outcome.ended_why) if words.strip())


def says_again(text: str, words: str) -> bool:
    """Return whether a text holds some words, as they stand but for marks and case."""
    inner = fold(words).strip(" .")
    return bool(inner) and inner in fold(text)


def _cut(text: str, words: str) -> str:
    # Only a quote that opens and closes right there is one; “” is left to show that something was quoted.
    for opening, closing in (("“", "”"), ('"', '"')):
        text = text.replace(f"{opening}{words}{closing}", "“”") if words else text
    return text
