"""Decisions as cases: what people did with suggestions, without a name in it, in the form that the suite reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from coach.cli import main
from coach.errors import NotAllowed
from coach.models import (
    Activity,
    Actor,
    Consent,
    Decision,
    OutcomesRequest,
    PartRequest,
    PlanRequest,
    Review,
    RewriteRequest,
    SuggestionKind,
    TextNote,
    Visibility,
)
from coach.service import Coach
from coach.settings import Settings
from coach.wiring import build_coach
from evals.case_lint import lint_folder
from evals.casebook import Case, read_cases
from evals.drafters.playbook import PlaybookCases
from evals.expecting import Told, to_hints, to_phrase, to_rules
from evals.exporting import ExportWish, export_cases
from evals.graders.rules import RulesGrader, applies
from evals.suggestion import Suggestion

NAME = "Map Circle Northside"
NOTES = {
    "retro": "Idris said: nobody knows who waits on whom, and the map stops at our own door when a case crosses two "
    "teams. Iddy asked for more drawing. Write to amina@example.org or ring 020 7946 0958.",
    "clinic": "Map Circle Northside, clinic. Amina Yusuf finds it hard to draw the waiting between two teams so that "
    "the housing officer can follow the map. How do we map who waits for whom?",
    "private": "Idris told me alone that nobody knows who waits on whom because the heron project was stopped.",
    "closed": "Nobody may repeat that the map of who waits on whom was drawn by the otter group without asking.",
}
WISH = "We want to be able to map who waits on whom when a case crosses two teams"
REQUEST = PlanRequest(
    outcomes=(WISH,),
    people=9,
    title="Idris draws",
    about="Idris brings the case",
    by_the_end=("Amina Yusuf has a map",),
)
NAMES = re.compile(r"idris|iddy|amina|yusuf|example\.org|7946|map circle|northside|heron|otter", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """A community with decisions, on disk."""

    home: Path
    coach: Coach

    def decide(self, run_id: str, **decision: Any) -> None:
        self.coach.drafts.decide(NAME, run_id, Decision(**decision))

    def export(self, *arguments: str, community: str = NAME) -> tuple[int, str, str]:
        environment = {"COACH_HOME": str(self.home), "COACH_DATABASE_URL": None, "COACH_MODEL": None}
        done = CliRunner().invoke(main, ["eval", "export", "--community", community, *arguments], env=environment)
        return done.exit_code, done.stdout, done.stderr


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    home = tmp_path_factory.mktemp("home")
    coach = build_coach(Settings(home=home, database_url=None, model=""))
    coach.create_community(NAME, domain="Services at Map Circle Northside", people="Idris and eight others.")
    coach.people.add(NAME, "Idris", ["Iddy"])
    coach.people.add(NAME, "Amina Yusuf", [])
    rights: dict[str, dict[str, Any]] = {
        "private": {"visibility": Visibility.ONLY_ME},
        "closed": {"consent": Consent.NEVER},
    }
    coach.add_texts(NAME, [TextNote(text=text, path=f"{n}.md", **rights.get(n, {})) for n, text in NOTES.items()])
    made = Place(home, coach)
    unkept = coach.plan(NAME, REQUEST)
    made.decide(unkept.drafting.run_id, what="accept")
    coach.model.set_keeping(NAME, True)
    _decide_on_plans(made)
    _decide_on_others(made)
    coach.create_community("Empty")
    yield made
    coach.close()


def _decide_on_plans(place: Place) -> None:
    first = place.coach.plan(NAME, REQUEST)
    [activity, *_] = [part for part in first.plan.parts if isinstance(part, Activity)]
    words = "make a map of who waits with the neighbouring office"
    place.decide(first.drafting.run_id, what="edit", part=activity.id, field="what_members_do",
                 before=activity.what_members_do, after=words + " of Amina Yusuf")  # fmt: skip
    place.decide(first.drafting.run_id, what="edit", part=activity.id, field="what_members_do",
                 before=words + " of Amina Yusuf", after=words)  # fmt: skip
    place.decide(first.drafting.run_id, what="edit", part=activity.id, field="bring",
                 before="nothing", after="a page, because the heron project was stopped in")  # fmt: skip
    place.decide(first.drafting.run_id, what="accept")
    place.decide(first.drafting.run_id, what="reject", part=activity.id, field="thoughts.A2")
    other = place.coach.plan(NAME, REQUEST.model_copy(update={"seed": 3}))
    place.decide(other.drafting.run_id, what="reject")
    place.coach.plan(NAME, REQUEST.model_copy(update={"people": 30}))


def _decide_on_others(place: Place) -> None:
    proposed = place.coach.outcomes(NAME, OutcomesRequest(about="maps"))
    place.decide(proposed.drafting.run_id, what="reject")
    reworded = place.coach.rewrites(NAME, RewriteRequest(text="Understand maps"))
    place.decide(reworded.drafting.run_id, what="accept", part="rewrite-1")
    plan = place.coach.plan(NAME, REQUEST).plan
    [review, *_] = [part for part in plan.parts if isinstance(part, Review)]
    part = place.coach.redraft_part(NAME, PartRequest(plan=plan, part=review.id, wish="without Idris"))
    place.decide(part.drafting.run_id, what="accept")


@pytest.fixture(scope="module")
def exported(place: Place, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    out = tmp_path_factory.mktemp("out") / "ours.yaml"
    code, said, err = place.export("--out", str(out), "--domain", "local_government")
    assert code == 0, err
    return out, said


def case_of(out: Path, kind: str) -> Case:
    [found] = read_cases(out.parent, kind)
    return found


def test_the_file_is_one_that_the_suite_reads_and_its_linter_takes(exported):
    out, _ = exported
    assert lint_folder(out.parent) == []
    assert sorted(case.kind.value for case in read_cases(out.parent)) == ["outcome", "plan", "review"]
    assert case_of(out, "plan").file.community.domain.value == "local_government"


def test_nobody_and_nothing_that_tells_who_they_are_is_in_it(exported):
    text = exported[0].read_text("utf-8")
    assert not NAMES.search(text), NAMES.search(text)
    assert "[person 1" in text
    assert "[person 2" in text
    assert "[e-mail 1]" in text


def test_only_notes_go_along_that_members_may_read_and_that_may_be_quoted(exported):
    out, said = exported
    notes = yaml.safe_load(out.read_text("utf-8"))["notes"]
    assert len(notes) == 2
    assert all(re.fullmatch(r"undated-note-\d\.md", note["name"]) for note in notes)
    assert any("nobody knows who waits on whom, and the map stops" in note["text"] for note in notes)
    assert "Private: only its author may read it." in said
    assert "Closed: it may not be quoted." in said


def test_words_that_a_suggestion_took_from_a_closed_note_stay_here(exported):
    out, said = exported
    assert "Decisions on words from notes that stay here: 1." in said
    assert "stopped in" not in out.read_text("utf-8")


def test_what_was_accepted_edited_and_turned_down_is_what_a_good_answer_must_and_must_not(exported):
    asked = case_of(exported[0], "plan").asked
    must, must_not = [rule.says for rule in asked.must], [rule.says for rule in asked.must_not]
    assert any("what they took up" in says and "neighbouring office" in says for says in must)
    edit = next(rule for rule in asked.must if "rather than" in rule.says)
    assert "neighbouring office”" in edit.says, "the last words count, not those on the way"
    assert "[person" not in edit.says
    assert applies(edit, Suggestion(kind=SuggestionKind.PLAN, text="Ask the neighbours."))
    assert any("what they changed" in says for says in must_not)
    assert any("what they turned down" in says for says in must_not)
    assert asked.note.startswith("Decided on by people: accepted 1, edited 3, turned down 1.")
    assert asked.request.people == 9
    assert asked.request.seed == 0


def test_an_outcome_turned_down_is_a_warning_and_a_part_asks_for_a_part(exported):
    outcome, review = case_of(exported[0], "outcome").asked, case_of(exported[0], "review").asked
    assert outcome.request.about == "maps"
    assert review.request.outcome.startswith("We want to be able to map who waits")
    assert "what they took up" in review.must[0].says
    assert "They wished for it: without [person " in review.note


def test_whoever_exports_reads_what_is_in_it_and_what_is_not(exported):
    out, said = exported
    assert f"Written to {out}" in said
    for line in ("Idris → [person", "amina@example.org → [e-mail 1]", "the community’s name → Community ", ": retro"):
        assert line.casefold() in said.casefold()
    assert "Suggestions without words, because the community did not keep them: 1." in said
    assert "Series, other wordings" in said
    assert "Nothing was sent anywhere" in said


def test_the_playbook_answers_exported_cases_like_any_other(exported, bench):
    cases, drafter, grader = read_cases(exported[0].parent), PlaybookCases(bench), RulesGrader()
    for case in cases:
        grades = grader.grade(drafter.draft(case, 0), case)
        assert {grade.code for grade in grades} == {"C+", "C-"}


def test_less_can_be_asked_for(place, tmp_path):
    for flag, kinds in (
        ("--accepted", ["plan", "review"]),
        ("--edited", ["plan"]),
        ("--all", ["outcome", "plan", "review"]),
    ):
        out = tmp_path / flag / "some.yaml"
        out.parent.mkdir()
        code, said, _ = place.export("--out", str(out), flag, "--json")
        assert code == 0
        data = json.loads(said)
        assert sorted(case["kind"] for case in data["cases"]) == kinds
        assert data["file"] == str(out)
        assert {item["what"] for item in data["replaced"]} >= {"name"}


@pytest.mark.parametrize(
    ("community", "file", "says"),
    [
        (NAME, "ours.txt", "ours.txt is none"),
        (NAME, "there.yaml", "is there already"),
        ("Empty", "a.yaml", "Nobody has accepted, edited or turned down a suggestion in Empty yet."),
        ("Nowhere", "a.yaml", "There is no community called"),
    ],
)
def test_what_cannot_be_is_said_with_what_to_do_next(place, tmp_path, community, file, says):
    (tmp_path / "there.yaml").write_text("mine", encoding="utf-8")
    code, _, err = place.export("--out", str(tmp_path / file), community=community)
    assert code == 2
    assert says in err
    assert (tmp_path / "there.yaml").read_text("utf-8") == "mine"
    assert not (tmp_path / "a.yaml").exists()


def test_without_words_it_says_how_to_keep_them(place, tmp_path):
    place.coach.create_community("Quiet")
    result = place.coach.plan("Quiet", REQUEST)
    place.coach.drafts.decide("Quiet", result.drafting.run_id, Decision(what="accept"))
    code, _, err = place.export("--out", str(tmp_path / "a.yaml"), community="Quiet")
    assert code == 2
    assert "Suggestions without words, because the community did not keep them: 1." in err
    assert "Keep what was asked, suggested and changed" in err


def test_only_whoever_looks_after_a_community_exports_from_it(place):
    with pytest.raises(NotAllowed):
        export_cases(ExportWish(NAME), place.coach, Actor(id="somebody"))


def test_a_later_word_on_the_same_thing_holds():
    known = {("a1", "what_members_do"): "draw the waiting"}
    told = Told()
    told.hear([Decision(what="reject", part="a1"), Decision(what="accept")], known)
    assert (list(told.accepted), list(told.rejected)) == (["draw the waiting"], [])
    told.hear([Decision(what="reject")], known)
    assert (list(told.accepted), list(told.rejected)) == ([], ["draw the waiting"])


def test_numbers_alone_are_no_wording():
    told = Told()
    told.hear([Decision(what="edit", part="a1", field="steps.0.who", before="10", after="15")], {})
    must, must_not = to_rules(told, "map the waiting", str)
    assert must[0].says == "It is about what was asked: “map the waiting”."
    assert must_not[0].says == "It gives people marks."


def test_patterns_find_the_words_whatever_stands_between_them():
    assert re.search(to_phrase("draw [person 1]'s map"), r"draw \[person 1\]’s  map", re.IGNORECASE)
    assert to_hints("They should draw the waiting of [person 1b] together")[0] == r"\bwaiti"
    assert to_hints("it is so") == ()
