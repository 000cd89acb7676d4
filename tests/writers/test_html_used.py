"""The page as it is used: opened in a browser without a network, clicked, typed into, printed, and what is decided in it read back."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lint.engine import check_files
from lint.report import Report
from lint.settings import Settings
from lint.writers import write
from tests.browser import Browser, needs_chromium, started
from tests.conftest import Ran
from tests.paper import Paper
from tests.writers.forms import NEARLY, PEOPLE, SHARES

pytestmark = needs_chromium

SCORES = "1.预算编制（满分20分，自评得分20分）。\n（1）编制（满分10分，自评得分6分）。\n（2）目标（满分10分，自评得分10分）。\n2.执行（满分80分，自评得分80分）。\n"
TEXT = SHARES + PEOPLE + NEARLY + SCORES + "另有结余3万元。\n"
REFUSING = "Object.defineProperty(window, 'localStorage', { get: function () { throw new Error('refused'); } });"
CURRENT = "[...document.querySelectorAll('[aria-current]')].map(card => card.dataset.code || card.id)"
LIT = "[...document.querySelectorAll('#documents .{}')].map(mark => mark.textContent)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as found:
        yield found


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., Path]:
    """Writes the page on texts, by the names of their files, into the test's folder."""

    def make(text: str = TEXT, /, settings: Settings | None = None, **others: str) -> Path:
        paths = []
        for name, content in {"报告": text, **others}.items():
            (tmp_path / f"{name}.txt").write_text(content, "utf-8")
            paths.append(str(tmp_path / f"{name}.txt"))
        report = Report(tuple(check_files(paths, settings or Settings(), dict.fromkeys(paths, settings or Settings()))))
        page = write("html", report, settings or Settings())
        assert isinstance(page, bytes)
        (tmp_path / "结果.html").write_bytes(page)
        return tmp_path / "结果.html"

    return make


Made = Callable[..., Path]


def test_it_opens_by_itself_asks_for_nothing_and_complains_of_nothing(browser: Browser, made: Made) -> None:
    path = made()
    with browser.open(path) as opened:
        opened.page.keyboard.press("n")
        assert [url for url in opened.requests if not url.startswith("data:")] == [path.as_uri()]
        assert opened.faults == []
        assert opened.count("#cards > .card") == 3


def test_nothing_in_a_document_is_ever_run(browser: Browser, made: Made) -> None:
    evil = (
        '<script>alert(1)</script><img src=x onerror=alert(2)>" onmouseover="alert(3)" \'><svg onload=alert(4)>'
        "</title></style></script><iframe src=javascript:alert(5)></iframe><!-- {{constructor}} ${alert(6)} &lt;b&gt;"
    )
    text = f"支出合计5万元，其中：{evil}甲2万元，乙4万元。\n{evil}\n现有在职5人，其中：{evil}2人，{evil}4人。\n"
    with browser.open(made(text, **{"<img src=x onerror=alert(7)>".replace("/", ""): PEOPLE})) as opened:
        for key in ("n", "n", "n", "?"):
            opened.page.keyboard.press(key)
        opened.page.keyboard.press("Escape")
        for mark in opened.page.locator("#documents .n").all()[:8]:
            mark.hover()
        assert opened.faults == []
        assert opened.count("#documents script, #documents img, #documents svg, #documents iframe, #side script, #side img") == 0
        assert evil in opened.page.locator("#documents").inner_text()
        opened.page.evaluate(
            "() => { const made = document.createElement('script'); made.textContent = 'window.ran = 1'; document.body.append(made); }"
        )
        assert opened.page.evaluate("() => window.ran") is None  # the policy of the page refuses scripts that are not its own


def test_choosing_a_figure_moves_to_its_finding_and_choosing_a_finding_to_its_figures(browser: Browser, made: Made) -> None:
    with browser.open(made(), height=420) as opened:
        page = opened.page
        page.locator("#documents .n.broken", has_text="5人").click()
        assert page.evaluate(CURRENT) == ["SUM001"]
        assert page.evaluate(LIT.format("chosen")) == ["5人", "2人", "4人"]
        assert page.evaluate("() => document.activeElement.dataset.code") == "SUM001"
        card = page.locator("#cards > .card[data-code=SCO002]")
        card.locator(".message").first.click()
        assert page.evaluate(CURRENT) == ["SCO002"]
        seen = "element => { const box = element.getBoundingClientRect(); return box.top >= 80 && box.bottom <= 420; }"
        assert page.locator("#documents .chosen-first").evaluate(seen)
        card.locator(".parts a", has_text="10分").click()
        assert page.evaluate(LIT.format("here")) == ["10分"]


def test_hovering_a_total_lights_up_its_parts_and_so_does_the_focus(browser: Browser, made: Made) -> None:
    with browser.open(made()) as opened:
        page = opened.page
        page.locator("#documents .n", has_text="5人").hover()
        assert page.evaluate(LIT.format("lit")) == ["5人", "2人", "4人"]
        assert page.evaluate(LIT.format("lit-first")) == ["5人"]
        page.locator("h1").hover()
        assert page.evaluate(LIT.format("lit")) == []
        page.locator("#cards > .card[data-code=SUM001] h3 a").focus()
        assert page.evaluate(LIT.format("lit")) == ["5人", "2人", "4人"]


def test_what_agrees_shows_its_working_when_its_figure_is_chosen(browser: Browser, made: Made) -> None:
    with browser.open(made("现有在职6人，其中：甲科2人，乙科4人。\n")) as opened:
        opened.page.locator("#documents .n.holds", has_text="6人").click()
        assert opened.page.locator("#tab-others").get_attribute("aria-selected") == "true"
        assert "2+4" in opened.page.locator("[aria-current]").inner_text()


def test_the_rule_of_a_finding_is_explained_in_the_page(browser: Browser, made: Made) -> None:
    with browser.open(made()) as opened:
        opened.page.locator("#cards > .card[data-code=SCO002] .rule-link").click()
        assert opened.page.locator("#r-SCO002").is_visible()
        assert "查什么　有下级的指标，其得分应等于下级得分之和" in opened.page.locator("#r-SCO002").inner_text()


def test_the_keyboard_does_everything(browser: Browser, made: Made) -> None:
    with browser.open(made()) as opened:
        page = opened.page
        steps = []
        for key in "nnnnpp":
            page.keyboard.press(key)
            steps += page.evaluate(CURRENT)
        shown = page.evaluate("() => [...document.querySelectorAll('#cards .card')].map(card => card.dataset.code)")
        assert len(shown) == 4
        assert steps == [shown[at] for at in (0, 1, 2, 3, 2, 1)]
        page.keyboard.press("/")
        page.keyboard.type("预算n")
        assert page.locator("#search").input_value() == "预算n"
        page.keyboard.press("Escape")
        page.keyboard.press("?")
        assert page.locator("#about").is_visible()
        page.keyboard.press("n")
        page.keyboard.press("Escape")
        assert not page.locator("#about").is_visible()
        page.locator("#search").fill("")
        page.keyboard.press("Escape")
        page.keyboard.press("n")
        page.keyboard.press("2")
        assert page.evaluate("() => document.activeElement.className") == "reason"
        page.keyboard.type("另有口径")
        page.keyboard.press("Escape")
        page.keyboard.press("1")
        assert page.locator("[aria-current] > .desk [aria-pressed=true]").inner_text() == "属实"
        page.locator("#tab-findings").focus()
        page.keyboard.press("ArrowRight")
        assert page.locator("#others").is_visible()


def test_filters_show_what_they_say(browser: Browser, made: Made) -> None:
    with browser.open(made(TEXT, 附件=PEOPLE)) as opened:
        page = opened.page
        total = opened.count("#cards > .card")
        assert page.locator("#shown").inner_text() == f"显示 {total}/{total} 条"
        assert page.locator("#tab-findings .count").inner_text() == str(total)
        assert sum(int(count) for count in opened.texts(".filters .count")) == total
        page.locator("#by-code").select_option("SCO002")
        assert opened.texts("#cards > .card:visible .code") == ["SCO002"]
        page.locator("#by-code").select_option("")
        page.locator("#by-file").select_option("1")
        assert opened.count("#cards > .card:visible") == 1
        assert opened.count("#documents .file:visible") == 1
        page.locator("#by-file").select_option("")
        page.locator("#search").fill("乙科")
        assert opened.count("#cards > .card:visible") == 2
        page.locator("#search").fill("没有这样的字")
        assert page.locator("#none").is_visible()
        page.locator("#reset").click()
        assert opened.count("#cards > .card:visible") == total
        page.locator(".filters [data-severity=error]").uncheck()
        assert not set(opened.texts("#cards > .card:visible > header > .severity")) & {"错误"}
        page.locator(".filters [data-severity=error]").check()
        page.keyboard.press("Escape")
        page.locator("#cards > .card").last.locator(".desk button", has_text="属实").click()
        page.locator("#by-state").select_option("-")
        assert opened.count("#cards > .card:visible") == total - 1
        page.locator("#documents [data-m].broken").last.click()  # a finding that is filtered out is shown when its figure is chosen
        assert opened.count("#cards > .card:visible") == total


def test_what_is_decided_is_exported_and_read_back_with_every_fingerprint(
    browser: Browser, made: Made, gouji: Callable[..., Ran], tmp_path: Path
) -> None:
    with browser.open(made()) as opened:
        page = opened.page
        page.locator("#author").fill("王某")
        page.locator("summary", has_text="由此引起").click()
        cards = page.locator(".card")
        verdicts = ["属实", "误报", "已改", "不适用"]
        wanted = {}
        for number in range(cards.count()):
            card, verdict = cards.nth(number), verdicts[number % 4]
            card.locator(":scope > .desk button", has_text=verdict).click()
            reason = f"理由{number}，“引号”" if verdict in ("误报", "不适用") else ""
            if reason:
                card.locator(":scope > .desk .reason").fill(reason)
            wanted[card.get_attribute("data-print")] = (verdict, reason)
        with page.expect_download() as download:
            page.locator("#export").click()
        assert download.value.suggested_filename == "校核意见.json"
        download.value.save_as(tmp_path / "校核意见.json")
        assert page.locator(".toast").inner_text() == f"已导出{len(wanted)}条意见"
    assert len(wanted) >= 4
    assert {row["指纹"] for row in json.loads((tmp_path / "校核意见.json").read_text("utf-8"))} == set(wanted)
    ran = gouji("decide", "import", "校核意见.json", "报告.txt")
    assert ran.code == 0, ran.err
    book = tomllib.loads((tmp_path / "校核意见.toml").read_text("utf-8"))["意见"]
    assert {entry["指纹"]: (entry["处理意见"], entry.get("理由", "")) for entry in book} == wanted
    assert {entry["意见人"] for entry in book} == {"王某"}


def test_a_verdict_that_needs_a_reason_is_not_exported_without_it(browser: Browser, made: Made) -> None:
    with browser.open(made()) as opened:
        page = opened.page
        page.locator("#export").click()
        assert page.locator(".toast").inner_text() == "还没有填写处理意见"
        card = page.locator("#cards > .card").last
        card.locator(".desk button", has_text="误报").click()
        assert card.locator(".missing").inner_text() == "误报、不适用要写明理由"
        page.locator("#export").click()
        assert page.locator(".toast").inner_text() == "还有1条误报或不适用没有写理由，没有导出"
        assert page.evaluate("() => document.activeElement.className") == "reason"
        page.keyboard.type("另有口径")
        assert not card.locator(".missing").is_visible()


def test_what_is_decided_is_still_there_when_the_page_is_opened_again(browser: Browser, made: Made) -> None:
    with browser.open(made()) as opened:
        opened.page.locator(".desk button", has_text="属实").first.click()
        opened.page.locator("#theme").click()
        opened.page.reload()
        assert opened.count(".desk button[aria-pressed=true]") == 1
        assert opened.page.locator("#decided").inner_text() == "1"
        assert opened.page.evaluate("() => document.documentElement.dataset.theme") == "dark"
        opened.page.locator(".desk button[aria-pressed=true]").click()
        assert opened.page.locator("#decided").inner_text() == "0"


def test_a_browser_that_keeps_nothing_is_no_obstacle(browser: Browser, made: Made) -> None:
    with browser.open(made(), before=REFUSING) as opened:
        opened.page.locator(".desk button", has_text="属实").first.click()
        assert opened.page.locator(".toast").inner_text() == "浏览器不允许本页保存意见，关闭前请导出。"
        opened.page.locator("#theme").click()
        with opened.page.expect_download():
            opened.page.locator("#export").click()
        assert opened.faults == []


def test_on_paper_everything_stands_and_nothing_to_click(browser: Browser, made: Made) -> None:
    with browser.open(made(), color_scheme="dark") as opened:
        page = opened.page
        page.locator("#tab-scores").click()
        page.emulate_media(media="print")
        assert opened.count("button:visible, input:visible, select:visible") == 0
        for panel in ("#documents", "#findings", "#others", "#scores"):
            assert page.locator(panel).is_visible()
        assert page.evaluate("() => getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        assert page.evaluate("() => document.querySelector('#side').scrollHeight <= document.querySelector('#side').clientHeight + 1")
        assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("size", [(1280, 720), (420, 800)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(browser: Browser, made: Made, size: tuple[int, int], scheme: str) -> None:
    with browser.open(made(TEXT, 附件=PEOPLE), *size, color_scheme=scheme, reduced_motion="reduce") as opened:
        assert opened.violations() == []
        opened.page.keyboard.press("n")
        opened.page.keyboard.press("2")
        assert opened.violations() == []
        for tab in ("others", "scores", "rules"):
            opened.page.locator(f"#tab-{tab}").click()
            opened.page.evaluate("() => document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
            assert opened.violations() == []
        opened.page.locator("#help").click()
        assert opened.violations() == []


def test_nothing_is_cut_off_at_the_sides_of_a_narrow_or_a_common_screen(browser: Browser, made: Made) -> None:
    for width, height in ((1280, 720), (1024, 700), (420, 800), (320, 600)):
        with browser.open(made(), width, height) as opened:
            assert opened.page.evaluate("() => document.documentElement.scrollWidth") <= width
            assert opened.page.evaluate(
                "() => [...document.querySelectorAll('#side, #documents')].every(pane => pane.scrollWidth <= pane.clientWidth)"
            )


def test_on_a_narrow_screen_a_finding_leads_to_the_text_and_back(browser: Browser, made: Made) -> None:
    with browser.open(made(), 420, 800) as opened:
        page = opened.page
        assert not page.locator("#documents").is_visible()
        page.locator("#cards > .card h3 a").first.click()
        assert page.locator("#documents").is_visible()
        assert not page.locator("#side").is_visible()
        page.locator("#documents [data-m].broken").first.click()
        assert page.locator("#side").is_visible()


def test_without_scripts_everything_can_be_read(browser: Browser, made: Made) -> None:
    with browser.open(made(), java_script_enabled=False) as opened:
        page = opened.page
        for panel in ("#documents", "#findings", "#others", "#scores"):
            assert page.locator(panel).is_visible()
        assert opened.count("button:visible") == 0
        page.locator("#documents a.n.broken").first.click()
        assert "#c0-" in page.url


def test_the_pages_of_a_pdf_carry_their_figures_and_give_way_to_the_text(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "报告.pdf"
    path.write_bytes(Paper().lines(60, TEXT.replace("2023年支出", "支出").strip().split("\n"), left=20).data())
    report = Report(tuple(check_files([str(path)], Settings(), {str(path): Settings()})))
    page = write("html", report, Settings())
    assert isinstance(page, bytes)
    (tmp_path / "结果.html").write_bytes(page)
    with browser.open(tmp_path / "结果.html") as opened:
        pictures = "() => [...document.querySelectorAll('.sheet img')].every(image => image.complete && image.naturalWidth > 500)"
        assert opened.page.evaluate(pictures)
        assert opened.faults == []
        opened.page.locator(".sheet .n.broken").first.click()
        assert opened.count("#side [aria-current]") == 1
        assert opened.count(".sheet .chosen") >= 3
        assert opened.violations() == []
        opened.page.locator(".views [data-view=text]").click()
        assert opened.page.locator(".text").is_visible()
        assert not opened.page.locator(".pages").is_visible()


def test_beside_an_earlier_draft_it_tells_what_is_fixed_what_remains_and_what_is_new(
    browser: Browser, gouji: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "旧稿.txt").write_text(PEOPLE + SCORES, "utf-8")
    (tmp_path / "新稿.txt").write_text(PEOPLE + SCORES.replace("自评得分20分", "自评得分16分") + SHARES, "utf-8")
    ran = gouji("check", "新稿.txt", "--compare", "旧稿.txt", "-o", "结果.html")
    assert ran.code == 1, ran.err
    with browser.open(tmp_path / "结果.html") as opened:
        page = opened.page
        page.locator("#tab-drafts").click()
        assert opened.texts(".lot > summary") == ["新出现 2条", "仍在 1条", "已改正 1条"]
        assert "自评得分20分→16分" in page.locator(".lot.fixed").inner_text()
        assert opened.violations() == []
        page.locator(".lot.new a.card-link").first.click()
        assert page.locator("[aria-current] .draft").inner_text().startswith("新出现：")
        page.locator("#by-lot").select_option("remains")
        assert opened.count("#cards > .card:visible") == 1


def test_an_earlier_draft_needs_a_page_to_be_told_in(gouji: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PEOPLE, "utf-8")
    ran = gouji("check", "a.txt", "--compare", "a.txt")
    assert (ran.code, ran.err) == (2, "gouji: --compare 只用于 HTML，要加 -o 结果.html；只比较两稿用 gouji compare\n")
    ran = gouji("check", "a.txt", "--compare", "b.txt", "-o", "c.html")
    assert (ran.code, ran.err) == (2, "gouji: 找不到旧稿：b.txt\n")
