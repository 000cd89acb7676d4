"""For PowerShell, 5.1 or later; where nothing of ours fits it completes paths by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.commands.completions.tree import Option, Tree, Value

FRAME = """\
# gouji completions powershell
Register-ArgumentCompleter -Native -CommandName gouji -ScriptBlock {{
    param($word, $line, $cursor)
    $commands = @{{
{commands}
    }}
    $options = @{{
{options}
    }}
    $values = @{{
{values}
    }}
    $places = @{{
{places}
    }}
    $command = ''
    $place = 0
    $before = ''
    foreach ($element in $line.CommandElements | Select-Object -Skip 1) {{
        if ($element.Extent.EndOffset -ge $cursor) {{ break }}
        $before = $element.ToString()
        $below = "$command $before".Trim()
        if ($commands[$command] -and $commands[$command].Contains($before)) {{ $command = $below }}
        elseif (-not $before.StartsWith('-')) {{ $place++ }}
    }}
    $head = ''
    if ($values.Contains("$command $before")) {{
        $offered = $values["$command $before"]
        if ($offered[0] -eq ',') {{
            $head = $word.Substring(0, $word.LastIndexOf(',') + 1)
            $offered = $offered | Select-Object -Skip 1
        }}
        $offered = @{{ words = $offered }}
    }}
    elseif ($word.StartsWith('-')) {{ $offered = $options[$command] }}
    elseif ($commands[$command]) {{ $offered = $commands[$command] }}
    else {{
        while ($place -gt 0 -and -not $places.Contains("$command $place")) {{ $place-- }}
        $offered = @{{ words = $places["$command $place"] }}
    }}
    $pairs = if ($offered.Contains('words')) {{
        $offered.words | ForEach-Object {{ [pscustomobject]@{{ Text = $_; About = $_ }} }}
    }}
    else {{
        $offered.GetEnumerator() | ForEach-Object {{ [pscustomobject]@{{ Text = $_.Key; About = $_.Value }} }}
    }}
    $pairs | Where-Object {{ $_.Text -and "$head$($_.Text)".StartsWith($word) }} | Sort-Object Text | ForEach-Object {{
        [System.Management.Automation.CompletionResult]::new("$head$($_.Text)", $_.Text, 'ParameterValue', $_.About)
    }}
}}
"""


def script(tree: Tree) -> str:
    parents = ["", *tree.parents()]
    commands = {name: {each.words[-1]: each.about for each in tree.below(*name.split())} for name in parents}
    options = {"": _flags(tree.options)} | {command.name: _flags(command.options) for command in tree.commands}
    values = {
        f"{command.name} {flag}": _words(option.value)
        for command in tree.commands
        for option in command.options
        if option.value is not None
        for flag in option.flags
    }
    places = {f"{command.name} {number}": _words(value) for command in tree.commands for number, value in enumerate(command.places)}
    return FRAME.format(
        commands=_lines(_tables(commands)),
        options=_lines(_tables(options)),
        values=_lines(f"{_quoted(name)} = @({', '.join(map(_quoted, words))})" for name, words in values.items()),
        places=_lines(f"{_quoted(name)} = @({', '.join(map(_quoted, words))})" for name, words in places.items()),
    )


def _flags(options: Iterable[Option]) -> dict[str, str]:
    return {flag: option.about for option in options for flag in option.flags}


def _words(value: Value) -> list[str]:
    """The words, after a comma where several may be given."""
    return [*([","] if value.several else []), *value.words]


def _tables(tables: dict[str, dict[str, str]]) -> Iterator[str]:
    for name, table in tables.items():
        yield f"{_quoted(name)} = @{{ {'; '.join(f'{_quoted(key)} = {_quoted(text)}' for key, text in table.items())} }}"


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(f"        {line}" for line in lines)


def _quoted(text: str) -> str:
    """A literal string; PowerShell takes the curly quotes of Chinese for quotes, too, so these are doubled as well."""
    for mark in "'‘’‚‛":
        text = text.replace(mark, mark * 2)
    return f"'{text}'"
