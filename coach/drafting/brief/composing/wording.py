"""How a page is framed: varied lead-ins from `wording.yaml`, none of them twice on a page while there are others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Literal

from coach.models import SectionKind, StoryLink
from coach.models.playbook import Entry
from coach.playbook.loader import read_file

from ...coaching.varying import order

Voice = Literal["leader", "community"]


class BriefWording(Entry):
    """The texts of a page."""

    titles: Mapping[Voice, Mapping[SectionKind, str]]
    """The headings of the parts."""
    pages: Mapping[Voice, str]
    """The heading of the page."""
    leads: Mapping[str, tuple[str, ...]]
    """What leads to a quote or a count, by what it tells of."""
    gaps: Mapping[str, str | tuple[str, ...]]
    """What is said where there is nothing to say."""
    links: Mapping[StoryLink, str]
    """What the links of a story are called."""
    asks: Mapping[str, tuple[str, ...]]
    """What to ask for, by what was hard."""


@cache
def load_wording() -> BriefWording:
    """Return the texts that come with the product; read once.

    Raises:
        PlaybookProblem: The file does not hold together.
    """
    return read_wording(resources.files("coach.drafting.brief.composing") / "wording.yaml")


def read_wording(file: Traversable) -> BriefWording:
    """Return the texts of a file.

    Raises:
        PlaybookProblem: It is missing or does not hold together.
    """
    return read_file(file, BriefWording)


class Phrases:
    """Chooses the texts of one page and remembers which were used."""

    def __init__(self, wording: BriefWording, voice: Voice, key: str, seed: int) -> None:
        """Begin a page.

        Args:
            wording: The texts.
            voice: Who the page is for.
            key: What the choice hangs on besides: another community is spoken of in other words.
            seed: Another seed is another wording.
        """
        self._wording, self._voice, self._key, self._seed = wording, voice, key, seed
        self._used: dict[str, int] = {}
        self._last_opening = ""

    @property
    def voice(self) -> Voice:
        """Return who the page is for."""
        return self._voice

    def title(self, kind: SectionKind) -> str:
        """Return the heading of a part."""
        return self._wording.titles[self._voice][kind]

    def page(self, **words: str) -> str:
        """Return the heading of the page."""
        return self._wording.pages[self._voice].format(**words)

    def lead(self, key: str, **words: str) -> str:
        """Return a sentence that leads to these words: the least used one, that begins unlike the one before."""
        words["Source"] = begin(words.get("source", ""))
        chosen = min(self._options(key, words), key=self._staleness)
        self._used[chosen] = self._used.get(chosen, 0) + 1
        self._last_opening = _opening(chosen)
        return begin(chosen.format(**words))

    def gap(self, key: str) -> str:
        """Return what is said where something is missing."""
        texts = self._wording.gaps[key]
        return texts if isinstance(texts, str) else order(texts, self._key, self._seed)[0]

    def ask(self, key: str, **words: str) -> str:
        """Return something to ask for."""
        return order(self._wording.asks[key], self._key, self._seed)[0].format(**words)

    def link(self, link: StoryLink) -> str:
        """Return what a link of a story is called."""
        return self._wording.links[link]

    def _options(self, key: str, words: Mapping[str, str]) -> Sequence[str]:
        leads = self._wording.leads
        texts = leads.get(f"{self._voice}/{key}") or leads[key]
        fitting = [text for text in texts if "{when}" not in text or words.get("when")]
        return order(fitting or texts, self._key + key, self._seed)

    def _staleness(self, text: str) -> tuple[int, bool]:
        return self._used.get(text, 0), _opening(text) == self._last_opening


def begin(text: str) -> str:
    """Return a text that begins with a capital."""
    return text[:1].upper() + text[1:]


def _opening(text: str) -> str:
    return " ".join(text.split()[:2])
