"""`gouji config`, the schema for editors, and lists of files."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import jsonschema
import pytest

from lint.config.keys import KEYS
from lint.config.schema import schema
from lint.generated import generated
from lint.options import declare
from tests.config.conftest import Put, Run

EVERYTHING = """
extend = "base.toml"
select = ["SUM", "RAT"]
ignore = ["SUM008"]
fail-on = "warning"
severity = {SUM002 = "warning"}
profile = "drafter"
min-severity = "info"
min-confidence = "high"
undecided = true
year = 2022
encoding = "gb18030"
include = ["*.txt"]
exclude = ["归档"]
timeout = 60
memory = 1024
together = true
passes = true
opinion = "审核意见模板.docx"
lang = "zh"
rubric = "guangdong-county/2022"

[[per-file]]
files = ["2021/**"]
year = 2021

[[template]]
name = "村级自评表"
titles = ["村级项目资金表"]

[[template.sum]]
whole = ["全村到账"]
parts = [["上级给的"], ["自己凑的"]]

[[band]]
grade = "优"
from = 90
[[band]]
grade = "良"
from = 75.5

[[named-ratio]]
names = ["修通率"]
inputs = { built = ["修通"], planned = ["应修"] }
[[named-ratio.formula]]
name = "按里程"
expression = "built / planned"
source = "青禾县"
example = { built = 10, planned = 80, gives = 12.5 }

[[sum]]
whole = ["全村到账"]
parts = [["上级给的"], ["自己凑的"]]
[[ratio]]
name = "自筹率"
part = ["自己凑的"]
whole = ["全村到账"]
[[compare]]
left = ["自己凑的"]
operator = "不超过"
value = "30万元"
[[require]]
name = "全村到账"
[[forbid-year]]
years = [2019]
"""


def test_every_setting_is_shown_with_its_value_and_who_set_it(run: Run, put: Put) -> None:
    put("a.txt", **{"gouji.toml": 'extend = "底.toml"\nselect = ["SUM"]\n', "底.toml": '\n[severity]\nRAT = "info"\n'})
    shown = run("config", "--ignore", "SUM002").out
    assert all(any(line.split()[0].startswith(key.name) for line in shown.splitlines()) for key in KEYS)
    assert "gouji.toml ← " in shown.splitlines()[0]
    assert any(line.startswith("select ") and line.endswith("gouji.toml:2") and " SUM " in line for line in shown.splitlines())
    assert any(line.startswith("severity.RAT001") and line.endswith("底.toml:3") for line in shown.splitlines())
    assert "ignore[0]         SUM002        选项 --ignore\n" in shown
    assert "timeout           120           默认\n" in shown
    shown.encode("gbk")


def test_one_setting_of_one_file_is_shown_with_its_help(run: Run, put: Put) -> None:
    put("2021/a.txt", **{"gouji.toml": 'year = 2022\n[[per-file]]\nfiles = ["2021/**"]\nyear = 2021\n'})
    assert " 2022 " in run("config", "year").out
    shown = run("config", "year", "2021/a.txt").out
    assert (" 2021 " in shown, "gouji.toml:4" in shown, "报告年度" in shown) == (True, True, True)
    assert run("config", "2021/a.txt", "-f", "json").sources()["year"][0] == 2021
    assert list(run("config", "severity.SUM001", "--set", "severity.SUM=info", "-f", "json").sources()) == ["severity.SUM001"]
    assert "severity          （无）" in run("config", "severity.SUM001").out
    assert run("config", "year", "2021", "-f", "json").sources()["year"][0] == 2021


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("yaer",), "yaer 不认识，是否想用 year？"),
        (("year.x",), "year 下面没有 x，请写 gouji config year"),
        (("severity.SUM099",), "没有规则“SUM099”，是否想用 SUM008？"),
        (("没有.txt",), "找不到文件或文件夹：没有.txt"),
        (("year", "没有.txt"), "找不到文件或文件夹：没有.txt"),
    ],
)
def test_what_there_is_not_cannot_be_shown(run: Run, arguments: tuple[str, ...], told: str) -> None:
    said = run("config", *arguments)
    assert (said.code, said.err) == (2, f"gouji: {told}\n")


def test_the_schema_is_printed_and_accepts_what_is_read_and_nothing_unknown(run: Run, put: Put) -> None:
    import tomllib

    printed = run("config", "--schema").data
    assert printed == schema()
    assert json.dumps(printed, ensure_ascii=False, indent=2) + "\n" == generated()["lint/config/gouji.schema.json"]
    jsonschema.Draft202012Validator.check_schema(printed)
    data = tomllib.loads(EVERYTHING)
    assert {key.name for key in KEYS} <= set(data)
    jsonschema.validate(data, printed)
    put("a.txt", **{"gouji.toml": EVERYTHING, "base.toml": ""})
    found = {key: value for key, (value, _, _) in run("config", "-f", "json").sources().items()}
    assert {name: found[name] for name in ("template[0]", "band", "named-ratio[0]", "sum[0]", "forbid-year[0]", "rubric[0]")} == {
        "template[0]": "村级自评表", "band": "优、良", "named-ratio[0]": "修通率", "sum[0]": "全村到账",
        "forbid-year[0]": "不应出现的年份2019", "rubric[0]": "guangdong-county/2022",
    }  # fmt: skip
    assert " 优、良 " in run("config").out
    for wrong in (
        {"selct": []},
        {"year": 22},
        {"per-file": [{"year": 2022}]},
        {"per-file": [{"files": ["a"], "lang": "zh"}]},
        {"template": [{}]},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, printed)


def test_options_and_keys_offer_the_same() -> None:
    commands = declare(argparse.ArgumentParser(add_help=False))
    options = {action.dest.replace("_", "-"): action for action in commands["check"]._actions}
    for key in KEYS:
        if key.name in options:
            action = options[key.name]
            assert (list(action.choices) if action.choices else None) == key.kind.schema.get("enum")
            assert action.default in (None, False)  # else it would hide what settings files say
            if isinstance(key.default, int | str) and not isinstance(key.default, bool):
                assert action.help and str(key.default) in action.help


def test_paths_can_stand_in_a_list(run: Run, put: Put, tmp_path: Path) -> None:
    put("a.txt", "深/b.txt", "c.txt")
    for data in ("\ufeffa.txt\r\n\r\n深/b.txt\r\n".encode(), "a.txt\n深/b.txt".encode("gb18030"), "a.txt\0深/b.txt\0".encode()):
        (tmp_path / "清单").write_bytes(data)
        assert [file["path"] for file in run("check", "--files-from", "清单", "-f", "json").data["files"]] == ["a.txt", "深/b.txt"]
    assert run("check", "c.txt", "--files-from", "清单", "-f", "json").data["files"][0]["path"] == "c.txt"
    (tmp_path / "清单").write_bytes("没有.txt\n".encode())
    assert run("check", "--files-from", "清单").err == "gouji: 找不到文件或文件夹：没有.txt\n"
    (tmp_path / "清单").write_bytes(b"\n")
    assert run("check", "--files-from", "清单").err == "gouji: “清单”中没有路径\n"
    assert run("check", "--files-from", "清单", "--allow-empty").code == 0
    assert run("check", "--files-from", "没有").err == "gouji: 读不了文件清单“没有”：没有这个文件\n"
    assert run("check", "-", "--files-from", "-").err == "gouji: 标准输入不能既是报告又是 --files-from 的清单\n"
