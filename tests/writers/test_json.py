"""What programs read: version 1 of the JSON output."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from lint import generated
from lint.check import Check, Related
from lint.diagnosis import Diagnosis
from lint.document import Document, LineOrigin, Notice
from lint.engine import check_document, check_source
from lint.expression import added, over
from lint.given import Given
from lint.place import Place, Span
from lint.readers import Source
from lint.report import FileReport, Problem, Report
from lint.say import Say
from lint.settings import Settings
from lint.writers import write
from lint.writers.schema import SCHEMA
from tests.support import document_of, facts_of, report_of

ROOT = Path(__file__).resolve().parents[2]
TEXT = "2022年支出合计1,500.10万元，其中：甲1300万元，乙200.1万元，占13.35%。比例为百分之三十七点五，下降-81.75%。"


def written(*files: FileReport, **settings: Any) -> dict[str, Any]:
    """The output for these files as data, checked against the schema."""
    whole: dict[str, Any] = json.loads(write("json", Report(files), Settings(**settings)))
    jsonschema.validate(whole, SCHEMA, cls=jsonschema.Draft202012Validator)
    return whole


def only_check(check: Check, text: str = TEXT) -> dict[str, Any]:
    (found,) = written(report_of(facts_of(text), check))["files"][0]["checks"]
    assert isinstance(found, dict)
    return found


def test_a_check_has_its_numbers_as_plain_decimal_strings_and_its_places() -> None:
    _, total, first, second, *_ = facts_of(TEXT).figures
    found = only_check(Check.equal(total, added([first, second]), [Related(first, "part", "甲"), Related(second, "part")], name="支出合计"))
    assert (found["outcome"], found["claimed"], found["derived"], found["difference"]) == ("holds", "1500.10", "1500.1", "0")
    start = TEXT.index("1,500")
    assert found["place"] == {
        "file": 0, "quote": "1,500.10万元", "start": start, "end": start + 10,
        "value": "1500.10", "unit": "万元", "role": "claimed", "label": "支出合计", "line": 1, "column": start + 1,
    }  # fmt: skip
    assert [(place["value"], place["role"], place["label"]) for place in found["related"]] == [
        ("1300", "part", "甲"),
        ("200.1", "part", "乙"),
    ]


def test_a_value_has_no_sign_and_a_chinese_numeral_is_a_decimal() -> None:
    values = {place["quote"]: place["value"] for place in written(report_of(facts_of(TEXT)), figures=True)["files"][0]["figures_list"]}
    assert values["-81.75%"] == "81.75"
    assert values["百分之三十七点五"] == "37.5"


def test_a_diagnosis_is_told_with_its_kind_and_a_note_without() -> None:
    figure = facts_of(TEXT).figures[1]
    noted = Check.observe(figure, name="支出合计", working="").but(note=Say("后一句", "second"))
    diagnosed = noted.but(diagnosis=Diagnosis("unit", Say("前一句", "first")))
    told = [(found["diagnosis"], found["diagnosis_kind"]) for found in map(only_check, (noted, diagnosed))]
    assert told == [("后一句", None), ("前一句；后一句", "unit")]


def test_an_observation_has_no_numbers_and_a_result_on_the_whole_file_no_place() -> None:
    spot = only_check(Check.observe(Span(0, 5)))
    assert (spot["claimed"], spot["derived"], spot["difference"], spot["working"]) == (None, None, None, None)
    assert (spot["place"]["quote"], spot["place"]["value"], spot["place"]["role"]) == ("2022年", None, None)
    assert only_check(Check.observe(None))["place"] is None


def test_an_undecided_check_gives_its_reason() -> None:
    found = only_check(Check.undecided(Span(0, 5), Say("没有{what}", "no {what}", {"what": Say("得分", "score")})))
    assert (found["outcome"], found["reason"], found["message"]) == ("undecided", "没有得分", "无法核对：没有得分")


def test_agreement_by_rounding_is_told_in_words() -> None:
    first, second, total = facts_of("甲10.3万元，乙20.3万元，合计30.7万元。").figures
    found = only_check(Check.equal(total, added([first, second]), name="合计"))
    assert (found["outcome"], found["claimed"], found["derived"], found["difference"]) == ("rounding", "30.7", "30.6", "0.1")
    assert found["message"] == "按四舍五入相符：写30.7万元，按写出的数字算得30.6万元（10.3+20.3）"


def test_a_rate_is_a_decimal_without_its_sign() -> None:
    _, total, _, second, rate, *_ = facts_of(TEXT).figures
    found = only_check(Check.equal(rate, over(second, total), name="乙占比"))
    assert (found["claimed"], found["derived"], found["place"]["unit"]) == ("13.35", "13.3391", "%")


def test_the_summary_agrees_with_the_files() -> None:
    source = Source("a.txt", "2022年部门支出合计500万元，其中：基本支出300万元，项目支出210万元。".encode())
    whole = written(check_source(source, Settings()), check_document(document_of("没有数字。"), Settings()))
    outcomes = [check["outcome"] for file in whole["files"] for check in file["checks"]]
    summary = whole["summary"]
    assert [summary[name] for name in ("holds", "rounding", "broken", "undecided")] == [
        outcomes.count(name) for name in ("holds", "rounding", "broken", "undecided")
    ]
    assert summary["checks"] == len(outcomes)
    assert summary["figures"]["seen"] == sum(file["figures"]["seen"] for file in whole["files"])
    assert sum(summary["findings"].values()) == summary["broken"]


def test_figures_are_listed_on_demand_with_type_period_and_state() -> None:
    facts = facts_of(TEXT)
    _, total, first, second, *_ = facts.figures
    file = report_of(facts, Check.equal(total, added([first, second]), name="支出合计"), Check.observe(second))
    assert "figures_list" not in written(file)["files"][0]
    listed = written(file, figures=True)["files"][0]["figures_list"]
    assert [(figure["type"], figure["period"], figure["state"]) for figure in listed[:5]] == [
        ("year", 2022, "none"), ("money", 2022, "holds"), ("money", 2022, "holds"), ("money", 2022, "broken"), ("percent", 2022, "unchecked"),
    ]  # fmt: skip
    assert [figure["period_evidence"] and figure["period_evidence"]["source"] for figure in listed[:3]] == [None, "words", "sentence"]


@pytest.mark.parametrize(
    ("place", "coordinates"),
    [
        ({"line": 2, "column": 3}, {"line": 2, "column": 3}),
        ({"page": 4, "box": (1.5, 2.0, 3.0, 4.0)}, {"page": 4, "box": [1.5, 2.0, 3.0, 4.0]}),
        ({"paragraph": 5, "run": 1}, {"paragraph": 5, "run": 1}),
        ({"paragraph": 5, "table": 1, "row": 2, "cell": 3}, {"paragraph": 5, "table": 1, "row": 2, "column": 3}),
        ({"sheet": "收入", "address": "C5"}, {"sheet": "收入", "cell": "C5"}),
    ],
)
def test_a_place_has_the_coordinates_that_its_format_has(place: dict[str, Any], coordinates: dict[str, Any]) -> None:
    class Fixed(LineOrigin):
        def place(self, span: Span) -> Place:
            return Place(span, **place)

    file = report_of(facts_of(TEXT), Check.observe(Span(0, 4)))
    (check,) = written(replace(file, document=replace(file.document, origin=Fixed(""))))["files"][0]["checks"]
    shared = {"file", "quote", "start", "end", "value", "unit", "role", "label"}
    assert {name: value for name, value in check["place"].items() if name not in shared} == coordinates


def test_places_name_their_file_by_its_index() -> None:
    file = report_of(facts_of(TEXT), Check.observe(Span(0, 4)))
    assert [part["checks"][0]["place"]["file"] for part in written(file, file)["files"]] == [0, 1]


def test_an_unread_file_and_an_internal_failure_fit_the_schema() -> None:
    unread = check_document(Document.unread("a.pdf", "pdf", Notice("password")), Settings())
    failed = replace(report_of(facts_of(TEXT)), problems=(Problem("SUM001", "Traceback"),))
    whole = written(unread, failed)
    assert (whole["summary"]["unread"], whole["summary"]["problems"]) == (1, 1)
    assert whole["files"][0]["checks"][0]["code"] == "DOC003"
    assert whole["files"][1]["problems"] == [{"where": "SUM001", "detail": "Traceback"}]


def test_the_year_comes_with_its_evidence() -> None:
    (file,) = written(check_source(Source("a.txt", b"x"), Settings(given=Given(year=2021))))["files"]
    assert file["year"] == {"value": 2021, "evidence": "由 --year 指定"}


def test_the_schema_is_valid_and_the_written_one_is_fresh() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert generated.stale(ROOT) == []


def test_stale_files_are_told_and_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    for path in generated.generated():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    assert generated.main(["--check"]) == 1
    assert "is stale" in capsys.readouterr().err
    assert generated.main([]) == 0
    assert generated.main(["--check"]) == 0
