"""L2: our words judge nothing and tell no result that the words behind them do not hold."""

from __future__ import annotations

from importlib import resources

import pytest
import yaml

from tests.checks.briefs import about, found_in, stops_in

FAULTS = [
    ("can", "The ward is safer and happier: {}", "We hand over at the bedside now."),
    ("can", "A real success for the depot: {}", "We check the straps twice now."),
    ("can", "The archive now works faster and cheaper.", "We label each box before it leaves the archive now."),
    ("can", "The crew agreed on a lasting answer: {}", "We talked about who holds the keys."),
    ("can", "The kitchen won a prize for its labels: {}", "We label the trays by day now."),
    ("can", "The translators impressed the ministry with the list: {}", "We use one list of terms now."),
    ("unplanned", "Neighbouring hospitals want to buy the card: {}", "Two wards we had never met saw our card."),
    ("can", "The pharmacy makes fewer mistakes: {}", "We read the label twice."),
    ("can", "The boats are in excellent shape: {}", "We wear the line on deck."),
    ("can", "Trust between the shops has grown: {}", "Two shops order from one list now."),
    ("can", "The reading room draws record crowds: {}", "The reading room opens on Sundays now."),
    ("can", "The depot saves diesel every week: {}", "We plan the round the night before."),
    ("can", "The wall is of outstanding quality: {}", "I wet the stone before I set it."),
    ("can", "The tailors are proud, motivated and efficient: {}", "I cut the sleeve without a pattern."),
    ("can", "Complaints at the clinic have dropped sharply: {}", "We call people the day before."),
    ("can", "The theatre saves money on paint: {}", "We mix the paint in one place."),
    ("unplanned", "The bees are healthier than in other valleys: {}", "I find the queen in a minute."),
    ("can", "A breakthrough in the dye room: {}", "We write the mix on the lid."),
    ("can", "The museum is more attractive to families: {}", "We hang the labels at the height of a child."),
    ("can", "Tenants are far more satisfied: {}", "We answer on the same day."),
    ("can", "The cellar meets the highest demands: {}", "The cellar is swept every night."),
    ("can", "The rowers work with great care and passion: {}", "We mend the boats ourselves."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "quote"), FAULTS)
def test_a_judgement_or_result_of_ours_stops(kind, text, quote):
    assert "x-1" in {where for _, where in stops_in(*about(quote, kind, text))}


def _leads() -> list[tuple[str, str]]:
    text = (resources.files("coach.drafting.brief.composing") / "wording.yaml").read_text(encoding="utf-8")
    leads = yaml.safe_load(text)["leads"]
    return [(name, lead) for name, rows in leads.items() for lead in rows if "{quote}" in lead]


@pytest.mark.parametrize(("name", "lead"), _leads())
def test_no_lead_of_the_playbook_judges_by_itself(name, lead):
    words = lead.replace("{quote}", "{{}}").format(
        source="the session in May", Source="The session in May", when="in May", says="three notes",
        theme="the bench", sign="the bench is swept", other="", doing="sweep the bench",
    )  # fmt: skip
    kind = "hard" if "hard" in name else "unplanned"
    found = found_in(*about("We sweep the bench in May.", kind, words))
    assert [item.message for item in found if "does not stand in the words behind it." in item.message] == []
