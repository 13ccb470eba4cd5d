"""What is configured, what is missing, what to do: one line for each thing the product stands on."""

from __future__ import annotations

import platform
import shutil
from dataclasses import dataclass

from ._version import __version__
from .adapters.folder_owner import find_owner
from .errors import CoachError
from .jobs.modelling import Modelling
from .locate import demo_folder, pages_folder, prompts_folder
from .models import HealthLine
from .service import Ports
from .settings import Settings

_ROOMY_BYTES = 500_000_000


@dataclass(frozen=True)
class Doctor:
    """Looks at everything, changes nothing."""

    settings: Settings
    """What is configured."""
    ports: Ports
    """What the product stands on."""

    def __call__(self) -> list[HealthLine]:
        """Return one line for each thing, problems included; never raises."""
        looks = (
            self._python,
            self._home,
            self._store,
            self._embedder,
            self._recogniser,
            self._index,
            self._playbook,
            self._files,
        )
        return [*(look() for look in looks), self._model()]

    def _python(self) -> HealthLine:
        return HealthLine(name="python", state="ok", says=f"Python {platform.python_version()}, coach {__version__}.")

    def _home(self) -> HealthLine:
        home = self.settings.home
        free = shutil.disk_usage(home).free
        if free < _ROOMY_BYTES:
            return HealthLine(
                name="data folder",
                state="attention",
                says=f"{home} has {free // 1_000_000} MB left.",
                do="Make room, or set COACH_HOME to a larger disk.",
            )
        return HealthLine(name="data folder", state="ok", says=f"{home} ({free // 1_000_000_000} GB free).")

    def _store(self) -> HealthLine:
        try:
            where = self.ports.store.describe()
        except CoachError as error:
            return _problem("database", error)
        return HealthLine(name="database", state="ok", says=f"{where}.")

    def _recogniser(self) -> HealthLine:
        if self.ports.recogniser is None:
            return HealthLine(name="recogniser", state="attention", says="None: nobody can be coached here.")
        try:
            self.ports.recogniser.recognise(["hello"])
        except CoachError as error:
            return _problem("recogniser", error)
        return HealthLine(name="recogniser", state="ok", says=f"{self.ports.recogniser.name}, on this machine.")

    def _embedder(self) -> HealthLine:
        try:
            self.ports.embedder.embed(["hello"])
        except CoachError as error:
            return _problem("embedder", error)
        return HealthLine(name="embedder", state="ok", says=f"{self.ports.embedder.name}, on this machine.")

    def _index(self) -> HealthLine:
        owner = find_owner(self.settings.index_dir)
        elsewhere = (
            f" The app has the index folder (process {owner.pid}, since {owner.since:%d %b %H:%M} UTC)."
            if owner
            else ""
        )
        return HealthLine(name="index", state="ok", says=f"{self.ports.index.describe().rstrip('.')}.{elsewhere}")

    def _playbook(self) -> HealthLine:
        playbook = self.ports.playbook
        says = f"{len(playbook.patterns)} activity patterns, {len(playbook.protocols)} review protocols."
        return HealthLine(name="playbook", state="ok", says=says)

    def _files(self) -> HealthLine:
        places = {"pages": pages_folder(), "prompts": prompts_folder(), "demo notes": demo_folder()}
        missing = [name for name, place in places.items() if not place.is_dir()]
        if missing:
            return HealthLine(
                name="files",
                state="problem",
                says=f"Missing: {', '.join(missing)}.",
                do="Reinstall the package, or run from a whole checkout.",
            )
        return HealthLine(name="files", state="ok", says="Pages, prompts and demo notes are there.")

    def _model(self) -> HealthLine:
        """Say which model is set up, where it is and whether its key is there; it is not asked."""
        try:
            status = Modelling(self.ports.store, self.ports.clock, self.ports.models).status()
        except CoachError as error:
            return _problem("model", error)
        if not status.is_on:
            says = "None is needed: the playbook drafts. Nothing leaves this machine."
            return HealthLine(name="model", state="ok", says=says)
        where = f"{status.setup.model}, at {status.host}"
        ours = "ours" if status.setup.is_ours else "counted as remote: names are replaced"
        if status.key_name and not status.key_from and not status.setup.api_base:
            return HealthLine(
                name="model",
                state="attention",
                says=f"{where} ({ours}). No key for it was found, so the playbook drafts.",
                do=f"Set {status.key_name}, or keep the key with `coach model key put`.",
            )
        key = f"key from the {status.key_from}" if status.key_from else "no key needed"
        says = f"{where} ({ours}; {key}). `coach model try` asks whether it answers."
        return HealthLine(name="model", state="ok", says=says)


def _problem(name: str, error: CoachError) -> HealthLine:
    return HealthLine(name=name, state="problem", says=error.message, do=error.next_step)
