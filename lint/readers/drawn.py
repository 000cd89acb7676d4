"""Pictures, boxes and objects of a file that no reader looks into: what is told of them."""

from __future__ import annotations

from lint.document import Notice
from lint.errors import Unreadable
from lint.say import Say

PICTURES = Say("{count}张图片", "{count} pictures")
BOXES = Say("{count}个文本框", "{count} text boxes")
OBJECTS = Say("{count}个嵌入的对象", "{count} embedded objects")
ONLY = Say("文件里只有{count}张图片，没有文字", "the file holds {count} pictures and no text")


def not_read(pictures: int = 0, boxes: int = 0, objects: int = 0) -> tuple[Notice, ...]:
    """The notice of what was not read; none where there is nothing."""
    counted = [kind.of(count=count) for kind, count in ((PICTURES, pictures), (BOXES, boxes), (OBJECTS, objects)) if count]
    if not counted:
        return ()
    zh, en = ("、".join(each.text("zh") for each in counted), ", ".join(each.text("en") for each in counted))
    return (Notice("not-read", Say(zh, en), count=pictures + boxes + objects),)


def nothing(pictures: int) -> Unreadable:
    """The error of a file without any text: empty, or pictures alone."""
    return Unreadable("no-text", ONLY.of(count=pictures)) if pictures else Unreadable("empty")
