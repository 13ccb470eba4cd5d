"""Every colour a page uses, in both themes, so that contrast can be worked out and not hoped for."""

from __future__ import annotations

from dataclasses import dataclass

from coach.models import Doing


@dataclass(frozen=True)
class Tone:
    """One colour in the light and in the dark theme."""

    light: str
    """On paper."""
    dark: str
    """In the evening."""

    @property
    def css(self) -> str:
        """Return the CSS that picks the right one by itself."""
        return f"light-dark({self.light}, {self.dark})"


TONES: dict[str, Tone] = {
    "paper": Tone("#FBF8F3", "#1B1D1F"),
    "wall": Tone("#F4EFE6", "#212426"),
    "inset": Tone("#F4EFE6", "#1B1D1F"),
    "card": Tone("#FFFFFF", "#24272A"),
    "ink": Tone("#23262B", "#ECE7DE"),
    "quiet": Tone("#5E625F", "#A9ABA4"),
    "line": Tone("#E4DED3", "#3A3D40"),
    "edge": Tone("#8A8578", "#7E8286"),
    "primary": Tone("#1F6F6B", "#6FC2B8"),
    "on-primary": Tone("#FFFFFF", "#10211F"),
    "primary-tint": Tone("#E6F0EE", "#22383A"),
    "marker": Tone("#F8E8AE", "#5A4C17"),
    "question": Tone("#5E625F", "#A9ABA4"),
    "mend": Tone("#8A5A00", "#E0B45C"),
    "stop": Tone("#A2362B", "#F0998D"),
    "question-tint": Tone("#F4F1EA", "#2B2E31"),
    "mend-tint": Tone("#FBF3E0", "#35301F"),
    "stop-tint": Tone("#FBECE9", "#3A2825"),
}
"""The surfaces, the words on them and the quiet signals."""

DOING_SOLID: dict[Doing, Tone] = {
    Doing.LISTENING: Tone("#5468C8", "#8C9BEA"),
    Doing.TALKING: Tone("#B5541C", "#E08F5C"),
    Doing.MAKING: Tone("#1F7A5C", "#5DBB97"),
    Doing.REVIEWING: Tone("#87509B", "#C792DA"),
    Doing.OPEN: Tone("#857D6E", "#A69E8F"),
}
"""Edges and bars: what people are doing."""

DOING_TINT: dict[Doing, Tone] = {
    Doing.LISTENING: Tone("#E9ECF9", "#2A3050"),
    Doing.TALKING: Tone("#FAEBE1", "#43301F"),
    Doing.MAKING: Tone("#E2F1EB", "#1F3B31"),
    Doing.REVIEWING: Tone("#F3E9F6", "#3B2C42"),
    Doing.OPEN: Tone("#F0EDE6", "#33322E"),
}
"""Grounds that ink stands on."""

DOING_WORD: dict[Doing, Tone] = {
    Doing.LISTENING: Tone("#4253AE", "#B4BEF5"),
    Doing.TALKING: Tone("#97430F", "#F0AF85"),
    Doing.MAKING: Tone("#17634A", "#86D3B4"),
    Doing.REVIEWING: Tone("#74418A", "#DDB4EC"),
    Doing.OPEN: Tone("#625B4E", "#C5BEB0"),
}
"""Marks and words in the colour of what people are doing, dark or light enough to be read on its tint."""

WORD_PAIRS: tuple[tuple[str, str], ...] = (
    ("ink", "paper"),
    ("ink", "wall"),
    ("ink", "card"),
    ("ink", "inset"),
    ("ink", "marker"),
    ("ink", "primary-tint"),
    ("ink", "question-tint"),
    ("ink", "mend-tint"),
    ("ink", "stop-tint"),
    ("quiet", "paper"),
    ("quiet", "wall"),
    ("quiet", "card"),
    ("quiet", "inset"),
    ("quiet", "primary-tint"),
    ("quiet", "question-tint"),
    ("quiet", "mend-tint"),
    ("quiet", "stop-tint"),
    ("question", "question-tint"),
    ("mend", "mend-tint"),
    ("stop", "stop-tint"),
    ("primary", "paper"),
    ("primary", "wall"),
    ("primary", "card"),
    ("primary", "primary-tint"),
    ("on-primary", "primary"),
)
"""Words on grounds, by name: each has to reach 4.5 to 1."""

EDGE_PAIRS: tuple[tuple[str, str], ...] = (
    ("edge", "paper"),
    ("edge", "card"),
    ("primary", "paper"),
    ("primary", "card"),
)
"""Lines that carry meaning on grounds, by name: each has to reach 3 to 1."""


def css_variables() -> str:
    """Return all colours as CSS custom properties that follow the theme."""
    lines = [f"--c-{name}: {tone.css};" for name, tone in TONES.items()]
    for family, tones in (("solid", DOING_SOLID), ("tint", DOING_TINT), ("word", DOING_WORD)):
        lines += [f"--c-{doing.value}-{family}: {tone.css};" for doing, tone in tones.items()]
    return ":root { color-scheme: light dark; " + " ".join(lines) + " }\n" + "\n".join(map(_doing_rules, Doing))


def _doing_rules(doing: Doing) -> str:
    name, solid, tint = doing.value, f"var(--c-{doing.value}-solid)", f"var(--c-{doing.value}-tint)"
    return (
        f".c-{name} {{ background: {tint}; border-color: {solid}; --bar: {solid}; }} "
        f".c-{name}-bar {{ background: {solid}; }} .c-{name}-edge {{ border-left-color: {solid}; }} "
        f".c-{name}-word {{ color: var(--c-{name}-word); }}"
    )


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast of two colours written as `#rrggbb`."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
