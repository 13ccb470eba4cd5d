"""What may leave a community for a model, and the people whose names are replaced."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coach.models import Consent, ModelUse, Visibility
from tests.ui.conftest import keys, open_page, press, said
from tests.ui.fake_models import ModelCoach
from tests.ui.settings_page import CLAUDE, DEMO, OURS, look_at, pages_over, type_in


@pytest.fixture
def coach() -> Iterator[ModelCoach]:
    """A coach without a model and without a community."""
    with pages_over(ModelCoach()) as one:
        yield one


@pytest.fixture
def demo(coach: ModelCoach) -> ModelCoach:
    """The same with the demo community."""
    coach.load_demo()
    return coach


def test_without_a_community_the_sections_that_need_one_say_so(coach: ModelCoach) -> None:
    at = open_page("settings")
    for section in ("What may leave", "What was drafted"):
        look_at(section, at)
        assert "none is open yet" in said(at)
    look_at("What it may cost", at)
    assert "All communities together" in said(at)


def test_stand_ins_are_the_default_and_a_choice_is_saved_at_once(demo: ModelCoach) -> None:
    at = look_at("What may leave")
    assert at.radio(key="settings-use").value is ModelUse.REPLACED
    at.radio(key="settings-use").set_value(ModelUse.OFF).run()
    assert demo.community(DEMO).model_use is ModelUse.OFF
    assert "What goes to a model from Service Design Circle: nothing." in said(at)
    assert "Saved." not in said(look_at("What it may cost", at))
    look_at("What may leave", at)
    press(at, "undo-settings")
    assert demo.community(DEMO).model_use is ModelUse.REPLACED
    assert at.radio(key="settings-use").value is ModelUse.REPLACED


def test_text_as_it_is_opens_only_for_a_model_of_ones_own(demo: ModelCoach) -> None:
    demo.model.setup = CLAUDE
    demo.model.set_use(DEMO, ModelUse.WHOLE)
    at = look_at("What may leave")
    assert len(at.radio(key="settings-use").options) == 2
    assert at.radio(key="settings-use").value is ModelUse.REPLACED
    assert at.radio(key="settings-use-closed").disabled
    at.radio(key="settings-use").set_value(ModelUse.OFF).run()
    press(at, "undo-settings")
    assert demo.community(DEMO).model_use is ModelUse.REPLACED
    demo.model.set_use(DEMO, ModelUse.WHOLE)
    demo.model.setup = OURS
    at.run()
    assert at.radio(key="settings-use").value is ModelUse.WHOLE
    assert "settings-use-closed" not in [one.key for one in at.radio]


def test_what_is_never_sent_is_counted(demo: ModelCoach) -> None:
    first, second, _ = demo.shelf[DEMO].values()
    demo.set_rights(DEMO, first.id, Visibility.ONLY_ME, Consent.NEVER)
    demo.set_rights(DEMO, second.id, Visibility.MEMBERS, Consent.NEVER)
    demo.people.add(DEMO, "Amina Yusuf", ("Mina",))
    page = said(look_at("What may leave"))
    assert "notes that only their author may read" in page
    assert "Of 3 notes, 1 private and 1 not to be quoted stay here. 1 person on the list below." in page


def test_people_are_added_with_other_names_and_taken_off_with_a_way_back(demo: ModelCoach) -> None:
    at = look_at("What may leave")
    assert "Nobody is on it yet." in said(at)
    type_in(at, f"{DEMO}/settings.person", "Amina Yusuf")
    type_in(at, f"{DEMO}/settings.aliases", "Mina, @amina, ")
    press(at, "add-person-now")
    assert [(one.name, one.aliases) for one in demo.people.list(DEMO)] == [("Amina Yusuf", ("Mina", "@amina"))]
    assert at.text_input(key=f"{DEMO}/settings.person").value == ""
    press(at, "remove-m0")
    assert demo.people.list(DEMO) == ()
    press(at, "undo-settings")
    assert [(one.name, one.aliases) for one in demo.people.list(DEMO)] == [("Amina Yusuf", ("Mina", "@amina"))]


def test_a_refused_name_stays_typed(demo: ModelCoach) -> None:
    at = look_at("What may leave")
    type_in(at, f"{DEMO}/settings.aliases", "Mina")
    press(at, "add-person-now")
    assert "A person needs a name." in said(at)
    assert at.text_input(key=f"{DEMO}/settings.aliases").value == "Mina"


def test_noticed_names_are_added_with_one_click_each(demo: ModelCoach) -> None:
    demo.people.names = [(f"Person{number}", number + 1) for number in range(12)]
    at = look_at("What may leave")
    offered = [one for one in keys(at) if one.startswith("noticed-")]
    assert len(offered) == 8
    assert at.button(key="noticed-0").label == "Add Person0 \\(1 note\\)"
    press(at, "more-noticed")
    assert len([one for one in keys(at) if one.startswith("noticed-")]) == 12
    press(at, "noticed-1")
    assert [one.name for one in demo.people.list(DEMO)] == ["Person1"]
    press(at, "undo-settings")
    assert demo.people.list(DEMO) == ()


def test_names_are_shown_as_they_stand(demo: ModelCoach) -> None:
    demo.people.add(DEMO, "<b>Bo*b*</b>", ("![x](http://example.org/x)",))
    demo.people.names = [("<i>N</i> :material/home:", 1)]
    at = look_at("What may leave")
    assert "<b>Bo*b*</b>" not in said(at)
    assert "&lt;b&gt;Bo*b*&lt;/b&gt;" in said(at)
    assert at.button(key="noticed-0").label == "Add \\<i\\>N\\</i\\> \\:material/home\\: \\(1 note\\)".replace(
        "\\<", "\\<"
    )
