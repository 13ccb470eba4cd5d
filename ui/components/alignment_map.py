"""The alignment map: outcome, activity and review in three columns, the reason on every link.

The drawing is for the eye; the table under it holds the same for everybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from coach.models import Link, LinkKind, SessionPlan

from ..markup import esc, show_html, tag
from ..wording import LINK, STRENGTH

_ROW = 92
_NODE = 76
_LANE = 26
_STROKE = {0: ("1.5", "2 6"), 1: ("2", "7 5"), 2: ("3.5", "")}
_COLUMN = {"outcome": (0.0, 26.0), "activity": (37.0, 63.0), "review": (74.0, 100.0)}


@dataclass(frozen=True)
class Node:
    """One box of the drawing."""

    id: str
    """What links call it."""
    column: str
    """`outcome`, `activity` or `review`."""
    text: str
    """What stands in it."""
    top: float
    """Its upper edge in pixels."""

    @property
    def middle(self) -> float:
        """Return the height at which links meet it."""
        return self.top + _NODE / 2


def show_alignment_map(plan: SessionPlan) -> None:
    """Draw the map and the same links as a table."""
    show_html(render_map(plan) + render_table(plan))


def nodes_of(plan: SessionPlan) -> dict[str, Node]:
    """Return the boxes by id, each column centred on the tallest."""
    columns = {
        "outcome": [(one.id, one.text) for one in plan.outcomes],
        "activity": [(one.id, one.title) for one in plan.parts if one.kind == "activity"],
        "review": [(one.id, one.title) for one in plan.parts if one.kind == "review"],
    }
    tallest = max(len(entries) for entries in columns.values())
    nodes = {}
    for column, entries in columns.items():
        shift = (tallest - len(entries)) * _ROW / 2
        for row, (name, text) in enumerate(entries):
            nodes[name] = Node(name, column, text, shift + row * _ROW)
    return nodes


def drawn_links(plan: SessionPlan) -> list[Link]:
    """Return the links whose two ends are in the plan, outcome to activity first."""
    nodes = nodes_of(plan)
    return sorted(
        (link for link in plan.links if link.source in nodes and link.target in nodes),
        key=lambda link: list(LinkKind).index(link.kind),
    )


def render_map(plan: SessionPlan) -> str:
    """Return the drawing as HTML; it is hidden from screen readers and on a phone, where the table stands for it."""
    nodes, links = nodes_of(plan), drawn_links(plan)
    bottom = max(node.top for node in nodes.values()) + _NODE
    lanes = sum(link.kind is LinkKind.OUTCOME_REVIEW for link in links)
    height = bottom + lanes * _LANE + 8
    paths, numbers, lane = [], [], 0
    for number, link in enumerate(links, 1):
        if link.kind is LinkKind.OUTCOME_REVIEW:
            lane += 1
        path, at = _route(nodes[link.source], nodes[link.target], bottom + lane * _LANE - 8)
        paths.append(_render_path(path, link.strength))
        numbers.append(_render_number(number, at, link))
    drawing = tag("div", "", "c-map-links", style=_as_mask("".join(paths), height))
    boxes = "".join(_render_node(node) for node in nodes.values())
    body = tag("div", drawing + boxes + "".join(numbers), "c-map", style=f"height:{height:.0f}px", aria_hidden="true")
    heads = "".join(tag("span", word) for word in ("What we want to be able to do", "What we do", "How we look at it"))
    return tag("div", tag("div", heads, "c-map-heads", aria_hidden="true") + body, "c-map-frame")


def _as_mask(paths: str, height: float) -> str:
    # The page keeps no SVG element, but a mask is one, and the line colour then follows the theme.
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 {height:.0f}" preserveAspectRatio="none" '
        f'fill="none" stroke="#000">{paths}</svg>'
    )
    url = f'url("data:image/svg+xml,{quote(svg)}")'
    return f"mask-image:{url};-webkit-mask-image:{url}"


def _route(source: Node, target: Node, lane: float) -> tuple[str, tuple[float, float]]:
    left, right = _COLUMN[source.column][1], _COLUMN[target.column][0]
    if {source.column, target.column} == {"outcome", "review"}:
        x1, x2 = _COLUMN[source.column][1] - 10, _COLUMN[target.column][0] + 10
        path = (
            f"M {x1} {source.top + _NODE} C {x1} {lane}, {x1 + 6} {lane}, {x1 + 10} {lane} "
            f"L {x2 - 10} {lane} C {x2 - 6} {lane}, {x2} {lane}, {x2} {target.top + _NODE}"
        )
        return path, (50.0, lane)
    half = (left + right) / 2
    path = f"M {left} {source.middle} C {half} {source.middle}, {half} {target.middle}, {right} {target.middle}"
    return path, (half, (source.middle + target.middle) / 2)


def _render_path(path: str, strength: int) -> str:
    width, dashes = _STROKE[strength]
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<path d="{path}" stroke-width="{width}"{dashed} vector-effect="non-scaling-stroke"/>'


def _render_number(number: int, at: tuple[float, float], link: Link) -> str:
    reason = f"{STRENGTH[link.strength]}. {link.reason}"
    return tag("span", str(number), "c-link-no", style=f"left:{at[0]:.2f}%;top:{at[1]:.1f}px", title=reason)


def _render_node(node: Node) -> str:
    left, right = _COLUMN[node.column]
    place = f"left:{left}%;width:{right - left}%;top:{node.top:.0f}px;height:{_NODE}px"
    return tag("div", tag("span", esc(node.text)), f"c-node c-node-{node.column}", style=place, title=node.text)


def render_table(plan: SessionPlan) -> str:
    """Return the links as a table; on a phone each row becomes a card."""
    nodes, links = nodes_of(plan), drawn_links(plan)
    head = "".join(tag("th", word, scope="col") for word in ("Link", "From", "", "To", "How strongly", "Why"))
    rows = "".join(_render_row(number, link, nodes) for number, link in enumerate(links, 1))
    caption = tag("caption", "How outcomes, activities and reviews hold together, and why", "c-sr")
    table = tag("table", caption + tag("thead", tag("tr", head)) + tag("tbody", rows), "c-table c-links")
    return tag("details", tag("summary", "Why each link holds") + table, "c-fold", open="open")


def _render_row(number: int, link: Link, nodes: dict[str, Node]) -> str:
    cells = [
        tag("td", tag("span", str(number), "c-no"), "c-cell-no"),
        tag("td", tag("span", esc(nodes[link.source].text)), f"c-cell-{nodes[link.source].column}"),
        tag("td", LINK[link.kind], "c-cell-word"),
        tag("td", esc(nodes[link.target].text)),
        tag("td", _dots(link.strength) + STRENGTH[link.strength], "c-cell-strength"),
        tag("td", esc(link.reason)),
    ]
    return tag("tr", "".join(cells))


def _dots(strength: int) -> str:
    return tag("span", "●" * strength + "○" * (2 - strength), "c-dots", aria_hidden="true")
