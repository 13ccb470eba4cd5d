"""The command that talks with the coach about hosting, and looks after the conversations that are kept."""

from __future__ import annotations

import sys
from typing import Any

import click

from coach.errors import BadRequest
from coach.jobs.drafts import By
from coach.models import CoachingRequest, CoachMode, CoachReply, Drafting, ReplyKind
from coach.service import Coach

from .conversing import Conversation
from .drafting import drafter_option, say_drafting, to_how
from .output import Output, community_option, json_option, open_here
from .replies import (
    NOT_KEPT,
    describe_around,
    describe_reply,
    describe_thread,
    describe_threads,
    say_how_to_go_on,
    to_data,
)
from .runs import show_sent
from .words import only_one, read_words

_MODE = click.Choice([*(item.value for item in CoachMode), "ten-minutes", "went-wrong"])

_HOSTING = "If it is about hosting and nothing else, ask again with --only-hosting."


@click.command()
@click.argument("message", required=False)
@community_option()
@click.option("--mode", type=_MODE, help="Which door; the conversation's own, or think.")
@click.option("--thread", default="", metavar="ID", help="Go on with this conversation.")
@click.option("--situation", default="", metavar="ID", help="Say what it is about; `coach playbook hard` lists them.")
@click.option("--only-hosting", is_flag=True, help="Say that it is about hosting and nothing else.")
@click.option("--do-not-keep", is_flag=True, help="Write nothing of this down.")
@click.option("--seed", default=0, show_default=True, help="Another number gives another reply.")
@click.option("--sent", is_flag=True, help="Show exactly what would be sent to a model for this; nobody is asked.")
@click.option("--threads", is_flag=True, help="List the conversations that are kept for you.")
@click.option("--show", metavar="ID", help="Print one of them whole.")
@click.option("--forget", metavar="ID", help="Remove one of them for good.")
@drafter_option
@json_option
@click.pass_obj
def ask(output: Output, /, message: str | None, community: str, by: By, **options: Any) -> None:
    """Say what is on your mind about hosting.

    MESSAGE is what you would tell a colleague; `-` reads it from standard input. Without one, on a terminal, it is a
    conversation. What is kept is kept for you: nobody else sees it, not even whoever looks after the community.
    """
    kept = {name: options.pop(name) for name in ("threads", "show", "forget")}
    wanted = only_one(**kept)
    if wanted and message is not None:
        raise BadRequest(
            f"A message and --{wanted} are two things at once. Nothing was done.", "Ask for one at a time."
        )
    coach = open_here()
    if wanted:
        _LOOKING_AFTER[wanted](coach, output, community, kept[wanted])
        return
    options["mode"] = options["mode"] and options["mode"].replace("-", "_")
    options["keeps"], sent = not options.pop("do_not_keep"), options.pop("sent")
    if message is None:
        _converse(coach, output, Conversation(coach, output, community, by, options))
        return
    request = CoachingRequest.model_validate({"message": read_words(message), **options})
    if sent:
        _preview(coach, output, community, request)
    else:
        _answer(coach, output, community, request, by)


def _preview(coach: Coach, output: Output, community: str, request: CoachingRequest) -> None:
    shown = coach.coaching.preview(community, request)
    if shown is None:
        output.show({"sent": None}, "Nothing would be sent: no model is asked about this.")
    else:
        show_sent(output, shown)


def _converse(coach: Coach, output: Output, conversation: Conversation) -> None:
    coach.community(conversation.community)
    if output.as_json or not sys.stdin.isatty():
        raise BadRequest("No message was given.", 'Write one: `coach ask "…"`, or hand it over with `coach ask -`.')
    conversation.hold()


def _answer(coach: Coach, output: Output, community: str, request: CoachingRequest, by: By) -> None:
    how = to_how(coach, community, by, output)
    reply = coach.coaching.ask(community, request, by=how.by, watch=how.watch)
    output.show(to_data(reply), describe_reply(reply))
    if not output.as_json:
        _say_beside(coach, output, community, request, reply)


def _say_beside(coach: Coach, output: Output, community: str, request: CoachingRequest, reply: CoachReply) -> None:
    output.say("")
    for line in describe_around(reply, chosen=bool(request.situation)):
        output.say(line)
    if reply.kind is not ReplyKind.SIGNPOST:
        say_drafting(output, reply.drafting or Drafting(by=reply.drafted_by))
    hosting = _HOSTING if reply.kind is ReplyKind.SIGNPOST else ""
    for line in ("" if reply.kept else NOT_KEPT, hosting, say_how_to_go_on(reply.thread, community)):
        if line:
            output.say(line)
    due = None if request.thread else coach.practice.due_experiment(community)
    if due is not None and due.text.rstrip(".") in reply.text:
        output.say(f'How it went: coach practice experiments --community "{community}" --tell {due.id} "…"')


def _list(coach: Coach, output: Output, community: str, _: object) -> None:
    found = coach.coaching.threads(community)
    titles = {item.id: item.title for item in coach.situations()}
    output.show(
        {"threads": [thread.model_dump(mode="json", exclude={"turns"}) for thread in found]},
        describe_threads(found, titles) or "No conversation is kept for you here.",
    )


def _show(coach: Coach, output: Output, community: str, thread_id: str) -> None:
    thread = coach.coaching.thread(community, thread_id)
    output.show(thread.model_dump(mode="json"), describe_thread(thread))


def _forget(coach: Coach, output: Output, community: str, thread_id: str) -> None:
    gone = coach.coaching.forget(community, thread_id)
    output.show(gone.model_dump(mode="json"), f"“{gone.title}” is forgotten: nothing of it is kept.")


_LOOKING_AFTER = {"threads": _list, "show": _show, "forget": _forget}
