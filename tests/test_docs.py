"""The pages below docs/site: complete, whole by themselves, and leading somewhere."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from lxml import html

from lint.rule import all_rules

SITE = Path(__file__).parents[1] / "docs" / "site"
PAGES = sorted(SITE.rglob("*.html"))


def test_every_rule_has_its_page_and_stands_in_the_index() -> None:
    linked = {link for _, _, link, _ in html.parse(SITE / "index.html").getroot().iterlinks()}
    for rule in all_rules():
        page = html.parse(SITE / "rules" / f"{rule.code}.html").getroot()
        assert page.findtext(".//h1") == f"{rule.code} {rule.title.zh}"
        assert f"rules/{rule.code}.html" in linked


def test_every_link_leads_to_a_file_of_the_site_and_nothing_is_fetched_from_elsewhere() -> None:
    for path in PAGES:
        for _, attribute, link, _ in html.parse(path).getroot().iterlinks():
            assert attribute in ("href", "src")
            assert (path.parent / unquote(link.partition("#")[0])).resolve().is_relative_to(SITE), f"{path.name}: {link}"
            assert (path.parent / unquote(link.partition("#")[0])).is_file(), f"{path.name}: {link}"


def test_a_rule_page_shows_its_examples_with_what_the_rule_says_of_them() -> None:
    page = html.parse(SITE / "rules" / "SCO002.html").getroot()
    assert len(page.findall(".//figure")) >= 4
    assert "相差4分" in page.text_content()
