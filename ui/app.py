"""The entry: navigation, the community picker, and one page at a time."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from coach.errors import CoachError
from ui import resources, state
from ui.components.autosave import show_autosave
from ui.components.community_picker import show_community_picker
from ui.components.problems import show_problem
from ui.components.style import show_style

_MARK = Path(__file__).with_name("mark.svg")

st.set_page_config(page_title="Coach", page_icon=str(_MARK), layout="wide")
show_style()
st.logo(str(_MARK.with_name("wordmark.svg")), size="large", icon_image=str(_MARK))
page = st.navigation(
    [
        st.Page("app_pages/home.py", title="Home", default=True),
        st.Page("app_pages/notes.py", title="Notes"),
        st.Page("app_pages/find.py", title="Find"),
        st.Page("app_pages/outcomes.py", title="Outcomes"),
        st.Page("app_pages/plan.py", title="Plan"),
        st.Page("app_pages/coaching.py", title="Coaching"),
        st.Page("app_pages/brief.py", title="Brief"),
        st.Page("app_pages/learning.py", title="Learning"),
        st.Page("app_pages/playbook.py", title="Playbook"),
        st.Page("app_pages/evals.py", title="Evals"),
        st.Page("app_pages/settings.py", title="Settings"),
    ]
)
try:
    show_community_picker()
    with st.sidebar:
        show_autosave()
    state.arrive(page.url_path)
    page.run()
    state.settle()
    resources.warm_up()
except CoachError as error:
    show_problem(error)
finally:
    state.keep()
