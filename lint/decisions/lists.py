"""Lists that reviewers filled in (.xlsx, .csv, .json): what each row says of a finding, and every fault with its row and column.

A list has a row of headings, 指纹 and 处理意见 at least; 理由, 意见人, 日期 and 到期 are read where they are. Rows without an
opinion are passed over. In JSON it is an array of objects with these words as keys.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lint.decision import GIVEN, REASONED, VERDICTS, Verdict, verdict_of
from lint.decisions.keys import AUTHOR, BY_FILE, BY_RULE, COLUMNS, DATE, EXPIRES, FINGERPRINT, OTHERS, REASON, VERDICT
from lint.document import Document
from lint.errors import UsageError
from lint.pattern import pattern

_ADDRESS = pattern(r"([A-Z]+)(\d+)")
_DATE = pattern(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?")
_PREFIX = pattern(r"[0-9a-f]{8,16}")
MOST = 10
"""How many faults are told at once."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one row says; `where` is the row as people call it, `fingerprint` may be the beginning of one."""

    where: str
    fingerprint: str
    verdict: Verdict
    reason: str = ""
    author: str = ""
    day: date | None = None
    expires: date | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of a row by its columns, and what people call the row and the place of each."""

    where: str
    texts: Mapping[str, str]
    places: Mapping[str, str]

    def place(self, column: str) -> str:
        return self.places.get(column, self.where)


def rows_of(document: Document) -> tuple[list[Row], list[str]]:
    """The rows of a list that was read from a workbook or from separated values, and the names of its sheets without a heading,
    but for those that we add to it ourselves.

    Raises UsageError where none has a heading, or where a heading names a column twice.
    """
    sheets: dict[str, dict[int, dict[str, str]]] = {}
    spans = [cell.span for table in document.tables for cell in table.cells] + [block.span for block in document.blocks]
    for span in spans:
        place = document.place(span)
        if match := _ADDRESS.fullmatch(place.address or ""):
            sheets.setdefault(place.sheet or "", {}).setdefault(int(match[2]), {})[match[1]] = document.quote(span).strip()
    found: list[Row] = []
    without: list[str] = []
    for sheet, rows in sheets.items():
        called = f"{sheet}!" if len(sheets) > 1 else ""
        heading = next((number for number in sorted(rows) if {FINGERPRINT, VERDICT} <= set(rows[number].values())), None)
        if heading is None:
            without.append(sheet)
            continue
        heads = {column: text for column, text in rows[heading].items() if text in COLUMNS}
        for text, count in Counter(heads.values()).items():
            if count > 1:
                raise UsageError(f"清单“{document.path}”{called}第{heading}行有{count}列都叫“{text}”，只能留一列")
        found += [_row(called, number, rows[number], heads) for number in sorted(rows) if number > heading]
    if len(without) < len(sheets):
        return found, [sheet for sheet in without if sheet not in (BY_FILE, BY_RULE, OTHERS)]
    raise UsageError(f"清单“{document.path}”中没有表头，要有“{FINGERPRINT}”和“{VERDICT}”两列")


def _row(called: str, number: int, cells: Mapping[str, str], heads: Mapping[str, str]) -> Row:
    """A row of the sheet that is called so, none where there is one alone."""
    texts = {head: cells.get(column, "") for column, head in heads.items()}
    return Row(f"{called}第{number}行", texts, {head: f"{called}{column}{number}" for column, head in heads.items()})


def objects_of(text: str, path: str) -> list[Row]:
    """The rows of a list in JSON. Raises UsageError for anything but an array of objects with texts."""
    import json  # late: nothing else of a check needs it

    try:
        data = json.loads(text)
    except ValueError as error:
        raise UsageError(f"清单“{path}”不是 JSON：{error}") from None
    if not isinstance(data, list):
        raise UsageError(f"清单“{path}”应是一个数组，每条意见一个对象")
    rows = []
    for number, item in enumerate(data, 1):
        if not isinstance(item, dict) or not all(value is None or isinstance(value, str) for key, value in item.items() if key in COLUMNS):
            raise UsageError(f"清单“{path}”第{number}项：应是一个对象，{'、'.join(COLUMNS)}的值都是文字")
        if not {FINGERPRINT, VERDICT} <= item.keys():
            raise UsageError(f"清单“{path}”第{number}项：要有“{FINGERPRINT}”和“{VERDICT}”")
        texts = {column: (item.get(column) or "").strip() for column in COLUMNS}
        rows.append(Row(f"第{number}项", texts, {column: f"第{number}项“{column}”" for column in COLUMNS}))
    return rows


def opinions(rows: Iterable[Row], path: str) -> list[Opinion]:
    """What the rows say. Raises UsageError that tells the faults of all of them, each with its row and column."""
    found: list[Opinion] = []
    faults: list[str] = []
    by_finding: dict[str, Row] = {}
    for row in rows:
        if not row.texts.get(VERDICT):
            continue
        wrong = list(_faults(row))
        fingerprint = _bare(row.texts[FINGERPRINT])
        other = by_finding.setdefault(fingerprint, row)
        if other is not row and other.texts != row.texts:
            wrong.append(f"{row.place(FINGERPRINT)}：与{other.where}是同一问题，意见却不同")
        faults += wrong
        if not wrong and other is row:
            found.append(_opinion(row, fingerprint))
    if faults:
        more = f"；另有{len(faults) - MOST}处" if len(faults) > MOST else ""
        raise UsageError(f"清单“{path}”有错，一条也没有登记：{'；'.join(faults[:MOST])}{more}")
    return found


def _faults(row: Row) -> Iterator[str]:
    fingerprint, verdict = row.texts[FINGERPRINT], verdict_of(row.texts[VERDICT])
    if not _PREFIX.fullmatch(_bare(fingerprint)):
        yield f"{row.place(FINGERPRINT)}：指纹“{fingerprint}”不对，应是16位十六进制数，或者它的前8位以上"
    if verdict not in GIVEN:
        words = "、".join(VERDICTS[verdict].zh for verdict in GIVEN)
        yield f"{row.place(VERDICT)}：处理意见“{row.texts[VERDICT]}”不认识，可用的有 {words}"
    elif verdict in REASONED and not row.texts.get(REASON):
        yield f"{row.place(REASON)}：“{VERDICTS[verdict].zh}”要写明理由"
    for column in (DATE, EXPIRES):
        if (text := row.texts.get(column, "")) and day_of(text) is None:
            yield f"{row.place(column)}：“{text}”不是日期，写成 2026-11-23"


def _bare(fingerprint: str) -> str:
    """A fingerprint without the brackets in which it is shown."""
    return fingerprint.strip("[]【】 ").lower()


def _opinion(row: Row, fingerprint: str) -> Opinion:
    verdict = verdict_of(row.texts[VERDICT])
    assert verdict is not None  # its faults were told
    texts = row.texts
    days = (day_of(texts.get(column, "")) for column in (DATE, EXPIRES))
    return Opinion(row.where, fingerprint, verdict, texts.get(REASON, ""), texts.get(AUTHOR, ""), *days)


def day_of(text: str) -> date | None:
    """The day that a text names: 2026-11-23, 2026/11/23, 2026年11月23日; None where it names none."""
    match = _DATE.fullmatch(text.strip())
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
