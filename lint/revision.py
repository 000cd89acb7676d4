"""Files as they stood at a revision of the git repository that holds them; nothing is ever written there."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.errors import UsageError
from lint.paths import STDIN, is_report

REPOSITORY = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git tells its hooks of the repository that they run in; that of a file is found from its folder."""


@dataclass(frozen=True)
class Revision:
    """What a revision holds of the files of a run.

    `there` are the bytes of those that stood under the same name, by the path that they have in the run; `gone` those of reports that
    stand there no more and that a file of the run may come from, by their absolute paths (empty where every file was there).
    """

    name: str
    there: Mapping[str, bytes]
    gone: Mapping[str, bytes]


def revision(name: str, files: Sequence[str]) -> Revision:
    """The files at the revision of that name, a commit, branch or tag.

    Raises UsageError where there is no git, no such revision, or a file that is in no repository.
    """
    if STDIN in files:
        raise UsageError("--diff-base 要与 git 仓库中的旧稿比较，标准输入没有旧稿")
    if name.startswith("-"):
        raise UsageError(f"--diff-base 要求 git 的版本，不能是“{name}”")
    there: dict[str, bytes] = {}
    gone: dict[str, bytes] = {}
    for root, own in _by_repository(files).items():
        commit = _commit(root, name)
        held = set(_names(root, "ls-tree", "-r", "--full-tree", "--name-only", commit))
        there |= {file: _content(root, commit, inside) for file, inside in own.items() if inside in held}
        if any(inside not in held for inside in own.values()):
            away = _names(root, "diff", "--name-only", "--no-renames", "--diff-filter=D", commit)
            gone |= {os.path.join(root, inside): _content(root, commit, inside) for inside in away if is_report(inside)}
    return Revision(name, there, gone)


def _by_repository(files: Sequence[str]) -> dict[str, dict[str, str]]:
    """The names that files have in their repositories, by the root of these; no file of a repository is asked for twice."""
    roots: dict[str, str] = {}
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for file in files:
        real = os.path.realpath(file)
        folder = os.path.dirname(real)
        if folder not in roots:
            roots[folder] = _root(folder, file)
        found[roots[folder]][file] = os.path.relpath(real, roots[folder]).replace(os.sep, "/")
    return found


def _root(folder: str, file: str) -> str:
    code, told, fault = _git(folder, "rev-parse", "--show-toplevel")
    if code:
        raise UsageError(f"“{file}”不在 git 仓库中，不能用 --diff-base" if "not a git repository" in fault else _refused(fault))
    return os.path.realpath(os.fsdecode(told).rstrip("\n"))


def _commit(root: str, name: str) -> str:
    code, told, _ = _git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if code:
        raise UsageError(f"“{root}”的 git 仓库中没有版本“{name}”")
    return os.fsdecode(told).strip()


def _names(root: str, command: str, *arguments: str) -> Iterator[str]:
    """The names that git lists: parted by NUL, so that none is quoted."""
    code, told, fault = _git(root, command, "-z", *arguments)
    if code:
        raise UsageError(_refused(fault))
    return (os.fsdecode(name) for name in told.split(b"\0") if name)


def _content(root: str, commit: str, inside: str) -> bytes:
    """A file as a checkout would write it: with its line ends, and what Git LFS keeps elsewhere fetched."""
    code, told, fault = _git(root, "cat-file", "--filters", f"{commit}:{inside}")
    if code:
        raise UsageError(_refused(fault))
    return told


def _refused(fault: str) -> str:
    return f"git 没有给出旧稿：{fault.strip() or '原因不明'}"


def _git(folder: str, *arguments: str) -> tuple[int, bytes, str]:
    """Exit code, output and complaint of a git command that reads."""
    import subprocess  # late: few ask for revisions

    environment = {key: value for key, value in os.environ.items() if key not in REPOSITORY} | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        ran = subprocess.run(["git", *arguments], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    except FileNotFoundError:
        raise UsageError("没有找到 git，不能用 --diff-base") from None
    return ran.returncode, ran.stdout, ran.stderr.decode("utf-8", "replace")
