"""The characters of one paragraph: what Word shows of its runs, fields, changes, controls and formulas."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lint.readers.docx import formula
from lint.readers.docx.flow import Flow, runs
from lint.readers.docx.styles import Style, Styles, on
from lint.readers.docx.symbols import symbol
from lint.readers.package import MC, M, W

if TYPE_CHECKING:
    from lxml.etree import _Element

RUN, TEXT, PROPERTIES, FORMAT, BOX = W + "r", W + "t", W + "rPr", W + "pPr", W + "txbxContent"
ALTERNATIVES, CHOICE, FALLBACK = MC + "AlternateContent", MC + "Choice", MC + "Fallback"
FIELD = W + "fldChar"
WRAPPERS = frozenset(
    W + name for name in ("ins", "moveTo", "hyperlink", "sdt", "sdtContent", "smartTag", "fldSimple", "customXml", "dir", "bdo", "rubyBase")
)
"""Elements that change nothing about what is shown of their content."""
_FORMULAS = frozenset({M + "oMath", M + "oMathPara"})
_PICTURES = frozenset(W + name for name in ("drawing", "pict", "object"))
_NOTES = frozenset({W + "footnoteReference", W + "endnoteReference"})
SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_LINE_ENDS = str.maketrans("\n\r\t", "   ")
_CLOSED = "、）.．①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
"""Labels that end so are followed by the text at once."""


def alternative(element: _Element) -> tuple[_Element | None, list[_Element]]:
    """Which branch of mc:AlternateContent counts (the first choice), and the branches that do not."""
    branches = [child for child in element if child.tag in (CHOICE, FALLBACK)]
    return (branches[0], branches[1:]) if branches else (None, [])


def boxes(element: _Element) -> list[_Element]:
    """The contents of the text boxes in a drawing, each once."""
    if element.tag == BOX:
        return [element]
    if element.tag == ALTERNATIVES:
        branch, _ = alternative(element)
        return boxes(branch) if branch is not None else []
    return [box for child in element for box in boxes(child)]


class Inline:
    """Writes paragraphs into a flow, run by run.

    `hiding` says whether anything in the file may be hidden; `aside` is called with each text box or note
    reference and the number of the run that holds it. `anchor`, if not 0, stands for all runs: their text is
    shown elsewhere than in the flow of the file. `hidden` counts the characters that were left out.
    """

    def __init__(self, flow: Flow, styles: Styles, hiding: bool, aside: Callable[[_Element, int], None], anchor: int = 0) -> None:
        self.flow = flow
        self.hidden = 0
        self._styles = styles
        self._hiding = hiding
        self._aside = aside
        self._anchor = anchor
        self._number = 0
        self._style = Style()
        self._label = ""
        self._codes: list[bool] = []
        self._closed: set[_Element] | None = None

    def begin(self, label: str) -> None:
        """Begin a paragraph that shows a label."""
        self._label = label
        if label:
            self.flow.write(label)

    def paragraph(self, element: _Element, style: Style) -> None:
        """Write what stands in a w:p, without its end."""
        self._number = 0
        self._style = style
        self._codes.clear()
        self._closed = None
        self._content(element)

    def _content(self, parent: _Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._number += 1
                if self._hiding and self._is_hidden(child):
                    self._number += len(runs(child))
                    self.hidden += sum(len(text.text or "") for text in child.iter(TEXT))
                else:
                    self._show(child, self._anchor or self._number)
            elif tag in WRAPPERS:
                self._content(child)
            elif tag == FORMAT:
                continue
            elif tag in _FORMULAS:
                self._formula(child)
            elif tag == ALTERNATIVES:
                self._alternative(child, self._content)
            elif len(child):  # deleted, moved away, or unknown: not shown, but its runs count
                self._number += len(runs(child))

    def _show(self, run: _Element, number: int) -> None:
        """Write what stands in a run, or in a branch of one."""
        for child in run:
            tag = child.tag
            if tag == TEXT:
                text = child.text
                if text:
                    if "\n" in text or "\t" in text or "\r" in text:
                        text = text.translate(_LINE_ENDS)
                    self._write(text, number)
            elif tag == PROPERTIES:
                continue
            elif tag in SIGNS:
                self._write(SIGNS[tag], number)
            elif tag == FIELD:
                self._field(child)
            elif tag in _PICTURES:
                for box in boxes(child):
                    self._aside(box, number)
            elif tag in _NOTES:
                self._aside(child, number)
            elif tag == ALTERNATIVES:
                self._alternative(child, lambda branch: self._show(branch, number))
            elif tag == W + "sym":
                code = child.get(W + "char", "")
                if code:
                    self._write(_symbol(code, child.get(W + "font", "")), number)
            elif tag == W + "ruby":
                self._ruby(child)

    def _write(self, text: str, number: int) -> None:
        if self._codes and any(self._codes):
            return
        if self._label:
            # Word draws a tab or a gap; "1." before 2022 must not become the number 1.2022
            if self._label[-1] not in _CLOSED or (self._label[-1] in ".．" and text[0].isdigit()):
                self.flow.write(" ")
            self._label = ""
        self.flow.parts.append(text)
        self.flow.runs.append(number)

    def _field(self, mark: _Element) -> None:
        """Follow a complex field: from its begin to its separator stands the code, which is not shown.

        A begin that the paragraph neither separates nor ends belongs to a damaged field, or to one whose code
        is w:instrText alone: neither may swallow text.
        """
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            if self._closed is None:
                self._closed = _closed_fields(mark)
            self._codes.append(mark in self._closed)
        elif self._codes:
            if kind == "separate":
                self._codes[-1] = False
            elif kind == "end":
                self._codes.pop()

    def _ruby(self, ruby: _Element) -> None:
        for child in ruby:
            if child.tag == W + "rubyBase":
                self._content(child)
            else:
                self._number += len(runs(child))

    def _alternative(self, element: _Element, write: Callable[[_Element], None]) -> None:
        branch, others = alternative(element)
        if branch is not None:
            write(branch)
        self._number += sum(len(runs(other)) for other in others)

    def _formula(self, element: _Element) -> None:
        first = self._number + 1
        numbers = {run: number for number, run in enumerate(runs(element), first)}
        for text, run in formula.parts(element):
            if text:
                self._write(text, self._anchor or (numbers[run] if run is not None else 0))
        self._number += len(numbers)

    def _is_hidden(self, run: _Element) -> bool:
        """By w:vanish in the run; else by its styles, where hidden in hidden shows again."""
        properties = run.find(PROPERTIES)
        named = ""
        if properties is not None:
            vanish = properties.find(W + "vanish")
            if vanish is not None:
                return on(vanish)
            style = properties.find(W + "rStyle")
            named = style.get(W + "val", "") if style is not None else ""
        return self._style.hidden != self._styles.character(named).hidden


def _closed_fields(mark: _Element) -> set[_Element]:
    """The begins of fields whose separator or end stands in the same paragraph as `mark`."""
    paragraph = next(mark.iterancestors(W + "p"))
    found: set[_Element] = set()
    stack: list[_Element] = []
    for field in paragraph.iter(FIELD):
        kind = field.get(W + "fldCharType")
        if kind == "begin":
            stack.append(field)
        elif stack:
            found.add(stack[-1])
            if kind == "end":
                stack.pop()
    return found


def _symbol(code: str, font: str) -> str:
    try:
        return symbol(int(code, 16), font)
    except ValueError:
        return "\ufffd"
