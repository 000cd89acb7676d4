"""Plain text: decoded, split into paragraphs (hard-wrapped lines joined), tables of `|`, tab or blank columns.

The linear text is the file's own text: decoded, the byte order mark dropped, line ends as they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lint.document import Block, Cell, Document, LineOrigin, Notice, Table
from lint.errors import Unreadable
from lint.outline import mark_of
from lint.pattern import pattern
from lint.place import Span
from lint.readers import Source
from lint.readers.commas import separated
from lint.text import width

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_BARS = pattern(r"[|｜]")
_RULE = pattern(r":?-{3,}:?")
"""A cell of the line that Markdown has below a header."""
_TABS = pattern(r"\t")
_WORDS = pattern(r"\S+")
_NUMBER_WORD = pattern(r"[-—/]|[≥≤]?-?[\d,]+(?:\.\d+)?%?$")
_PAGE = pattern(r"[-—–]+ *\d{1,4} *[-—–]+")
_COLUMNS = pattern(r"\s[\d.]+\s+[\d.]+$")
_SENTENCE_END = "。！？；：!?;:"
_DANGLING = pattern(r"(?:[，、,（(“]|\d[.,]?|[的为比较和与及占达])$")
_UNIT_START = pattern(r"[万亿元%％个]")
_TITLE = pattern(r"[^，。；、]{0,40}(?:19|20)\d\d年[^，。；、]{2,40}(?:报告|说明|情况|总结|公开|表|书)$")
"""A line that names the whole report: whatever follows is no part of it."""
_HEADING = pattern(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.、])[^，。；：、\d]{2,36}(?:情况|说明|概况|分析|目标|结论|问题|建议|措施)"
)
"""A numbered line that names a section."""
_WRAP_COLUMNS = 130
"""Lines longer than this are whole paragraphs: nobody wraps by hand beyond it."""


def decode(data: bytes, forced: str | None = None) -> tuple[str, str, int]:
    """The text of `data`, the encoding used, and how many characters had to be replaced.

    Byte order mark, then strict UTF-8, UTF-16 by its NUL bytes, GB18030; where none fits, the one of UTF-8
    and GB18030 that loses fewer characters. Raises Unreadable for an encoding name that Python does not know.
    """
    if forced:
        try:
            text = data.decode(forced, errors="replace")
        except LookupError:
            raise Unreadable("encoding", forced) from None
        return text.removeprefix("\ufeff"), forced, text.count("\ufffd")
    for bom, name in _BOMS:
        if data.startswith(bom):
            text = data[len(bom) :].decode(name, errors="replace")
            return text, name, text.count("\ufffd")
    if zeros := data[:4096].count(0):
        even = data[:4096:2].count(0)
        name = "utf-16-be" if even > zeros - even else "utf-16-le"
        text = data.decode(name, errors="replace")
        return text, name, text.count("\ufffd")
    for name in ("utf-8", "gb18030"):
        try:
            return data.decode(name), name, 0
        except UnicodeDecodeError:
            continue
    tries = [(data.decode(name, errors="replace"), name) for name in ("utf-8", "gb18030")]
    text, name = min(tries, key=lambda pair: pair[0].count("\ufffd"))
    return text, name, text.count("\ufffd")


def read(source: Source) -> Document:
    """Read a text file. Raises Unreadable for one without any character."""
    text, encoding, replaced = decode(source.data, source.encoding)
    if not text.strip():
        raise Unreadable("empty")
    blocks, tables = layout(text)
    notices = (Notice("encoding", encoding, _first_replaced(text), count=replaced),) if replaced else ()
    return Document(source.name, "txt", text, blocks, tables, LineOrigin(text), notices, source.sha256, encoding)


def _first_replaced(text: str) -> Span | None:
    at = text.find("\ufffd")
    return Span(at, at + 1) if at >= 0 else None


def layout(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[Block, ...], tuple[Table, ...]]:
    """The paragraphs and tables of plain text, or of a part of it."""
    blocks: list[Block] = []
    tables: list[Table] = []
    for lines in _runs(text, start, len(text) if end is None else end):
        blocks.extend(Block(line, "aside") for line in lines if _PAGE.fullmatch(text, line.start, line.end))
        lines = [line for line in lines if not _PAGE.fullmatch(text, line.start, line.end)]
        for group, columns in _groups(text, lines):
            if columns:
                tables.append(_table(text, group, columns))
            else:
                blocks.extend(_block(text, span) for span in _paragraphs(text, group))
    return tuple(blocks), tuple(tables)


def _runs(text: str, start: int, end: int) -> Iterator[list[Span]]:
    """Lines (without their ends) between blank lines and page numbers; a page number ends its run."""
    run: list[Span] = []
    for match in _LINE.finditer(text, start, end):
        line = match[0].strip()
        if line:
            first = match.start() + match[0].index(line[0])
            run.append(_with_tabs(text, Span(first, first + len(line))))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _with_tabs(text: str, line: Span) -> Span:
    """A line of tab columns with the tabs around it: they stand for empty cells. A tab in front of prose is an indent."""
    start, end = line.start, line.end
    while start and text[start - 1] == "\t":
        start -= 1
    while end < len(text) and text[end] == "\t":
        end += 1
    inside = "\t" in text[line.start : line.end]
    return Span(start, end) if inside or (start < line.start and end > line.end) else line


def _groups(text: str, lines: list[Span]) -> Iterator[tuple[list[Span], list[list[Span]]]]:
    """Neighbouring lines of one nature: prose with an empty list, table rows with the cells of each."""
    group: list[Span] = []
    columns: list[list[Span]] = []
    rows = separated(text, lines)
    for index, line in enumerate(lines):
        cells = rows.get(index) or _cells(text, line)
        if group and bool(cells) != bool(columns):
            yield group, columns
            group, columns = [], []
        group.append(line)
        if cells:
            columns.append(cells)
    if group:
        yield group, columns


def _cells(text: str, line: Span) -> list[Span]:
    """The cells of a table row; none for a line of prose."""
    content = text[line.start : line.end]
    for separators in (_BARS, _TABS):
        if cuts := [match.start() for match in separators.finditer(content)]:
            ends = [*cuts, len(content)]
            starts = [0, *(cut + 1 for cut in cuts)]
            return [_strip(text, line.start + start, line.start + end) for start, end in zip(starts, ends, strict=True)]
    words = list(_WORDS.finditer(content))
    numbers = sum(1 for word in words if _NUMBER_WORD.match(word[0]))
    if numbers >= 2 and numbers < len(words) and not any(char in content for char in "。；，"):
        return [Span(line.start + word.start(), line.start + word.end()) for word in words]
    return []


def _strip(text: str, start: int, end: int) -> Span:
    content = text[start:end]
    left = len(content) - len(content.lstrip())
    return Span(start + left, max(start + left, start + len(content.rstrip())))


def _table(text: str, lines: list[Span], rows: list[list[Span]]) -> Table:
    """A table of the cells of its lines; bars at both ends of every line are a frame, and a row of dashes is no row."""
    if all(text[line.start] in "|｜" and text[line.end - 1] in "|｜" for line in lines):
        rows = [cells[1:-1] for cells in rows]
    rows = [row for row in rows if not all(_RULE.fullmatch(text, cell.start, cell.end) for cell in row)] or rows
    cells = tuple(Cell(span, row, column) for row, spans in enumerate(rows) for column, span in enumerate(spans))
    return Table(lines[0].to(lines[-1]), cells, max(map(len, rows)), len(rows))


def _paragraphs(text: str, lines: list[Span]) -> Iterator[Span]:
    """Lines joined where one was broken by hand or by a converter."""
    widths = [width(text[line.start : line.end]) for line in lines]
    wrapped = max(widths) <= _WRAP_COLUMNS and any(_breaks(text, line, following) for line, following in pairwise(lines))
    start = lines[0].start
    for index, (line, following) in enumerate(pairwise(lines)):
        full = max(widths) <= _WRAP_COLUMNS and widths[index] * 5 >= max(widths) * 3 and max(widths) > 24
        titled = not index and _TITLE.fullmatch(text, line.start, line.end) is not None
        if titled or not _continues(text, line, following, full=full, wrapped=wrapped):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, lines[-1].end)


def _breaks(text: str, line: Span, following: Span) -> bool:
    """Whether a line ends in the middle of a clause or of a number with its unit."""
    if _UNIT_START.match(text, following.start) and (text[line.end - 1].isdigit() or text[line.end - 1] in "万亿"):
        return True
    return bool(_DANGLING.search(text[line.start : line.end]))


def _continues(text: str, line: Span, following: Span, *, full: bool, wrapped: bool) -> bool:
    """Whether a line goes on in the next one.

    `full` tells that it is about as long as its neighbours, `wrapped` that some neighbour surely goes on.
    """
    if text[line.end - 1] in _SENTENCE_END or mark_of(text[following.start : following.start + 8]):
        return False
    if _COLUMNS.search(text[line.start : line.end]) or _HEADING.fullmatch(text, line.start, line.end):
        return False
    if _breaks(text, line, following):
        return True
    heading = mark_of(text[line.start : line.start + 8]) is not None
    return full or (wrapped and not heading)


def _block(text: str, span: Span) -> Block:
    """A paragraph; a short one with a numbering mark is a heading."""
    mark = mark_of(text[span.start : span.start + 12])
    if mark is None:
        return Block(span)
    short = len(span) <= 60 and "。" not in text[span.start : span.end - 1]
    return Block(span, "heading" if short else "paragraph", mark.text, mark.depth)
