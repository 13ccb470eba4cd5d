"""The recogniser with its real graph: shares that add up, the same for the same text, or a clear refusal."""

from __future__ import annotations

import json
import shutil
import threading
from pathlib import Path

import pytest

from coach.adapters.onnx_recogniser import OnnxRecogniser
from coach.errors import RecogniserMissing
from coach.locate import recogniser_folder
from coach.models import Matter
from coach.playbook.coaching import load_coaching

FOLDER = recogniser_folder()

pytestmark = pytest.mark.skipif(
    not (FOLDER / "manifest.json").is_file(),
    reason="the recogniser is not built: run `make setup` or python tools/build_recogniser.py",
)

TEXTS = ["I asked them what they thought, and nobody said a word.", "", "🙂\ud800", "long " * 2_000]


@pytest.fixture(scope="module")
def recogniser() -> OnnxRecogniser:
    return OnnxRecogniser(FOLDER)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a folder like the built one that a test may break; the large graph is only linked."""
    folder = tmp_path / "recogniser"
    folder.mkdir()
    for name in ("manifest.json", "tokenizer.json"):
        shutil.copy(FOLDER / name, folder)
    (folder / "model.onnx").symlink_to(FOLDER / "model.onnx")
    return folder


def test_it_knows_every_situation_and_every_matter_by_its_name(recogniser):
    likely = recogniser.recognise([TEXTS[0]])[0]
    situations = {name for name in likely.situations if name != "none" and not name.startswith("~")}
    assert situations == {item.id for item in load_coaching().situations}
    assert set(likely.matters) == {"", *(matter.value for matter in Matter)}


def test_shares_add_up_whatever_is_given(recogniser):
    for likely in recogniser.recognise(TEXTS):
        assert sum(likely.situations.values()) == pytest.approx(1)
        assert sum(likely.matters.values()) == pytest.approx(1)
        assert 0 <= likely.for_people <= 1


def test_plain_cases_are_told(recogniser):
    silent, grim = recogniser.recognise([TEXTS[0], "I can't go on, I don't want to wake up tomorrow."])
    assert max(silent.situations, key=silent.situations.__getitem__) == "silence-after-a-question"
    assert silent.for_people < 0.5 < grim.for_people


def test_a_text_is_told_the_same_alone_in_company_and_from_many_threads(recogniser):
    alone = recogniser.recognise([TEXTS[0]])[0]
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(recogniser.recognise(TEXTS)[0])) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert found == [alone] * 4


def test_nothing_in_nothing_out(recogniser):
    assert recogniser.recognise([]) == []


def test_a_missing_folder_says_what_to_do(tmp_path):
    with pytest.raises(RecogniserMissing, match="make setup"):
        OnnxRecogniser(tmp_path / "nowhere").recognise(["hello"])


def test_a_graph_that_is_not_the_built_one_is_refused(copied):
    manifest = json.loads((copied / "manifest.json").read_text())
    (copied / "manifest.json").write_text(json.dumps(manifest | {"model_sha256": "0" * 64}))
    with pytest.raises(RecogniserMissing):
        OnnxRecogniser(copied).recognise(["hello"])


def test_a_manifest_that_is_none_is_refused(copied):
    (copied / "manifest.json").write_text("{}")
    with pytest.raises(RecogniserMissing, match="damaged"):
        _ = OnnxRecogniser(copied).name
