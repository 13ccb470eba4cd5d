"""The parts are found in a checkout and in an installed package, and never by the current folder."""

import shutil
import subprocess
import sys
from pathlib import Path

from coach import locate

REPO = Path(__file__).resolve().parents[2]
ASK = """
from coach import locate
for part in ("pages", "prompts", "demo", "embedder"):
    print(getattr(locate, f"{part}_folder")())
"""


def ask(parent_of_coach: Path, cwd: Path) -> list[Path]:
    code = f"import sys; sys.path.insert(0, {str(parent_of_coach)!r}){ASK}"
    run = subprocess.run([sys.executable, "-P", "-c", code], check=True, capture_output=True, text=True, cwd=cwd)
    return [Path(line) for line in run.stdout.splitlines()]


def lay_out(parent: Path, *folders: str) -> None:
    (parent / "coach").mkdir(parents=True)
    for name in ("locate.py", "_version.py", "__init__.py"):
        shutil.copy(REPO / "coach" / name, parent / "coach")
    for folder in folders:
        (parent / folder).mkdir()


def test_a_checkout_has_pages_and_prompts_beside_the_package():
    assert locate.pages_folder() == REPO / "ui"
    assert locate.prompts_folder() == REPO / "prompts"
    assert (locate.demo_folder() / "community.yaml").is_file()
    assert locate.embedder_folder().parent == REPO / "coach"


def test_an_installed_package_has_them_inside_even_beside_packages_of_those_names(tmp_path: Path):
    site, decoy = tmp_path / "site", tmp_path / "decoy"
    lay_out(site, "coach/_ui", "coach/_prompts", "ui", "prompts")
    lay_out(decoy, "ui", "prompts")
    coach = site / "coach"
    assert ask(site, cwd=decoy) == [coach / "_ui", coach / "_prompts", coach / "demo", coach / "_minilm"]


def test_the_current_folder_is_never_asked(tmp_path: Path):
    checkout, decoy = tmp_path / "checkout", tmp_path / "decoy"
    lay_out(checkout, "ui", "prompts")
    lay_out(decoy, "ui", "prompts", "coach/_ui")
    assert ask(checkout, cwd=decoy)[:2] == [checkout / "ui", checkout / "prompts"]
