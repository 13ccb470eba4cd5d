"""Which form a brief leaves in: its bytes, its name, and that no vendor is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from coach.export.brief import BRIEF_FORMS, MEDIA_TYPES, BriefForm, brief_file_name, render_brief
from tests.export.briefs import bare, hostile, ordinary

BEGINS: dict[BriefForm, bytes] = {"markdown": b"# ", "docx": b"PK\x03\x04", "pdf": b"%PDF-", "pptx": b"PK\x03\x04"}


@pytest.mark.parametrize("form", BRIEF_FORMS)
@pytest.mark.parametrize("result", [ordinary(), bare(), hostile()])
def test_every_form_can_be_made_of_every_brief_and_is_the_same_twice(form: BriefForm, result) -> None:
    data = render_brief(result, form)

    assert data.startswith(BEGINS[form])
    assert render_brief(result, form) == data


def test_every_form_has_a_media_type() -> None:
    assert tuple(MEDIA_TYPES) == BRIEF_FORMS


def test_a_file_is_called_after_whose_it_is_and_when() -> None:
    assert brief_file_name(ordinary().brief, "markdown") == "brief-review-guild-2026-11-26.md"
    assert brief_file_name(bare().brief, "pdf") == "brief.pdf"
    assert brief_file_name(ordinary(community="../../Ñandú & <b>Söhne</b>\x00").brief, "docx") == (
        "brief-ñandú-b-söhne-b-2026-11-26.docx"
    )
    assert len(brief_file_name(ordinary(community="x" * 500).brief, "pptx")) < 100


def test_nobody_waits_for_what_they_do_not_need() -> None:
    code = "import sys, coach.export.brief; sys.exit(bool({'docx', 'pptx', 'typst', 'lxml'} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
