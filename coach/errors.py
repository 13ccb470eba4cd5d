"""Everything that can go wrong on purpose, as one tree.

    CoachError
    ├── BadInput                  what was asked cannot be done as asked; nothing was changed
    │   ├── BadRequest            minutes, people, wording
    │   ├── UnknownCommunity
    │   ├── UnknownNote
    │   ├── NothingToRead         an empty folder, a missing folder
    │   ├── TooMuchWouldGo        an ingest would remove more than half of a source
    │   ├── NothingToUndo
    │   ├── BadPlanFile           a file handed to `check` that is not a plan
    │   ├── BadPattern            a pattern that no plan can be drafted with
    │   ├── UnknownPattern
    │   ├── UnknownConversation
    │   ├── UnknownOutcome        a kept outcome, or a sign of one
    │   ├── UnknownStory
    │   └── UnknownBrief
    ├── NotAllowed                this actor may not see or do that
    ├── Stopped                   a person stopped a long job
    ├── ModelProblem              a language model was asked, and no answer came of it
    │   ├── ModelUnavailable      busy, slow or out of reach: the same request may work later
    │   ├── ModelRefused          key, name or request: asking again changes nothing
    │   ├── ModelAnswerUnusable   an answer came that holds nothing to go on with
    │   └── BudgetSpent           the job, the day or the community has no more to spend
    └── SetupProblem              the machine, not the person
        ├── EmbedderMissing
        ├── RecogniserMissing
        ├── StoreProblem          database missing, locked, full, of another version
        ├── IndexProblem
        ├── PlaybookProblem       a pattern file that does not hold together
        └── PromptProblem         a prompt file, or what is put into it, does not hold together

Each error carries one message that says what happened, and `next_step`, which says what to do now.
"""

from __future__ import annotations


class CoachError(Exception):
    """The root: catch this to catch everything of ours."""

    default_next_step = "Run `coach doctor` to see what is set up and what is missing."

    def __init__(self, message: str, next_step: str | None = None) -> None:
        """Keep what happened and what to do next.

        Args:
            message: One or two plain sentences on what happened and what is safe.
            next_step: What the person can do now; a general one is used when left out.
        """
        super().__init__(message)
        self.message = message
        self.next_step = next_step or self.default_next_step

    def __str__(self) -> str:
        """Say both halves, the way the command line prints them."""
        return f"{self.message} {self.next_step}"


class BadInput(CoachError):
    """What was asked cannot be done as asked; nothing was changed."""

    default_next_step = "Change the request and try again; nothing was changed."


class BadRequest(BadInput):
    """Minutes, people or wording that no sensible answer fits."""


class UnknownCommunity(BadInput):
    """No community of that name is here."""

    default_next_step = "`coach communities` lists the ones that are here."


class UnknownNote(BadInput):
    """No note of that path is here, or this actor may not read it."""

    default_next_step = "`coach notes --community NAME` lists the notes that you may read."


class NothingToRead(BadInput):
    """The folder is missing or holds nothing that we can read."""

    default_next_step = "Point to a folder that holds Markdown, text or HTML files."


class TooMuchWouldGo(BadInput):
    """An ingest would remove more than half of a source's notes."""

    default_next_step = "Check the folder; if they really should go, run it again with --allow-removal."


class NothingToUndo(BadInput):
    """There is no ingest left to take back."""

    default_next_step = "`coach notes --community NAME` shows what is there now."


class BadPlanFile(BadInput):
    """A file handed to `check` that is not a plan, a review or readable JSON."""

    default_next_step = "docs/json.md describes the shape; `coach plan --json` prints an example."


class BadPattern(BadInput):
    """A text that cannot be read as a pattern, or one that no plan can be drafted with."""

    default_next_step = "`coach playbook check FILE` says all there is to mend; `coach playbook template` is a start."


class UnknownPattern(BadInput):
    """No entry of that id is in the playbook or among the community's own."""

    default_next_step = "`coach playbook list --community NAME` lists the ones that are here."


class UnknownConversation(BadInput):
    """No conversation, experiment or entry of that id is kept for this person here."""

    default_next_step = "`coach ask --community NAME --threads` lists the conversations that are kept for you."


class UnknownOutcome(BadInput):
    """No outcome of that id is kept here, or no sign of that id, or this actor may not read it."""

    default_next_step = "`coach worth --community NAME` lists the outcomes that are kept, with their signs."


class UnknownStory(BadInput):
    """No story of that id is kept here, or this actor may not read it."""

    default_next_step = "`coach stories --community NAME` lists the ones that are here."


class UnknownBrief(BadInput):
    """No brief of that id is kept here, or this actor may not read it."""

    default_next_step = "`coach brief --community NAME --kept` lists those that are kept, for whoever looks after it."


class NotAllowed(CoachError):
    """This actor may not see or do that."""

    default_next_step = "Ask the community's owner."


class SetupProblem(CoachError):
    """The machine needs something, not the person's request."""


class EmbedderMissing(SetupProblem):
    """The embedder's graph is not there or is damaged."""

    default_next_step = "Run `make setup` in a checkout, or reinstall the wheel."


class RecogniserMissing(SetupProblem):
    """The graph that recognises situations is not there or is damaged."""

    default_next_step = "Run `make setup` in a checkout, or reinstall the wheel."


class StoreProblem(SetupProblem):
    """The database is missing, locked, full or of another version."""


class IndexProblem(SetupProblem):
    """The vector index cannot be read or written; it can always be rebuilt."""

    default_next_step = "Run `coach index rebuild`; the notes and their vectors are safe in the database."


class PlaybookProblem(SetupProblem):
    """A pattern or protocol file does not hold together."""

    default_next_step = "Mend the named file; `coach doctor` reads the playbook again."


class PromptProblem(SetupProblem):
    """A prompt file does not hold together, or was given what it does not ask for."""

    default_next_step = "prompts/README.md says what a prompt file holds and how it is used."


class ModelProblem(CoachError):
    """A language model was asked, and no answer came of it; nothing was changed."""

    default_next_step = "The playbook needs no model: `--drafter playbook`."


class ModelUnavailable(ModelProblem):
    """The model is busy, slow or out of reach; the same request may work later."""

    default_next_step = "Try again in a few minutes, or check that COACH_API_BASE can be reached from here."


class ModelRefused(ModelProblem):
    """The provider turned the request down: the key, the model's name, or what was asked."""

    default_next_step = "Check the model's name, COACH_API_BASE and the provider's key; asking again changes nothing."


class ModelAnswerUnusable(ModelProblem):
    """The model answered with nothing that can be used."""

    default_next_step = "Try again, or name another model."


class BudgetSpent(ModelProblem):
    """The job, the day or the community has no more to spend on models."""

    default_next_step = "The playbook drafts at no cost; the limits stand in Settings, `coach model show` lists them."


class Stopped(CoachError):
    """A person stopped a long job; what was finished stays, the rest was not begun."""

    default_next_step = "Run it again to go on from here."
