"""For fish: one `complete` for everything that can be offered, on the condition of its command."""

from __future__ import annotations

from collections.abc import Iterator

from lint.commands.completions.tree import Option, Tree, Value

FRAME = """\
# gouji completions fish
function __gouji_at --description 'whether the line so far is this command, with from so many to so many words after it'
    set -l command
    set -l places 0
    for word in (commandline -opc)[2..]
        switch "$command/$word"
{commands}
            case '*/-*'
            case '*'
                set places (math $places + 1)
        end
    end
    test "$command" = $argv[1]; or return 1
    set -q argv[2]; and test $places -lt $argv[2]; and return 1
    set -q argv[3]; and test $places -gt $argv[3]; and return 1
    return 0
end

complete -c gouji -f
"""


def script(tree: Tree) -> str:
    return FRAME.format(commands="\n".join(_commands(tree))) + "\n".join([*_lines(tree), ""])


def _commands(tree: Tree) -> Iterator[str]:
    for command in tree.commands:
        above = " ".join(command.words[:-1])
        yield f"            case {_quoted(f'{above}/{command.words[-1]}')}"
        yield f"                set command {_quoted(command.name)}"


def _lines(tree: Tree) -> Iterator[str]:
    for command in tree.commands:
        above = " ".join(command.words[:-1])
        yield f"complete -c gouji -n {_at(above)} -a {_quoted(command.words[-1])} -d {_quoted(command.about)}"
    for name, options in [("", tree.options), *((command.name, command.options) for command in tree.commands)]:
        for option in options:
            yield f"complete -c gouji -n {_at(name)} {_option(option)}"
    for command in tree.commands:
        for number, value in enumerate(command.places):
            where = f"{number}" if number + 1 == len(command.places) else f"{number} {number}"
            if offer := _offer(value):
                yield f"complete -c gouji -n {_at(command.name, where)} {offer}"


def _option(option: Option) -> str:
    flags = " ".join(f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags)
    takes = "" if option.value is None else f" -r {_offer(option.value)}"
    return f"{flags}{takes} -d {_quoted(option.about)}"


def _offer(value: Value) -> str:
    """Words, paths, or both; neither where nothing can be offered."""
    words = " ".join(value.words)
    if value.several:
        words = f'(__fish_complete_list , \'string split " " "{words}"\')'
    return " ".join(part for part in (f"-a {_quoted(words)}" if words else "", "-F" if value.paths else "") if part)


def _at(command: str, where: str = "") -> str:
    return _quoted(f"__gouji_at {_quoted(command)} {where}".rstrip())


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
