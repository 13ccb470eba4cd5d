"""A model measured in the product's own pipeline, over a real HTTP server: only what it drafted counts as its own."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from coach.adapters.litellm_llm import LiteLlm
from coach.drafting.prompting import read_prompt
from coach.errors import BadRequest
from coach.models import AnswerShape, Sample, Spent
from evals.casebook import Case, read_cases
from evals.drafters.base import Budget
from evals.drafters.drafted import DraftedModel, refuse_other_prompts
from evals.graders.numbers import NumbersGrader
from evals.graders.rules import RulesGrader
from evals.suggestion import Took
from evals.suite import Suite
from evals.summing import count_unanswered
from evals.taking import TITLE, show_taking, sum_costs, sum_spent
from tests.openai_server import OpenAiServer

from .scripted import answering, draft_for, fields_of, user_of

LETTERS = "digital-letters"
RULES: dict[str, Any] = {"must": [{"says": "It listens."}], "must_not": [{"says": "It lectures."}]}
SILENCE = {
    "id": "coaching-silence",
    "kind": "coaching",
    "request": {
        "message": "I asked what they made of the swarm and nobody answered, dead silence after every question I put.",
        "earlier": [
            {"who": "person", "text": "It went badly."},
            {"who": "coach", "text": "It went badly, you say. Was it the big table?"},
        ],
    },
    **RULES,
}
HELLO = {"id": "coaching-hello", "kind": "coaching", "request": {"message": "hi"}, **RULES}


@pytest.fixture(autouse=True)
def _no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "none")


@pytest.fixture(scope="module")
def letters() -> list[Case]:
    return read_cases(pattern=LETTERS)


def measure(server: OpenAiServer, bench, cases, cache, **more: Any) -> tuple[Suite, list[Sample]]:
    """Run the suite over a server, with what a test wants otherwise."""
    repeat, setup, budget = more.pop("repeat", 1), more.pop("setup", {}), more.pop("budget", Budget())
    llm = LiteLlm("openai/any", server.address, shape=AnswerShape.JSON_SCHEMA)
    drafter = DraftedModel(llm, bench, budget, setup, asks_anew=more.pop("asks_anew", True))
    suite = Suite(drafter, [RulesGrader(), NumbersGrader()], cache, **more)
    return suite, suite.run(cases, repeat)


def rows_of(suite: Suite) -> dict[str, str]:
    """Return the table of what asking took."""
    [table] = show_taking(suite.took.values())
    assert table.title == TITLE
    return {row[0]: row[1] for row in table.rows}


def of(cases: list[Case], *kinds: str) -> list[Case]:
    """Return the cases of some kinds that the product does not turn down."""
    return [case for case in cases if case.kind.value in kinds and case.asked.hard.value != "test_wish"]


def test_each_kind_is_drafted_in_our_pipeline_and_graded(bench, letters, cache):
    with OpenAiServer(text=answering(letters)) as server:
        suite, samples = measure(server, bench, letters, cache)
    by_kind = {sample.kind.value: sample for sample in samples if sample.text}
    assert by_kind.keys() >= {"outcome", "activity", "review", "plan"}
    plan = suite.drafted[by_kind["plan"].id]
    assert plan.plan.drafted_by == "openai/any"
    assert plan.plan.title == draft_for(next(iter(of(letters, "plan"))))["title"]
    assert by_kind["plan"].grades
    assert suite.drafted[by_kind["review"].id].find_part().kind == "review"
    assert len(suite.drafted[by_kind["outcome"].id].outcomes) >= 2
    unanswered = {sample.case: sample.error for sample in samples if not sample.text}
    assert "without asking a model" in unanswered["review-letters-score-drafts"]
    assert rows_of(suite)["Drafted by the model"] == str(len(samples) - len(unanswered))
    assert rows_of(suite)["Nobody was asked"] == str(len(unanswered))
    assert rows_of(suite)["Calls in all"] == str(len(server.bodies))


def test_the_model_reads_what_it_would_read_in_the_product(bench, letters, cache):
    [case] = of(letters, "plan")
    with OpenAiServer(text=answering([case])) as server:
        measure(server, bench, [case], cache)
    user = user_of(server.bodies[0])
    assert f"\n{case.file.community.name}\n" in user, "without the mark that it bears on the bench"
    assert "16 people" in user
    assert "told you" in user, "whoever asks is called “You” on the bench, and that is a word"


def test_coaching_is_the_models_where_a_model_was_asked(bench, write_cases, cache):
    [asked, greeted] = read_cases(write_cases(SILENCE, HELLO))
    with OpenAiServer(text=answering([asked, greeted])) as server:
        suite, [reply, hello] = measure(server, bench, [asked, greeted], cache)
    drafted = suite.drafted[reply.id]
    assert drafted.reply.drafted_by == "openai/any"
    assert drafted.text == drafted.reply.text
    assert "“I asked what they made of”" in drafted.text
    assert asked.file.community.name in user_of(server.bodies[0])
    assert "Was it the big table?" in user_of(server.bodies[0]), "what was said before goes along"
    assert (hello.text, suite.took[hello.id].end) == ("", "not asked")
    assert "without asking a model" in hello.error


def test_a_reply_that_the_playbook_worded_is_not_the_models(bench, write_cases, cache):
    [asked] = read_cases(write_cases(SILENCE))
    with OpenAiServer(text="I would rather not.") as server:
        suite, [sample] = measure(server, bench, [asked], cache)
    assert sample.text == ""
    assert sample.error.startswith("Fell back to the playbook")
    assert suite.took[sample.id].end == "fell back"


def test_what_the_playbook_stepped_in_for_is_never_graded_as_the_models(bench, letters, cache):
    cases = of(letters, "plan", "outcome", "activity")
    with OpenAiServer(text="I would rather not.") as server:
        suite, samples = measure(server, bench, cases, cache)
    assert [sample.text for sample in samples] == [""] * 3
    assert [sample.grades for sample in samples] == [()] * 3
    assert all(sample.error.startswith("Fell back to the playbook: openai/any answered") for sample in samples)
    assert rows_of(suite)["Fell back to the playbook"] == "3"
    assert suite.drafted == {}


def test_a_plan_with_a_part_of_the_playbooks_is_not_the_models(bench, letters, cache):
    [plan], [review] = of(letters, "plan"), of(letters, "review")
    drafts = {case.id: {**draft_for(case), "reviews": []} for case in (plan, review)}

    def answer(body: dict[str, Any]) -> str:
        if "openings" in fields_of(body):
            return json.dumps({"openings": [], "activities": [], "reviews": []})
        return json.dumps(drafts[plan.id if plan.asked.request.outcomes[0] in user_of(body) else review.id])

    with OpenAiServer(text=answer) as server:
        suite, samples = measure(server, bench, [plan, review], cache)
    assert [sample.text for sample in samples] == ["", ""]
    assert rows_of(suite)["Fell back to the playbook in part"] == "2"
    assert rows_of(suite)["Asked again to mend what was found"] == "2"


def test_a_part_is_the_models_though_another_one_is_not(bench, letters, cache):
    [activity] = of(letters, "activity")
    draft = {**draft_for(activity), "reviews": []}
    nothing: dict[str, list[object]] = {"openings": [], "activities": [], "reviews": []}
    with OpenAiServer(text=lambda body: json.dumps(nothing if "openings" in fields_of(body) else draft)) as server:
        suite, [sample] = measure(server, bench, [activity], cache)
    assert sample.error == ""
    assert suite.drafted[sample.id].find_part().title == draft["activities"][0]["title"]


def test_with_faults_in_a_third_of_the_requests_nothing_is_lost(bench, letters, cache):
    cases = of(letters, "plan", "outcome", "activity", "review")
    faults = ("401", "html", "empty", "null", "truncated", "refusal", "wrong-schema")

    def mode(number: int, body: dict[str, Any]) -> str:
        return faults[number // 3 % len(faults)] if number % 3 == 2 else "ok"

    with OpenAiServer(mode, text=answering(cases), most=200) as server:
        suite, samples = measure(server, bench, cases, cache, repeat=4, workers=4)
    assert Counter(sample.case for sample in samples) == {case.id: 4 for case in cases}
    assert [bool(sample.text) for sample in samples] == [not sample.error for sample in samples]
    counted = Counter(suite.took[sample.id].end for sample in samples)
    assert counted["drafted"] == len(suite.drafted) == sum(bool(sample.text) for sample in samples)
    assert counted["fell back"] >= 2
    assert sum(count_unanswered(samples).values()) == len(samples) - counted["drafted"]
    assert sum_spent(suite.took.values()).calls == len(server.bodies), "each question is counted once"
    assert all(item.plan.drafted_by == "openai/any" for item in suite.drafted.values() if item.plan)


def test_the_runs_budget_ends_the_asking_and_no_playbook_fills_in(bench, letters, cache):
    cases, budget = of(letters, "plan", "activity", "review"), Budget(calls=2)
    with OpenAiServer(text=answering(cases)) as server:
        suite, samples = measure(server, bench, cases, cache, budget=budget, workers=1)
    assert len(server.bodies) == budget.calls == 2
    assert [sample.error for sample in samples] == ["", "", "The budget of 2 calls is spent."]
    assert rows_of(suite)["Nobody was asked"] == "1"
    dear = Budget(usd=0.5)
    dear.pay(0.5)
    with OpenAiServer(text=answering(cases)) as server:
        _, [sample] = measure(server, bench, cases[:1], cache, budget=dear, fresh=True)
    assert (sample.error, server.bodies) == ("The budget of 0.5 dollars is spent.", [])


def test_what_one_suggestion_may_cost_holds_as_in_the_product(bench, letters, cache):
    [case] = of(letters, "plan")
    budget, setup = Budget(), {"limits.tokens_per_job": 10}
    with OpenAiServer(text=answering([case])) as server:
        _, [sample] = measure(server, bench, [case], cache, budget=budget, setup=setup)
    assert "Fell back to the playbook" in sample.error
    assert (budget.calls, server.bodies) == (0, []), "a call that was not made is given back"


def test_answers_are_kept_by_what_matters(bench, letters, cache):
    [case] = of(letters, "activity")
    with OpenAiServer(text=answering([case])) as server:
        suite, [first] = measure(server, bench, [case], cache, asks_anew=False)
        again, [kept] = measure(server, bench, [case], cache, asks_anew=False)
        assert (first.cached, kept.cached, kept.text == first.text) == (False, True, True)
        assert again.took == suite.took
        anew, [drafted] = measure(server, bench, [case], cache, asks_anew=False, fresh=True)
        assert len(server.bodies) == 1, "the same question to the same model is not paid for twice"
        assert rows_of(anew)["Answers used again from before"] == "1"
        _, [_] = measure(server, bench, [case], cache, asks_anew=True, fresh=True)
        assert len(server.bodies) == 2
    assert not drafted.cached
    one = DraftedModel(LiteLlm("openai/any"), bench, Budget(), {}, asks_anew=False)
    other = DraftedModel(LiteLlm("openai/any"), bench, Budget(), {"limits.calls_per_job": 1}, asks_anew=False)
    assert one.fingerprint != other.fingerprint
    elsewhere = DraftedModel(LiteLlm("openai/any"), bench, Budget(), {"api_base": "x", "at_once": 9}, asks_anew=False)
    assert one.fingerprint == elsewhere.fingerprint


def test_what_is_set_for_drafting_elsewhere_does_not_reach_a_run(bench, letters, cache):
    [case] = of(letters, "activity")
    setup = {"model": "openai/other", "fallback": "openai/third", "limits.calls_per_day": 1}
    with OpenAiServer(text=answering([case])) as server:
        suite, samples = measure(server, bench, [case], cache, setup=setup, repeat=3)
    assert [sample.error for sample in samples] == ["", "", ""], "a day's limit is no run's"
    assert {body["model"] for body in server.bodies} == {"any"}
    assert {item.plan.drafted_by for item in suite.drafted.values()} == {"openai/any"}
    with OpenAiServer("401") as server:
        measure(server, bench, [case], cache, setup=setup, fresh=True)
    assert len(server.bodies) == 1, "no second model answers in its place"


def test_the_prompts_that_are_named_are_those_that_were_used(bench, letters, cache):
    cases = of(letters, "plan", "outcome")
    with OpenAiServer(text=answering(cases)) as server:
        suite, _ = measure(server, bench, cases, cache)
    named = {f"{task} {said.split()[0]}": said.split()[1] for task, said in suite.drafter.prompts.items()}
    name = bench.open(letters[0].file)
    used = [item for record in bench.coach.drafts.records(name)[:2] for item in record.prompts.items()]
    assert used
    assert all(named[label].startswith(digest[:12]) for label, digest in used)


@pytest.mark.parametrize(
    ("prompts", "says"),
    [({"poem": "v1"}, "There is no prompt for “poem”"), ({"plan": "v99"}, "newest"), ({"plan": "x"}, "no version")],
)
def test_only_the_newest_prompts_are_drafted_with(prompts, says):
    refuse_other_prompts({"plan": f"v{read_prompt('plan').version}"})
    with pytest.raises(BadRequest, match=says):
        refuse_other_prompts(prompts)


def test_costs_are_summed_and_unknown_prices_are_said():
    priced = Took(end="drafted", spent=Spent(calls=2, cost_usd=0.25), repairs=1)
    lost = Took(end="fell back", spent=Spent(calls=1, cost_usd=0.1))
    unknown = Took(end="drafted", spent=Spent(calls=1, unpriced=1))
    assert show_taking([]) == ()
    assert sum_costs([priced, lost]) == 0.35
    assert sum_costs([unknown]) is None
    [table] = show_taking([priced, lost, unknown])
    rows = {row[0]: row[1] for row in table.rows}
    assert rows["Cost"] == "$0.3500"
    assert rows["Calls without a known price, which are not in it"] == "1"
    assert rows["Calls for each suggestion that it drafted"] == "1.50, at most 2"
    assert rows["Asked again to mend what was found"] == "1"
