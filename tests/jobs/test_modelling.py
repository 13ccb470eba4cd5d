"""Setting a model up: what holds, who may change it, where text goes, and what was spent."""

from __future__ import annotations

import datetime as dt

import pytest

from coach.errors import BadRequest, ModelRefused, NotAllowed
from coach.jobs.hosts import describe_host
from coach.models import (
    Actor,
    ModelSetup,
    ModelUse,
    OutcomesRequest,
    PartRequest,
    PlanRequest,
    RewriteRequest,
    SeriesRequest,
    SpendingLimits,
    TextNote,
)

from .asking import MODEL
from .conftest import Bench, MakeBench
from .test_drafts import NOTES

OUTCOME = "We want to be able to map a service that crosses team boundaries"
REQUEST = PlanRequest(outcomes=(OUTCOME,))
SOMEBODY = Actor(id="somebody-else")
KEY = "sk-never-to-be-seen-0123456789"


def test_without_anything_no_model_is_on(bench: Bench) -> None:
    status = bench.coach.model.status()

    assert not status.is_on
    assert (status.host, status.key_name, status.from_environment) == ("", "", ())


def test_what_is_saved_holds_and_the_model_is_made_anew_with_it(model_bench: MakeBench) -> None:
    bench = model_bench()
    for _ in range(2):
        bench.coach.plan("Circle", REQUEST)
    bench.coach.model.save(ModelSetup(model="openai/other", api_base="http://127.0.0.1:8080/v1"))
    result = bench.coach.plan("Circle", REQUEST)

    assert result.plan.drafted_by == "openai/other"
    assert bench.outside.made == [(MODEL, ""), ("openai/other", "http://127.0.0.1:8080/v1")]
    assert bench.coach.model.status().host == "this machine"


def test_other_limits_make_no_other_model(model_bench: MakeBench) -> None:
    bench = model_bench()
    bench.coach.plan("Circle", REQUEST)
    bench.coach.model.save(ModelSetup(model=MODEL, limits=SpendingLimits(calls_per_job=2)))
    bench.coach.plan("Circle", REQUEST)

    assert bench.outside.made == [(MODEL, "")]


def test_a_second_model_stands_behind_the_first(model_bench: MakeBench) -> None:
    bench = model_bench(fallback="openai/second", fallback_api_base="http://10.0.0.7/v1")
    bench.coach.plan("Circle", REQUEST)

    assert bench.outside.made == [(MODEL, ""), ("openai/second", "http://10.0.0.7/v1")]
    assert [llm.name for llm in bench.outside.rooms[0].llms] == [MODEL, "openai/second"]


def test_the_environment_comes_before_what_is_saved_and_is_not_written_down(model_bench: MakeBench) -> None:
    environment = {"model": "openai/set", "limits.calls_per_day": 3}
    bench = model_bench(model="", environment=environment)

    status = bench.coach.model.status()
    assert (status.setup.model, status.setup.limits.calls_per_day) == ("openai/set", 3)
    assert status.from_environment == ("api_base", "is_ours", "limits.calls_per_day", "model")

    with pytest.raises(BadRequest, match="COACH_MODEL"):
        bench.coach.model.save(status.setup.model_copy(update={"model": "openai/mine"}))
    limits = status.setup.limits.model_copy(update={"calls_per_day": 9})
    with pytest.raises(BadRequest, match="COACH_LIMIT_CALLS_PER_DAY"):
        bench.coach.model.save(status.setup.model_copy(update={"limits": limits}))

    bench.coach.model.save(status.setup.model_copy(update={"streams": False}))
    saved = bench.store.records().read_setup()
    assert saved is not None
    assert (saved.model, saved.streams, saved.limits.calls_per_day) == ("", False, 400)


def test_what_was_said_of_one_model_is_not_said_of_another_that_the_environment_names(model_bench: MakeBench) -> None:
    environment: dict[str, object] = {}
    bench = model_bench(model="openai/mine", api_base="http://127.0.0.1:9/v1", is_ours=True, environment=environment)
    bench.coach.model.set_use("Circle", ModelUse.WHOLE)
    assert bench.coach.model.setup().is_ours

    environment["model"] = "anthropic/theirs"

    setup = bench.coach.model.setup()
    assert (setup.model, setup.api_base, setup.is_ours) == ("anthropic/theirs", "", False)
    assert bench.coach.model.hides(bench.coach.community("Circle"))
    with pytest.raises(BadRequest, match="COACH_MODEL_IS_OURS"):
        bench.coach.model.save(setup.model_copy(update={"is_ours": True}))
    environment["is_ours"] = True
    assert bench.coach.model.setup().is_ours


@pytest.mark.parametrize(
    "setup",
    [
        ModelSetup(model="openai/a model"),
        ModelSetup(model="openai/x\n"),
        ModelSetup(model="openai/x", api_base="127.0.0.1:8080"),
        ModelSetup(model="openai/x", api_base="file:///etc/passwd"),
        ModelSetup(model="openai/x", api_base="http://me:secret@127.0.0.1/v1"),
    ],
)
def test_what_cannot_be_meant_is_refused(model_bench: MakeBench, setup: ModelSetup) -> None:
    bench = model_bench(model="")

    with pytest.raises(BadRequest):
        bench.coach.model.save(setup)
    assert not bench.coach.model.status().is_on


def test_only_whoever_looks_after_it_sets_up_keys_and_leave(model_bench: MakeBench) -> None:
    bench = model_bench()
    model = bench.coach.model

    for act in (
        lambda: model.save(ModelSetup(), actor=SOMEBODY),
        lambda: model.put_key(MODEL, KEY, actor=SOMEBODY),
        lambda: model.forget_key(MODEL, actor=SOMEBODY),
        lambda: model.try_it(actor=SOMEBODY),
        lambda: model.set_use("Circle", ModelUse.OFF, actor=SOMEBODY),
        lambda: model.set_keeping("Circle", True, actor=SOMEBODY),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert bench.coach.community("Circle").model_use is ModelUse.REPLACED


def test_a_key_is_kept_and_never_shown(model_bench: MakeBench) -> None:
    bench = model_bench()

    status = bench.coach.model.put_key(MODEL, KEY)

    assert (status.key_name, status.key_from, status.keyring) == ("SCRIPTED_API_KEY", "keyring", "memory")
    assert KEY not in repr(status) + status.model_dump_json() + repr(bench.coach.model.__dict__)
    assert bench.coach.model.forget_key(MODEL).key_from == ""
    with pytest.raises(BadRequest):
        bench.coach.model.put_key(MODEL, "  ")


def test_trying_asks_the_one_that_is_named_and_saves_nothing(model_bench: MakeBench) -> None:
    bench = model_bench(["It works.", "So does this."])

    assert bench.coach.model.try_it().model == MODEL
    assert bench.coach.model.try_it(ModelSetup(model="openai/other")).model == "openai/other"
    assert bench.coach.model.setup().model == MODEL


def test_trying_nothing_says_what_to_do(model_bench: MakeBench) -> None:
    trial = model_bench(model="").coach.model.try_it()

    assert not trial.reachable
    assert "COACH_MODEL" in trial.next_step


@pytest.mark.parametrize(
    ("ours", "use", "hides"),
    [
        (False, ModelUse.REPLACED, True),
        (True, ModelUse.REPLACED, True),
        (True, ModelUse.WHOLE, False),
    ],
)
def test_names_are_replaced_unless_the_model_is_ours_and_the_lead_says_so(
    model_bench: MakeBench, ours: bool, use: ModelUse, hides: bool
) -> None:
    bench = model_bench(is_ours=ours)
    bench.coach.model.set_use("Circle", use)
    bench.coach.plan("Circle", REQUEST)

    assert bench.outside.rooms[0].hides is hides


def test_text_leaves_whole_only_for_a_model_of_our_own(model_bench: MakeBench) -> None:
    bench = model_bench(is_ours=True)
    bench.coach.model.set_use("Circle", ModelUse.WHOLE)
    bench.coach.model.save(ModelSetup(model=MODEL))
    bench.coach.plan("Circle", REQUEST)

    assert bench.outside.rooms[0].hides
    with pytest.raises(BadRequest, match="your own"):
        bench.coach.model.set_use("Circle", ModelUse.WHOLE)


def test_the_roster_and_the_names_that_the_notes_make_plain_are_handed_over(model_bench: MakeBench) -> None:
    bench = model_bench()
    bench.coach.people.add("Circle", "Amina Yusuf", ["Mina"])
    bench.coach.add_texts("Circle", [TextNote(text="Present: Tomasz Nowak, Amina Yusuf\n\nTomasz Nowak said no.\n")])
    bench.coach.plan("Circle", REQUEST)

    room = bench.outside.rooms[0]
    assert [member.name for member in room.members] == ["Amina Yusuf"]
    assert room.noticed is not None
    assert "Tomasz Nowak" in room.noticed


def test_what_would_be_sent_is_shown_and_nobody_is_asked(model_bench: MakeBench) -> None:
    bench = model_bench()
    with pytest.raises(BadRequest, match="too little"):
        bench.coach.model.preview("Circle", OutcomesRequest())
    bench.coach.add_texts("Circle", [TextNote(text=text) for text in NOTES])
    requests = (REQUEST, SeriesRequest(session=REQUEST), OutcomesRequest(), RewriteRequest(text=OUTCOME))

    shown = [bench.coach.model.preview("Circle", request) for request in requests]

    assert [item.user.split()[0] for item in shown] == ["plan", "plan", "outcomes", "rewrite"]
    assert bench.asked == []
    assert bench.coach.model.spent()["today"].calls == 0


def test_nothing_is_shown_where_nothing_would_be_sent(bench: Bench, model_bench: MakeBench) -> None:
    with pytest.raises(ModelRefused):
        bench.coach.model.preview("Circle", REQUEST)
    other = model_bench()
    plan = other.coach.plan("Circle", REQUEST, by="playbook").plan
    with pytest.raises(BadRequest, match="Nothing would be sent"):
        other.coach.model.preview("Circle", PartRequest(plan=plan, part="open"))
    other.coach.model.set_use("Circle", ModelUse.OFF)
    with pytest.raises(ModelRefused):
        other.coach.model.preview("Circle", REQUEST)


def test_what_was_spent_is_told_by_day_and_by_community(model_bench: MakeBench) -> None:
    bench = model_bench()
    bench.coach.create_community("Other")
    for name in ("Circle", "Circle", "Other"):
        bench.coach.plan(name, REQUEST)

    spent = bench.coach.model.spent("Circle")
    assert (spent["today"].calls, spent["today here"].calls) == (3, 2)

    bench.clock.move(dt.timedelta(days=1))
    assert bench.coach.model.spent()["today"].calls == 0


@pytest.mark.parametrize(
    ("model", "address", "says"),
    [
        ("anthropic/x", "", "Anthropic"),
        ("openai/x", "", "OpenAI"),
        ("gpt-5", "", "OpenAI"),
        ("ollama_chat/x", "", "this machine"),
        ("strange/x", "", "strange"),
        ("openai/x", "http://localhost:1234/v1", "this machine"),
        ("openai/x", "http://127.0.0.1:8080/v1", "this machine"),
        ("openai/x", "http://[::1]:8080", "this machine"),
        ("openai/x", "http://0.0.0.0:8080", "this machine"),
        ("openai/x", "http://192.168.1.20/v1", "your network"),
        ("openai/x", "http://gpu-box:8000/v1", "your network"),
        ("openai/x", "https://models.lan/v1", "your network"),
        ("ollama_chat/x", "https://models.example.org", "models.example.org"),
        ("openai/x", "https://8.8.8.8/v1", "8.8.8.8"),
    ],
)
def test_people_are_told_where_text_goes(model: str, address: str, says: str) -> None:
    assert describe_host(model, address) == says
