"""What is generated from code and data: `python -m lint.generated` writes it below the current folder, `--check` tells what is stale."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from lint.config.schema import schema
from lint.writers.compare.schema import SCHEMA as COMPARISON
from lint.writers.schema import SCHEMA


def generated() -> dict[str, str]:
    """The generated files: path in the checkout and content."""
    schemas = {
        "lint/writers/report-v1.schema.json": SCHEMA,
        "lint/writers/compare-v1.schema.json": COMPARISON,
        "lint/config/gouji.schema.json": schema(),
    }
    return {path: json.dumps(content, ensure_ascii=False, indent=2) + "\n" for path, content in schemas.items()}


def stale(root: Path) -> list[str]:
    """The generated files that are missing or differ from what the code gives now."""
    return [path for path, text in generated().items() if not (root / path).is_file() or (root / path).read_text("utf-8") != text]


def main(arguments: list[str]) -> int:
    root = Path.cwd()
    outdated = stale(root)
    if "--check" in arguments:
        sys.stderr.writelines(f"{path} is stale: run `make generated`\n" for path in outdated)
        return int(bool(outdated))
    for path in outdated:
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(generated()[path], "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
