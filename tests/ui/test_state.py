"""What pages remember, in the moments in which two things happen at once."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def _page() -> None:
    import streamlit as st

    from ui import state

    st.button("Put away", on_click=state.forget, args=("/settings.name",))
    st.text_input("Name", **state.kept("/settings.name", ""))
    st.write(f"typed: {state.typed('/settings.name', 'nothing')}")


def test_a_field_that_is_put_away_while_it_is_being_left_breaks_nothing() -> None:
    page = AppTest.from_function(_page).run()
    page.text_input[0].input("Ada")
    page.button[0].click()
    page.run()
    assert not page.exception
    assert page.markdown[0].value == "typed: nothing"
    assert not page.text_input[0].input("Ada").run().exception
    assert page.markdown[0].value == "typed: Ada"
