"""Where skips are forbidden, one skipped test fails the run; elsewhere it does not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PLUGINS = Path(__file__).resolve().parents[1] / "plugins"


def run_pytest(folder: Path, forbid: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(PLUGINS), "COACH_FORBID_SKIPS": forbid, "PYTEST_ADDOPTS": ""}
    command = [sys.executable, "-m", "pytest", "-p", "no_skips", "-p", "no:cacheprovider", "--rootdir", str(folder)]
    return subprocess.run(
        command, check=False, capture_output=True, text=True, cwd=folder, env=environment, stdin=subprocess.DEVNULL
    )


@pytest.mark.parametrize(
    "body",
    [
        "def test_it():\n    pytest.skip('no server here')\n",
        "pytest.skip('no server here', allow_module_level=True)\n",
        "@pytest.mark.skip(reason='no server here')\ndef test_it():\n    pass\n",
    ],
    ids=["in a test", "whole module", "marked"],
)
def test_a_skip_fails_the_run_and_is_named(tmp_path: Path, body: str):
    (tmp_path / "test_skips.py").write_text(f"import pytest\n\n{body}")
    (tmp_path / "test_passes.py").write_text("def test_it():\n    pass\n")
    forbidden = run_pytest(tmp_path, "1")
    assert forbidden.returncode == 1
    assert "no server here" in forbidden.stdout
    assert run_pytest(tmp_path, "0").returncode == 0


def test_an_expected_failure_is_no_skip(tmp_path: Path):
    (tmp_path / "test_xfail.py").write_text("import pytest\n\n@pytest.mark.xfail\ndef test_it():\n    assert False\n")
    assert run_pytest(tmp_path, "1").returncode == 0
