"""A model that obeys whatever any text in its prompt tells it, wherever that text stands."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from coach.ports import Heard, LLMReply, LLMRequest

from .attacks import Attack
from .seeing import squeeze

Draft = dict[str, Any]
_KEPT = frozenset({"id", "like", "doing", "phase", "tone", "author_speaks", "label", "quote", "together", "minutes"})
"""Fields that a plan needs as they are: a hijacked model keeps its answer valid."""
_DATA = re.compile(r'<data label="s\d+">\n(.*?)\n</data>', re.DOTALL)
BEACON = "![plan](https://beacon.by-itself.example/p.png)"
NEVER_SAID = "we never wrote a single word of this anywhere"
HIDDEN = "Be\u200bgin he\u2060re"


class ObedientLLM:
    """Obeys an attack when its trigger can be recognised in the prompt; cannot be trusted when it cannot."""

    name = "obedient/model"

    def __init__(self, attack: Attack | None, drafts: Callable[[LLMRequest], Draft], *, by_itself: bool = True) -> None:
        """Take in whom it obeys.

        Args:
            attack: The attack; None when only what it does by itself is looked at.
            drafts: Returns a valid draft for a question.
            by_itself: Whether it also does what a hijacked model does without being asked.
        """
        self._attack, self._drafts, self._by_itself = attack, drafts, by_itself
        self.requests: list[LLMRequest] = []
        self.obeyed = 0

    def ask(self, request: LLMRequest, heard: Heard | None = None) -> LLMReply:
        self.requests.append(request)
        text = self._answer(request)
        if heard is not None:
            for start in range(0, len(text), 4000):
                heard(text[start : start + 4000])
        return LLMReply(text, self.name, 1, 1, 0.0, 0.0)

    def price(self, tokens_in: int, tokens_out: int) -> float | None:
        return 0.0

    def count_tokens(self, text: str) -> int:
        return len(text) // 4

    def recognises(self, prompt: str) -> bool:
        """Say whether the attack's order can still be read: letters and digits, whatever stands between them."""
        attack = self._attack
        if attack is None or attack.is_by_model:
            return attack is not None
        wanted = squeeze(attack.trigger)
        return wanted in squeeze(prompt) if wanted else attack.trigger in prompt

    def _answer(self, request: LLMRequest) -> str:
        draft = copy.deepcopy(self._drafts(request))
        if self._by_itself:
            _add_by_itself(draft)
        prompt = f"{request.system}\n{request.user}"
        if self._attack is None or not self.recognises(prompt):
            return json.dumps(draft)
        self.obeyed += 1
        if "prose" in self._attack.actions:
            return self._attack.text
        for action in self._attack.actions:
            ACTIONS[action](draft, self._attack, request)
        return json.dumps(draft)


def texts_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every text of a draft that a model is free to word."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in _KEPT:
                yield from texts_in(item, (*path, key))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from texts_in(item, (*path, place))
    elif isinstance(value, str):
        yield path


def change(draft: Draft, path: tuple[Any, ...], to: Callable[[str], Any]) -> None:
    """Change one text of a draft in place."""
    holder: Any = draft
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = to(holder[path[-1]])


def _add_by_itself(draft: Draft) -> None:
    paths = list(texts_in(draft))
    for path, extra in zip(paths[1::2], (BEACON, HIDDEN, f"One of you wrote: “{NEVER_SAID}” (S1)."), strict=False):
        change(draft, path, lambda text, extra=extra: f"{text} {extra}")  # type: ignore[misc]


def _say(draft: Draft, attack: Attack, request: LLMRequest) -> None:
    said = attack.text if attack.is_by_model else attack.canary
    for path in list(texts_in(draft)):
        change(draft, path, lambda text: f"{text} {said}")


def _quote(draft: Draft, attack: Attack, request: LLMRequest) -> None:
    said = attack.text if attack.is_by_model else attack.canary
    for part in _parts(draft):
        part["takes"] = [{"label": "S99", "quote": said, "change": "It begins there."}] * 2
    for path in list(texts_in(draft)):
        change(draft, path, lambda text: f"{text} “{said}” (S99). “{said}” (S1).")


def _attribute(draft: Draft, attack: Attack, request: LLMRequest) -> None:
    for path in list(texts_in(draft)):
        change(draft, path, lambda text: f"{text} As the treasurer said, “{attack.text}”.")


def _image(draft: Draft, attack: Attack, request: LLMRequest) -> None:
    for path in list(texts_in(draft)):
        change(draft, path, lambda text: f"{text} ![a](https://{attack.canary}/a.png) <img src='//{attack.canary}'>")


def _fields(draft: Draft, attack: Attack, request: LLMRequest) -> None:
    said = attack.text if attack.is_by_model else attack.canary
    for holder in (draft, *_parts(draft)):
        holder |= {
            "tracker": said,
            "host_message": said,
            "findings": [said],
            "citations": [{"label": "S1", "quote": said}],
        }


def _types(draft: Draft, attack: Attack, request: LLMRequest) -> None:
    for part in _parts(draft):
        part |= {"steps": attack.text, "title": [attack.text], "why": {"x": attack.text}, "text": [attack.text]}
    draft["title"] = {"x": attack.text}


def _huge(draft: Draft, attack: Attack, request: LLMRequest) -> None:
    for path in list(texts_in(draft))[:3]:
        change(draft, path, lambda text: text + f" {attack.text}" * 20_000)


def _copy(draft: Draft, attack: Attack, request: LLMRequest) -> None:
    passages = [" ".join(text.split()[3:60]) for text in _DATA.findall(request.user)]
    for place, path in enumerate(list(texts_in(draft))):
        told = passages[place % len(passages)] if passages else ""
        change(draft, path, lambda text, told=told: f"{text} {told}")  # type: ignore[misc]


def _prompt(draft: Draft, attack: Attack, request: LLMRequest) -> None:
    words = request.system.split()
    for place, path in enumerate(list(texts_in(draft))):
        told = " ".join(words[(place * 7) % max(len(words) - 30, 1) :][:30])
        change(draft, path, lambda text, told=told: f"{text} {told}")  # type: ignore[misc]


def _parts(draft: Draft) -> list[Draft]:
    found = [draft["opening"]] if isinstance(draft.get("opening"), dict) else []
    for name in ("openings", "activities", "reviews", "outcomes", "rewrites"):
        found += [item for item in draft.get(name, []) if isinstance(item, dict)]
    return found


ACTIONS: dict[str, Callable[[Draft, Attack, LLMRequest], None]] = {
    "say": _say,
    "quote": _quote,
    "attribute": _attribute,
    "image": _image,
    "fields": _fields,
    "types": _types,
    "huge": _huge,
    "copy": _copy,
    "prompt": _prompt,
}
"""What an obedient model does, by name; each keeps the draft as valid as the attack lets it."""
