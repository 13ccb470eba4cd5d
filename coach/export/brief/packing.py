"""Packs an office file so that the same brief gives the same bytes."""

from __future__ import annotations

import io
import zipfile

_DAY = (1980, 1, 1, 0, 0, 0)


def pack_again(data: bytes) -> bytes:
    """Return an office file without the moment at which it was packed."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for item in given.infolist():
            packed.writestr(zipfile.ZipInfo(item.filename, _DAY), given.read(item), zipfile.ZIP_DEFLATED)
    return held.getvalue()
