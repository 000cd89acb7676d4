"""The reports of corpus/ and their verdicts: what must be found in each file, and what was found.

A verdict.toml names `province`, `kind`, `about` and `year` and lists what a careful reader finds, in [[finding]]:
`code`, `severity`, `quote` (an exact piece of the report that stands in it once; none for a finding on the file as a
whole), `at` (the piece inside the quote that the finding must touch; the whole quote if absent), `claimed` and
`derived` where the rule gives them, `why`, `diagnosis` (the kind that the finding must name), `only` where not every format shows it, and `may` for a consequence of
another finding that is true but need not be reported. A submission names its `files`, each with the format it is also
built in (form = "xlsx"); they are checked together, once as texts and once as built, and a finding says its `file`. In known/, [[finding]] lists what is missed today (without
a `code` where no rule looks for it) and [[alarm]] what is wrongly reported, each with the `reason`. `verified` holds the least
number of checks that agree, by rule: a report is calm only if it was really checked. A `gouji.toml` in a folder holds for its report.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache, cached_property
from pathlib import Path

from lint.config.asked import settings_in
from lint.engine import check_files
from lint.paths import SETTINGS
from lint.place import Span
from lint.readers import soffice
from lint.report import FileReport, Result
from lint.settings import Settings

CORPUS = Path(__file__).parents[2] / "corpus"
SUFFIXES = ("txt", "docx", "pdf", "xlsx", "xls", "ods", "html", "doc", "rtf", "odt")
CONVERTED = ("doc", "rtf", "odt")
REPORT = "report"
"""What a file is called where there is only one."""
_GAP = re.compile(r"[\s|｜]")
_UNIT = re.compile(r"[^\d.,-]+$")


@dataclass(frozen=True)
class Finding:
    """One entry of a verdict."""

    severity: str
    code: str = ""
    quote: str = ""
    at: str = ""
    claimed: str = ""
    derived: str = ""
    why: str = ""
    reason: str = ""
    only: tuple[str, ...] = SUFFIXES
    may: bool = False
    file: str = REPORT
    diagnosis: str = ""

    def span(self, text: str) -> Span | None:
        """Where in the linear text a check must stand; None for a finding on the whole file. Raises ValueError if that is not one place.

        Formats differ in line ends and in what stands between cells: blanks and bars are passed over.
        """
        if not self.quote:
            return None
        quote = _once(text, self.quote)
        inner = _once(text[quote.start : quote.end], self.at or self.quote)
        return Span(quote.start + inner.start, quote.start + inner.end)

    def meets(self, result: Result, text: str) -> bool:
        """Whether a result is of this rule and at this place."""
        wanted, found = self.span(text), result.check.span
        here = found is None if wanted is None else found is not None and found.overlaps(wanted)
        return result.is_finding and self.code in ("", result.code) and here

    def agrees(self, result: Result) -> bool:
        """Whether severity and numbers of a result are those of this entry; the unit may be left out."""
        pairs = ((self.claimed, result.check.claimed), (self.derived, result.check.derived))
        return result.severity == self.severity and all(not want or _bare(want) == _bare(got) for want, got in pairs)


@dataclass(frozen=True)
class Verdict:
    """A report's folder and what a careful reader says of it."""

    folder: Path
    findings: tuple[Finding, ...]
    alarms: tuple[Finding, ...]
    verified: dict[str, int]
    files: dict[str, str]

    @cached_property
    def settings(self) -> Settings:
        """What the folder's own settings file says, if it has one."""
        path = self.folder / SETTINGS
        return settings_in(path.read_text("utf-8")) if path.exists() else Settings()

    @property
    def drawer(self) -> str:
        return self.folder.parent.name


@dataclass(frozen=True)
class Case:
    """One file of a report, or of a submission."""

    verdict: Verdict
    suffix: str
    file: str = REPORT

    @property
    def name(self) -> str:
        inside = f"/{self.file}" if self.verdict.files else ""
        return f"{self.verdict.drawer}/{self.verdict.folder.name}{inside}.{self.suffix}"

    @property
    def path(self) -> Path:
        return self.verdict.folder / f"{self.file}.{self.suffix}"

    @property
    def source(self) -> Path:
        """The text that the file was built from."""
        return self.path.with_suffix(".txt")

    @property
    def findings(self) -> list[Finding]:
        return [finding for finding in self.verdict.findings if self.suffix in finding.only and finding.file == self.file]

    @property
    def alarms(self) -> list[Finding]:
        return [alarm for alarm in self.verdict.alarms if self.suffix in alarm.only and alarm.file == self.file]

    @property
    def report(self) -> FileReport:
        return _checked()[self.path]

    def hits(self, finding: Finding) -> list[Result]:
        """What was reported at the place of an entry under its code."""
        return [result for result in self.report.results if finding.meets(result, self.report.document.text)]

    def unlisted(self) -> Iterator[Result]:
        """Errors and warnings that the verdict does not know."""
        listed = [result for finding in (*self.findings, *self.alarms) for result in self.hits(finding)]
        for result in self.report.findings():
            if result.severity != "info" and result not in listed:
                yield result


@cache
def cases() -> tuple[Case, ...]:
    """Every file of every report; those that LibreOffice must convert where it is installed."""
    found = []
    for path in sorted(CORPUS.glob("*/*/verdict.toml")):
        verdict = load(path)
        read = [suffix for suffix in SUFFIXES if suffix not in CONVERTED or soffice.program()]
        found += [Case(verdict, suffix) for suffix in read if (path.parent / f"report.{suffix}").exists() and not verdict.files]
        found += [Case(verdict, suffix, file) for file, built in verdict.files.items() for suffix in ("txt", built)]
    return tuple(found)


def load(path: Path) -> Verdict:
    """The verdict in a file."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    findings, alarms = (
        tuple(Finding(**{**entry, "only": tuple(entry.get("only", SUFFIXES))}) for entry in raw.get(key, []))
        for key in ("finding", "alarm")
    )
    return Verdict(path.parent, findings, alarms, raw.get("verified", {}), raw.get("files", {}))


@cache
def _checked() -> dict[Path, FileReport]:
    """The report on every file: of a submission on its texts together, and on its built files together."""
    alone = [case.path for case in cases() if not case.verdict.files and not case.verdict.settings.given.own]
    groups: dict[tuple[Path, bool], list[Path]] = {}
    for case in cases():
        if case.verdict.files:
            groups.setdefault((case.verdict.folder, case.suffix == "txt"), []).append(case.path)
    found = _run(alone, Settings())
    for case in cases():
        if case.verdict.settings.given.own:
            found |= _run([case.path], case.verdict.settings)
    for paths in groups.values():
        found |= _run(paths, Settings(together=True))
    return found


def _run(paths: list[Path], settings: Settings) -> dict[Path, FileReport]:
    return dict(zip(paths, check_files(map(str, paths), settings), strict=True))


def _bare(number: str) -> Decimal | str:
    """A number of a check without its unit: the same value, however many zeros it is printed with."""
    try:
        return Decimal(_UNIT.sub("", number).replace(",", ""))
    except InvalidOperation:
        return number


@cache
def _squeezed(text: str) -> tuple[str, list[int]]:
    """A text without blanks and bars, and where each of its characters stood."""
    kept = [index for index, char in enumerate(text) if not _GAP.match(char)]
    return "".join(text[index] for index in kept), kept


def _once(text: str, piece: str) -> Span:
    """The one place of a piece in a text, whatever blanks and bars stand between its characters."""
    (squeezed, kept), (wanted, _) = _squeezed(text), _squeezed(piece)
    at = squeezed.find(wanted)
    if at < 0 or squeezed.find(wanted, at + 1) >= 0:
        raise ValueError(f"“{piece}” stands {squeezed.count(wanted)} times in the report")
    return Span(kept[at], kept[at + len(wanted) - 1] + 1)
