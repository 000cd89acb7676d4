"""审核意见: a note to send back with a report, in Word: what was checked, what is to be corrected, what could not be checked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from lint.errors import UsageError
from lint.report import Report
from lint.settings import Settings
from lint.text import legible
from lint.writers.opinion.content import Content, content
from lint.writers.opinion.form import form
from lint.writers.word.attached import EPOCH


def write(report: Report, settings: Settings) -> bytes:
    """The note as the bytes of a .docx, by the user's own template or by ours; it is in Chinese.

    Raises UsageError where the template is none, or asks for what there is not.
    """
    return _timeless(_filled(settings.opinion, content(report, settings)))


def _filled(path: str, values: Content) -> bytes:
    import jinja2
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # a template may come from anybody

    try:
        template = DocxTemplate(io.BytesIO(Path(path).read_bytes() if path else form()))
        template.render(_legible(values), ImmutableSandboxedEnvironment(undefined=jinja2.StrictUndefined, autoescape=True))
        made = io.BytesIO()
        template.save(made)
    except OSError as error:
        raise UsageError(f"读不了审核意见的模板“{path}”：{error.strerror}") from None
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        raise UsageError(f"审核意见的模板“{path}”不是 Word 文件（.docx）") from None
    except jinja2.TemplateError as error:
        raise UsageError(f"审核意见的模板“{path}”有错：{error.message}") from None
    return made.getvalue()


def _legible(value: Any) -> Any:
    """A value with texts that XML can hold."""
    match value:
        case str():
            return legible(value)
        case list():
            return [_legible(each) for each in value]
        case dict():
            return {key: _legible(each) for key, each in value.items()}
    return value


def _timeless(data: bytes) -> bytes:
    """The file without the time at which it was made: the same report gives the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
