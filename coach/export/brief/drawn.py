"""Pictures as PNG, for where a drawing cannot stand as one."""

from __future__ import annotations

import typst

from .fonts import fonts
from .pictures import Picture
from .svg import to_svg

_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 720pt)"""


def to_png(picture: Picture) -> bytes:
    """Return a picture as PNG, 170 mm wide at about 190 dots an inch."""
    compiler = typst.Compiler(_PAGE, font_paths=fonts(), ignore_system_fonts=True, sys_inputs={"svg": to_svg(picture)})
    drawn = compiler.compile(format="png", ppi=128)
    return drawn if isinstance(drawn, bytes) else b""
