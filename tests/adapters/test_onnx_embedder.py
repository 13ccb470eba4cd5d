"""The embedder with its real graph: the same text always gets the same vector, or a clear refusal."""

from __future__ import annotations

import hashlib
import json
import shutil
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from coach.adapters.onnx_embedder import OnnxEmbedder
from coach.errors import EmbedderMissing
from coach.ports import Embedder

FOLDER = Path(__file__).resolve().parents[2] / "coach" / "_minilm"

pytestmark = pytest.mark.skipif(
    not (FOLDER / "manifest.json").is_file(),
    reason="the embedder is not built: run `make setup` or python tools/build_embedder.py",
)

TEXTS = [
    "Newcomers reviewed their first pull request in pairs.",
    "The steering group postponed the vote on the budget.",
    "",
    "   \n\t ",
    "Quién facilita la próxima sesión? 次の会は誰が進めますか 🎉",
    "workshop " * 400,
    "Ask before you answer: what have you tried?",
]


@pytest.fixture(scope="module")
def embedder() -> OnnxEmbedder:
    """Return one embedder for the tests that only read."""
    return OnnxEmbedder(FOLDER)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a folder like the built one that a test may break; the large graph is only linked."""
    folder = tmp_path / "minilm"
    folder.mkdir()
    for name in ("manifest.json", "tokenizer.json"):
        shutil.copy(FOLDER / name, folder)
    (folder / "model.onnx").symlink_to(FOLDER / "model.onnx")
    return folder


def _cosine(embedder: OnnxEmbedder, one: str, other: str) -> float:
    first, second = embedder.embed([one, other])
    return float(first @ second)


# -- what comes back ---------------------------------------------------------------------------------


def test_is_an_embedder_for_the_jobs(embedder: OnnxEmbedder) -> None:
    port: Embedder = embedder
    assert port.dim == 384


def test_returns_one_unit_float32_row_a_text(embedder: OnnxEmbedder) -> None:
    vectors = embedder.embed(TEXTS)
    assert vectors.shape == (len(TEXTS), 384)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_no_texts_give_no_rows(embedder: OnnxEmbedder) -> None:
    vectors = embedder.embed([])
    assert vectors.shape == (0, 384)
    assert vectors.dtype == np.float32


def test_empty_and_blank_texts_are_the_same_nothing(embedder: OnnxEmbedder) -> None:
    empty, blank = embedder.embed(["", " \n\t "])
    assert np.isfinite(empty).all()
    np.testing.assert_array_equal(empty, blank)


def test_half_a_surrogate_pair_does_not_stop_an_ingest(embedder: OnnxEmbedder) -> None:
    broken, replaced = embedder.embed(["we met \ud83c on Monday", "we met ? on Monday"])
    np.testing.assert_array_equal(broken, replaced)


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        (
            "How do we welcome new members?",
            "Onboarding people who just joined the community",
            "The server ran out of disk space last night",
        ),
        (
            "Participants gave each other feedback on their drafts.",
            "A round of peer review of the texts",
            "The room is booked from nine to five",
        ),
        (
            "People stayed silent in the call",
            "Nobody spoke up during the video meeting",
            "We released version two of the library",
        ),
    ],
)
def test_like_meaning_is_nearer_than_unlike(embedder: OnnxEmbedder, text: str, near: str, far: str) -> None:
    assert _cosine(embedder, text, near) > _cosine(embedder, text, far) + 0.2


# -- the same text, the same vector ------------------------------------------------------------------


@pytest.mark.parametrize("workers", [0, 1, 2, 3])
def test_alone_and_in_company_are_equal_bit_for_bit(embedder: OnnxEmbedder, workers: int) -> None:
    alone = np.concatenate([embedder.embed([text]) for text in TEXTS])
    together = OnnxEmbedder(FOLDER, workers=workers).embed(TEXTS)
    np.testing.assert_array_equal(alone, together)


def test_order_and_repetition_change_nothing(embedder: OnnxEmbedder) -> None:
    forwards = embedder.embed(TEXTS)
    backwards = embedder.embed(TEXTS[::-1] * 2)
    np.testing.assert_array_equal(forwards, backwards[: len(TEXTS)][::-1])
    np.testing.assert_array_equal(forwards, backwards[len(TEXTS) :][::-1])


def test_many_threads_may_ask_a_fresh_embedder_at_once(embedder: OnnxEmbedder) -> None:
    expected = embedder.embed(TEXTS)
    fresh, start = OnnxEmbedder(FOLDER), threading.Barrier(8)

    def ask(_: int) -> np.ndarray:
        start.wait()
        return fresh.embed(TEXTS)

    with ThreadPoolExecutor(8) as pool:
        for vectors in pool.map(ask, range(8)):
            np.testing.assert_array_equal(vectors, expected)


# -- 256 tokens, not 128 -----------------------------------------------------------------------------


def _differs_after(embedder: OnnxEmbedder, tokens: int) -> bool:
    """Say whether a change after so many tokens reaches the vector ("note" and the like are one token each)."""
    start = ["note"] * tokens
    one, other = embedder.embed([" ".join([*start, *["garden"] * 20]), " ".join([*start, *["engine"] * 20])])
    return not np.array_equal(one, other)


@pytest.mark.parametrize("tokens", [100, 130, 150, 200, 253])
def test_what_stands_within_256_tokens_counts(embedder: OnnxEmbedder, tokens: int) -> None:
    assert _differs_after(embedder, tokens)


@pytest.mark.parametrize("tokens", [254, 300])
def test_what_stands_past_256_tokens_does_not(embedder: OnnxEmbedder, tokens: int) -> None:
    # 254 words and the two tokens that frame every text make 256.
    assert not _differs_after(embedder, tokens)


# -- the name ----------------------------------------------------------------------------------------


def test_the_name_holds_the_model_and_its_graph(embedder: OnnxEmbedder) -> None:
    manifest = json.loads((FOLDER / "manifest.json").read_text("utf-8"))
    assert embedder.name == f"all-MiniLM-L6-v2-int8-{manifest['model_sha256'][:12]}"


# -- refusals ----------------------------------------------------------------------------------------


def test_the_constructor_reads_nothing(tmp_path: Path) -> None:
    assert OnnxEmbedder(tmp_path / "nowhere").dim == 384


def test_no_texts_need_no_graph(tmp_path: Path) -> None:
    assert OnnxEmbedder(tmp_path / "nowhere").embed([]).shape == (0, 384)


def test_a_missing_folder_says_what_to_do(tmp_path: Path) -> None:
    missing = OnnxEmbedder(tmp_path / "nowhere")
    with pytest.raises(EmbedderMissing, match=r"not set up.*make setup.*reinstall the wheel"):
        missing.embed(["text"])
    with pytest.raises(EmbedderMissing, match="make setup"):
        _ = missing.name


@pytest.mark.parametrize("name", ["manifest.json", "model.onnx", "tokenizer.json"])
def test_a_missing_file_says_which_and_what_to_do(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(EmbedderMissing, match=rf"{name}.*make setup"):
        OnnxEmbedder(copied).embed(["text"])


def _flip_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    # A new file: the old one may be a link to the built graph.
    path.unlink()
    path.write_bytes(content)


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_one_changed_bit_is_refused(copied: Path, name: str) -> None:
    _flip_a_byte(copied / name)
    with pytest.raises(EmbedderMissing, match=rf"damaged.*{name}.*checksum.*make setup"):
        OnnxEmbedder(copied).embed(["text"])


def _no_json(_: dict[str, object]) -> str:
    return "{"


def _wrong_width(manifest: dict[str, object]) -> str:
    return json.dumps({**manifest, "dim": 768})


def _no_checksum(manifest: dict[str, object]) -> str:
    return json.dumps({key: value for key, value in manifest.items() if key != "model_sha256"})


@pytest.mark.parametrize("spoil", [_no_json, _wrong_width, _no_checksum])
def test_a_manifest_of_another_kind_is_refused(copied: Path, spoil: Callable[[dict[str, object]], str]) -> None:
    path = copied / "manifest.json"
    path.write_text(spoil(json.loads(path.read_text("utf-8"))), "utf-8")
    with pytest.raises(EmbedderMissing, match="not a manifest of ours"):
        OnnxEmbedder(copied).embed(["text"])


def test_a_graph_that_the_runtime_cannot_open_is_refused(copied: Path) -> None:
    (copied / "model.onnx").unlink()
    (copied / "model.onnx").write_bytes(b"no graph")
    manifest = json.loads((copied / "manifest.json").read_text("utf-8"))
    manifest["model_sha256"] = hashlib.sha256(b"no graph").hexdigest()
    (copied / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    with pytest.raises(EmbedderMissing, match=r"ONNX Runtime .* cannot open.*make setup"):
        OnnxEmbedder(copied).embed(["text"])


def test_a_repaired_folder_works_without_a_new_embedder(copied: Path) -> None:
    tokenizer = copied / "tokenizer.json"
    content = tokenizer.read_bytes()
    tokenizer.unlink()
    embedder = OnnxEmbedder(copied)
    with pytest.raises(EmbedderMissing):
        embedder.embed(["text"])
    tokenizer.write_bytes(content)
    assert embedder.embed(["text"]).shape == (1, 384)
