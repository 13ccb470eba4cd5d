"""How `coach --help` puts the commands in groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

_GROUPS: Mapping[str, Sequence[str]] = {
    "Bring notes in": ("ingest", "jot", "undo", "notes", "show", "communities", "create", "remove"),
    "Plan a session": ("find", "outcomes", "rewrite", "plan", "letters", "print", "check", "playbook"),
    "Talk about hosting": ("ask", "practice", "lessons", "contacts"),
    "Make learning visible": ("brief", "answer", "worth", "stories"),
    "Models and names": ("model", "people", "prompts", "runs"),
    "This installation": ("serve", "demo", "doctor", "index"),
}
_REST = "More"


class GroupedHelp(click.Group):
    """A group whose help lists its commands by what people come to do."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands in their groups; what is in none comes last."""
        known = self.list_commands(ctx)
        named = {name for names in _GROUPS.values() for name in names}
        groups = {**_GROUPS, _REST: [name for name in known if name not in named]}
        width = formatter.width - 6 - max(map(len, known))
        for title, names in groups.items():
            commands = [(name, self.get_command(ctx, name)) for name in names if name in known]
            rows = [(name, command.get_short_help_str(width)) for name, command in commands if command]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)
