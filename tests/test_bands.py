"""Grade bands: usual, given by the user, printed by the report."""

from __future__ import annotations

from fractions import Fraction

import pytest

from lint.bands import Bands, bands_of
from lint.errors import UsageError
from lint.facts import Facts
from lint.given import Given
from lint.lexicon import lexicon
from tests.support import document_of, facts_of

STRICT = [
    {"grade": "优", "from": 95, "to": 100},
    {"grade": "良", "from": 85, "to": 94},
    {"grade": "差", "from": 0, "to": 84, "also": ["劣"]},
]


def given() -> Bands:
    return bands_of(STRICT, "band", "given")


def test_a_word_leads_to_its_band_by_either_name() -> None:
    band = given().of("劣")
    assert band is not None and band.grade == "差"
    assert given().of("中") is None
    usual = lexicon().bands.of("不合格")
    assert usual is not None and usual.grade == "差"


@pytest.mark.parametrize(("score", "grade"), [("95", "优"), ("94.5", None), ("94", "良"), ("0", "差")])
def test_a_score_between_two_bands_has_none(score: str, grade: str | None) -> None:
    band = given().holding(Fraction(score))
    assert (band.grade if band else None) == grade


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ([], "至少要有两档"),
        (STRICT[::-1], "band[1].from"),
        ([{"grade": "优", "from": 90}, {"grade": "良", "from": 80, "to": 95}], "band[1].to"),
        ([{"grade": "优", "from": 90}, {"grade": "优", "from": 80}], "“优”"),
        ([{"grade": "优", "from": "90"}, {"grade": "良", "from": 80}], "band[0].from"),
        ([{"grade": "优", "from": 90, "name": "x"}, {"grade": "良", "from": 80}], "band[0].name"),
    ],
)
def test_a_fault_in_bands_is_told_with_its_path(entries: object, words: str) -> None:
    with pytest.raises(UsageError, match=words.replace("[", r"\[")):
        bands_of(entries, "band", "given")


@pytest.mark.parametrize(
    "text",
    [
        "评价分档：90分（含）以上为优，75分（含）至90分为良，60分（含）至75分为中，60分以下为差。",
        "等级为优秀（90分以上）、良好（75-90分）、合格（60-75分）、不合格（60分以下）。",
        "90（含）—100分为优，75（含）—90分为良，60（含）—75分为中，60分以下为差。",
    ],
)
def test_a_report_prints_its_own_bands(text: str) -> None:
    bands = facts_of(text).bands
    assert bands.source == "report"
    assert [int(band.lowest) for band in bands.bands] == [90, 75, 60, 0]


def test_bands_of_the_report_come_before_those_given_and_these_before_the_usual_ones() -> None:
    own = "90分以上为优，80分至90分为良，60分以下为差。"
    assert Facts(document_of("得分92分。"), Given(bands=given())).bands.source == "given"
    assert Facts(document_of(own), Given(bands=given())).bands.source == "report"
    assert facts_of("得分92分。").bands.source == "usual"


def test_a_grade_is_judged_by_the_bands_given() -> None:
    graded = Facts(document_of("项目自评总得分92分，评价等级为优。"), Given(bands=given())).grades
    assert [(one.band.grade, one.fits) for one in graded] == [("优", False)]
