"""Which model drafts, where it is, what may leave for it, and what was spent."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypedDict

from coach.drafting.modelled.room import Room
from coach.errors import BadRequest, ModelRefused, NotAllowed
from coach.models import (
    Actor,
    Community,
    Member,
    ModelSetup,
    ModelStatus,
    ModelTrial,
    ModelUse,
    SentPreview,
    SpendingLimits,
    Spent,
)
from coach.ports import LLM, Clock, PreviewingDrafter, Store, Watch

from .communities import get_community
from .hosts import describe_host
from .model_ports import ModelPorts
from .model_setup import check_setup, complete, for_so_many, get_field, put_over, say_field, variable_of
from .people import People
from .plan import PlanTools
from .previewing import NoModel, NoPurse, Shown, preview
from .spending import JobPurse

OWNER_ID = "local-owner"
"""Whoever looks after this installation."""
_HOW_TO_SWITCH_ON = "Set COACH_MODEL, use the Settings page, or run `coach model set`; without one the playbook drafts."


class _Shown(TypedDict):
    members: tuple[Member, ...]
    noticed: tuple[str, ...] | None
    hides: bool
    host: str


class Modelling:
    """The model that is set up here: what it is, who may use it for what, and what it took."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        outside: ModelPorts | None = None,
        plan_tools: Callable[[str, Actor], PlanTools] | None = None,
    ) -> None:
        """Keep what it stands on.

        Args:
            store: Where the setup, the spending and the communities are.
            clock: Tells the day.
            outside: What asking models needs; None where no model can be asked.
            plan_tools: Gives what planning stands on, for showing what would be sent.
        """
        self._store, self._clock, self._outside, self._plan_tools = store, clock, outside, plan_tools
        self._people = People(store)
        self._llms: tuple[ModelSetup, tuple[LLM, ...]] | None = None
        self._lock = threading.Lock()

    # -- what holds --------------------------------------------------------------------------------
    def setup(self) -> ModelSetup:
        """Return what holds now: the environment's word before the saved one."""
        saved = self._store.records().read_setup() or ModelSetup()
        return put_over(saved, self._environment) if self._outside else ModelSetup()

    def status(self) -> ModelStatus:
        """Return what is configured, as a person may see it; never a key."""
        setup = self.setup()
        if self._outside is None:
            return ModelStatus(setup=setup)
        keys, model = self._outside.keys, setup.model
        return ModelStatus(
            setup=setup,
            from_environment=tuple(sorted(self._environment)),
            key_name=keys.name_for(model) if model else "",
            key_from=keys.find(model)[1] if model else "",
            keyring=keys.keyring_name(),
            host=self.host(setup),
        )

    def host(self, setup: ModelSetup) -> str:
        """Return where text goes with this setup; empty without a model."""
        if not setup.model or self._outside is None:
            return ""
        return describe_host(setup.model, setup.api_base or self._outside.address_of(setup.model))

    def model_for(self, community: Community, by: str) -> str:
        """Return the model that would draft for a community; empty where the playbook would.

        Raises:
            ModelRefused: A model was asked for, and none may be used.
        """
        setup = self.setup() if by != "playbook" else ModelSetup()
        if by == "model" and not setup.model:
            raise ModelRefused("No model is set up here.", _HOW_TO_SWITCH_ON)
        if by == "model" and community.model_use is ModelUse.OFF:
            raise ModelRefused(
                f"Nothing leaves {community.name} for a model: its lead has switched that off.",
                f'`coach model use --community "{community.name}" replaced` switches it on, with stand-ins for names.',
            )
        return "" if community.model_use is ModelUse.OFF else setup.model

    def names_in(self, community: Community, actor: Actor) -> frozenset[str]:
        """Return names of people, listed or made plain by the notes, as far as this actor may know them."""
        try:
            plain = self._people.plain_names(community.name, actor=actor)
            listed = self._people.list(community.name, actor=actor)
        except NotAllowed:
            return frozenset()
        return frozenset([*plain, *(name for member in listed for name in (member.name, *member.aliases))])

    def hides(self, community: Community) -> bool:
        """Say whether names and addresses are replaced before text leaves this community."""
        return not (community.model_use is ModelUse.WHOLE and self.setup().is_ours)

    # -- asking ------------------------------------------------------------------------------------
    def room(self, community: Community, job_id: str, watch: Watch, actor: Actor, suggestions: int = 1) -> Room:
        """Return what one job may use to ask models.

        Args:
            community: Whose notes are read.
            job_id: What the spending is written down under.
            watch: Whoever waits.
            actor: Who asks.
            suggestions: How many suggestions the job makes: a series is one for each session.
        """
        setup, records = self.setup(), self._store.records()
        limits = for_so_many(setup.limits, suggestions)
        return Room(
            llms=self._make_llms(setup),
            purse=JobPurse(records.ledger(), job_id, community.id, limits, self._clock),
            answers=records.answers(community.id),
            watch=watch,
            **self._shown(community, actor),
        )

    def preview(self, name: str, request: Shown, *, anyway: bool = False, actor: Actor | None = None) -> SentPreview:
        """Return exactly what would be sent for a request; nobody is asked and nothing is spent.

        Args:
            name: The community.
            request: What would be asked for.
            anyway: Whether to show it also where no model is set up yet, or none may be used.
            actor: Who asks.

        Raises:
            ModelRefused: No model is set up, or nothing may leave this community.
        """
        community = get_community(name, store=self._store)
        if not anyway:
            self.model_for(community, "model")
        drafter, tools = self.for_showing(community, actor or Actor())
        return preview(request, community, tools, drafter)

    def for_showing(self, community: Community, actor: Actor) -> tuple[PreviewingDrafter, PlanTools]:
        """Return a drafter that can ask nobody, and what it would draft from: for showing what would be sent."""
        if self._plan_tools is None:
            raise ModelRefused("Nothing can be sent from here.", _HOW_TO_SWITCH_ON)
        llms = self._make_llms(self.setup()) or (NoModel(),)
        room = Room(llms=llms, purse=NoPurse(), **self._shown(community, actor))
        return self.drafter(room), replace(self._plan_tools(community.name, actor), for_model=True)

    def warm(self) -> None:
        """Get ready to ask, in the background, where a model is set up: for once the app is up."""
        if self._outside is not None and self.setup().model:
            self._outside.warm()

    def drafter(self, room: Room) -> PreviewingDrafter:
        """Return a drafter that asks the models of a room."""
        return self._get_outside().make_drafter(room)

    def _shown(self, community: Community, actor: Actor) -> _Shown:
        """Return who is replaced in what leaves, and where it goes."""
        hides = self.hides(community)
        try:
            noticed = self._people.plain_names(community.name, actor=actor) if hides else None
        except NotAllowed:
            noticed = None  # somebody who may read here and does not belong here: the passages are looked through then
        return {
            "members": tuple(self._store.list_members(community.id)),
            "noticed": noticed,
            "hides": hides,
            "host": self.host(self.setup()),
        }

    def _make_llms(self, setup: ModelSetup) -> tuple[LLM, ...]:
        # What a model turned out to be able to do is remembered in the object, so it is made once for each setup.
        bare = setup.model_copy(update={"limits": SpendingLimits()})
        make = self._get_outside().make_llm
        with self._lock:
            if self._llms is None or self._llms[0] != bare:
                names = [(setup.model, setup.api_base), (setup.fallback, setup.fallback_api_base)]
                self._llms = (bare, tuple(make(model, base, setup) for model, base in names if model))
            return self._llms[1]

    def try_it(self, setup: ModelSetup | None = None, *, actor: Actor | None = None) -> ModelTrial:
        """Ask one small question and say what works; nothing is saved."""
        _check_owner(actor)
        wanted = put_over(setup, self._environment) if setup else self.setup()
        if not wanted.model:
            return ModelTrial(model="", reachable=False, message="No model is named.", next_step=_HOW_TO_SWITCH_ON)
        check_setup(wanted)
        outside = self._get_outside()
        return outside.try_model(outside.make_llm(wanted.model, wanted.api_base, wanted))

    # -- setting up --------------------------------------------------------------------------------
    def save(self, setup: ModelSetup, *, actor: Actor | None = None) -> ModelStatus:
        """Save which model drafts, and return what holds now.

        Raises:
            NotAllowed: Only whoever looks after this installation sets models up.
            BadRequest: It cannot be used as it is, or the environment sets a field that was changed.
        """
        _check_owner(actor)
        check_setup(setup)
        for name in sorted(self._environment):
            if get_field(setup, name) != get_field(self.setup(), name):
                raise BadRequest(
                    f"The environment sets {say_field(name)}, so it cannot be changed here; nothing was saved.",
                    f"Change or remove {variable_of(name)} and start again.",
                )
        records = self._store.records()
        # What the environment says is not written down: without it, what was saved before holds again.
        before = records.read_setup() or ModelSetup()
        records.write_setup(put_over(setup, {name: get_field(before, name) for name in self._environment}))
        return self.status()

    def put_key(self, model: str, key: str, *, actor: Actor | None = None) -> ModelStatus:
        """Keep a provider's key in this machine's keyring; it is never shown again."""
        _check_owner(actor)
        if not key.strip() or not model.strip():
            raise BadRequest("There is no key to keep.", "Name the model and give its provider's key.")
        self._get_outside().keys.put(model.strip(), key.strip())
        return self.status()

    def forget_key(self, model: str, *, actor: Actor | None = None) -> ModelStatus:
        """Take a provider's key out of this machine's keyring."""
        _check_owner(actor)
        self._get_outside().keys.forget(model.strip())
        return self.status()

    def set_use(self, name: str, use: ModelUse, *, actor: Actor | None = None) -> Community:
        """Say what may leave a community for a model.

        Raises:
            BadRequest: Text was to leave as it is, and the model is not declared our own.
        """
        if use is ModelUse.WHOLE and not self.setup().is_ours:
            raise BadRequest(
                "Text can only leave as it is for a model that is your own.",
                "Declare the model yours in Settings (or set COACH_MODEL_IS_OURS), or leave the stand-ins on.",
            )
        changed = self._change(name, actor, model_use=use)
        if use is ModelUse.OFF:
            self._store.records().forget_answers(changed.id)
        return changed

    def set_keeping(self, name: str, keeps: bool, *, actor: Actor | None = None) -> Community:
        """Say whether a community's requests, suggestions and edits are kept word for word from now on."""
        return self._change(name, actor, keeps_suggestions=keeps)

    def spent(self, name: str = "") -> dict[str, Spent]:
        """Return what was spent today (UTC), and today for one community when one is named."""
        ledger = self._store.records().ledger()
        midnight = dt.datetime.combine(self._clock.now().astimezone(dt.UTC).date(), dt.time(), dt.UTC)
        found = {"today": ledger.spent(since=midnight)}
        if name:
            community = get_community(name, store=self._store)
            found["today here"] = ledger.spent(community_id=community.id, since=midnight)
        return found

    # -- inside ------------------------------------------------------------------------------------
    @property
    def _environment(self) -> Mapping[str, object]:
        return complete(self._outside.environment) if self._outside else {}

    def _get_outside(self) -> ModelPorts:
        if self._outside is None:
            raise ModelRefused("No model can be asked here.", _HOW_TO_SWITCH_ON)
        return self._outside

    def _change(self, name: str, actor: Actor | None, **fields: object) -> Community:
        community = get_community(name, store=self._store)
        if community.owner_id != (actor or Actor()).id:
            raise NotAllowed(f"Only whoever looks after {community.name} decides that; nothing was changed.")
        changed = community.model_copy(update=fields)
        self._store.update_community(changed)
        return changed


def _check_owner(actor: Actor | None) -> None:
    if (actor or Actor()).id != OWNER_ID:
        raise NotAllowed("Only whoever looks after this installation sets models up; nothing was changed.")
