"""Which situation a message tells of: what was learned, the conversation so far, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

from coach.models import Guess
from coach.playbook.coaching import load_coaching
from coach.ports import Likely

SURE = 0.40
"""How likely the first guess has to be to be spoken of as what it is."""
LEAD = 1.8
"""So many times as likely as the second one it has to be where it is less likely than that."""
LEAST = 0.22
"""What is less likely than this is only offered to choose from."""
NOTHING = 0.45
"""How likely it is in no situation of ours, for that to be said."""
ASIDE, ASIDE_LEAD = 0.25, 1.5
"""How likely something else has to be, to be answered as that, and how many times as likely as any situation."""


@dataclass(frozen=True)
class Recognised:
    """What a message seems to be about."""

    guesses: tuple[Guess, ...]
    """Situations, most likely first; never empty."""
    nothing: float
    """How likely it is in none of them."""
    aside: str
    """What else it is, where that is likely: `hello`, `off_topic`; empty otherwise."""

    @property
    def is_sure(self) -> bool:
        """Say whether the first guess can be taken for what it is."""
        first, second = self.guesses[0].confidence, self.guesses[1].confidence
        return self.nothing < NOTHING and (first >= SURE or (first >= LEAST and first >= LEAD * second))


def to_recognised(likely: Likely, told: Likely | None = None) -> Recognised:
    """Return what a message seems to be about.

    Args:
        likely: What was learned says of it.
        told: The same by its meaning alone, which tells what else it is; `likely` does where it is left out.
    """
    shares = likely.situations
    titles = {item.id: item.title for item in load_coaching().situations}
    ranked = sorted(titles, key=lambda name: (-shares.get(name, 0.0), name))
    guesses = tuple(
        Guess(situation=name, title=titles[name], confidence=round(shares.get(name, 0.0), 3)) for name in ranked[:5]
    )
    return Recognised(guesses, likely.situations.get("none", 0.0), _find_aside(told or likely))


def _find_aside(told: Likely) -> str:
    """Return what else it is, where that is plainly likelier than any situation."""
    asides = {name[1:]: share for name, share in told.situations.items() if name.startswith("~")}
    if not asides:
        return ""
    best = max(asides, key=lambda name: asides[name])
    situations = (share for name, share in told.situations.items() if name != "none" and not name.startswith("~"))
    hosting = max(situations, default=0.0)
    return best if asides[best] >= max(ASIDE, ASIDE_LEAD * hosting) else ""
