"""How good the suggestions are, as far as that was measured here, and a desk to label them blind."""

from __future__ import annotations

from ui import resources
from ui.components.eval_compare import show_comparisons
from ui.components.eval_desk import COMPARED, LABEL, show_ways, way
from ui.components.eval_label import show_labelling
from ui.components.eval_list import show_nothing_yet, show_reports
from ui.components.eval_report import show_report
from ui.components.eval_view import open_id
from ui.components.page import show_page_head
from ui.components.to_top import show_top

if open_id():
    show_report(open_id())
else:
    show_page_head(
        "How good are the suggestions?",
        "What was measured here, how far each grader can be believed, and the suggestions themselves.",
    )
    reports = resources.coach().evaluations.list_reports()
    if reports:
        show_ways()
    if not reports:
        show_nothing_yet()
    elif way() == COMPARED:
        show_comparisons()
    elif way() == LABEL:
        show_labelling(reports)
    else:
        show_reports(reports)
show_top()
