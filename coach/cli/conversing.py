"""A conversation at a terminal: one line at a time, until an empty one or the end of input."""

from __future__ import annotations

import contextlib
from typing import Any

import click

from coach.errors import CoachError
from coach.jobs.drafts import By
from coach.models import CoachingRequest, CoachReply, Experiment, ReplyKind, Turn
from coach.service import Coach
from coach.wiring import SystemClock

from .drafting import say_drafting, to_how
from .hearing import edit_lines, hear
from .output import Output
from .replies import NOT_KEPT, ask_about, describe_for_talk, describe_reply, say_how_to_go_on
from .words import wrap

_BEGIN = "What is on your mind about hosting? An empty line ends this, /help says what else there is."
_HELP = """\
/again          another reply to what you said last
/try WORDS      keep it as something to try: /try In the next session I will …
/keep WORDS     keep a note for yourself; without words, the coach's last reply
/quit           end this; so does an empty line"""


class Conversation:
    """One conversation, from its first line to its last."""

    def __init__(self, coach: Coach, output: Output, community: str, by: By, options: dict[str, Any]) -> None:
        """Keep who talks, and how the first line is asked.

        Args:
            coach: The product.
            output: Where it is printed.
            community: Whose host it is.
            by: Who words the replies.
            options: The fields of a request, but for its message.
        """
        self.community = community
        self._coach, self._output, self._by = coach, output, by
        self._options = options
        self._clock = SystemClock()
        self._asked: CoachingRequest | None = None
        self._reply: CoachReply | None = None
        self._earlier: tuple[Turn, ...] = ()
        self._commands = {"/again": self._again, "/try": self._try, "/keep": self._keep, "/help": self._help}

    def hold(self) -> None:
        """Go on until nothing more is said."""
        edit_lines()
        with contextlib.suppress(click.Abort):  # the end of input, or somebody stops it
            self._ask_about_last_time()
            self._output.say(_BEGIN)
            while line := hear():
                if line == "/quit":
                    break
                self._take(line)
        if self._reply is not None:
            self._output.say(say_how_to_go_on(self._options["thread"], self.community) or NOT_KEPT)

    def _take(self, line: str) -> None:
        head, _, rest = line.partition(" ")
        try:
            if head.startswith("/"):
                self._commands.get(head, self._help)(rest.strip())
            else:
                self._ask(
                    CoachingRequest.model_validate(
                        {**self._options, "message": line, "earlier": self._earlier, "asks_after": False}
                    )
                )
        except CoachError as error:  # one line that went wrong does not end a conversation
            self._output.fail(error)

    def _ask(self, request: CoachingRequest) -> None:
        how = to_how(self._coach, self.community, self._by, self._output)
        reply = self._coach.coaching.ask(self.community, request, by=how.by, watch=how.watch)
        click.echo(f"\n{describe_reply(reply)}\n")
        for line in describe_for_talk(reply):
            self._output.say(line)
        if reply.drafted_by != "playbook":
            say_drafting(self._output, reply.drafting)
        self._asked, self._reply = request, reply
        self._options = {**self._options, "thread": reply.thread or request.thread, "situation": ""}
        if not request.keeps:
            self._earlier = (*request.earlier, *self._to_turns(request, reply))

    def _to_turns(self, request: CoachingRequest, reply: CoachReply) -> tuple[Turn, Turn]:
        now, number = self._clock.now(), len(request.earlier)
        return (
            Turn(id=str(number + 1), who="person", text=request.message, at=now),
            Turn(id=str(number + 2), who="coach", text=reply.text, at=now, reply=reply),
        )

    def _again(self, _: str) -> None:
        if self._asked is None:
            self._output.say("Nothing was asked yet.")
            return
        changed = {"seed": self._asked.seed + 1, "thread": self._options["thread"], "earlier": self._earlier}
        self._ask(self._asked.model_copy(update=changed))

    def _try(self, words: str) -> None:
        if not words:
            self._output.say("Say what you will do: /try In the next session I will …")
            return
        reply = self._reply
        move = reply.move.id if reply and reply.move else ""
        situation, thread = (reply.situation, reply.thread) if reply else ("", "")
        begun = Experiment(text=words, thread=thread, situation=situation, move=move)
        self._coach.practice.begin_experiment(self.community, begun)
        self._output.say("Kept, for you alone. You will be asked how it went.")

    def _keep(self, words: str) -> None:
        # What is for people is kept only in words that the person chooses.
        last = self._reply if self._reply and self._reply.kind is not ReplyKind.SIGNPOST else None
        text = words or (last.text if last else "")
        if not text:
            self._output.say("Say what to keep: /keep WORDS")
            return
        self._coach.practice.write_entry(self.community, text, thread=self._reply.thread if self._reply else "")
        self._output.say("Kept in your journal, for you alone.")

    def _help(self, _: str) -> None:
        self._output.say(_HELP)

    def _ask_about_last_time(self) -> None:
        due = self._coach.practice.due_experiment(self.community)
        if due is None or self._options["thread"]:
            return
        self._output.say(f"{wrap(ask_about(due))}\n(An empty line: ask me later.)")
        happened = hear()
        if not happened:
            return
        self._output.say("And what do you take from it? (An empty line: nothing yet.)")
        self._coach.practice.tell_experiment(self.community, due.id, happened, hear())
        self._output.say("Kept, for you alone.\n")
