"""Letters in pictures: the recogniser of RapidOCR (the extra `ocr`), with the models that its package ships.

The paths of the models are given, so nothing is fetched; its classifier of line directions, which turns 99 into 66,
is not used. Loading takes about two seconds and happens when the first picture is read.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lint.pattern import pattern

Image = Any
"""A numpy array: height, width, and blue, green and red from 0 to 255."""
Corner = tuple[float, float]
THREADS = 2
"""More would take more address space than a guarded worker has."""
PIXELS = 2_500_000
"""Pixels of the picture in which lines are looked for: an A4 page at 150 dpi has 2.2 million."""

_DASHES = pattern("^一+$")
"""What stands alone is a dash and no number."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the picture of a line says: its characters without blanks, and how certain each is (0 to 1).

    `places` are the middles of the characters as parts of the picture's width.
    """

    text: str
    scores: tuple[float, ...]
    places: tuple[float, ...]


def available() -> bool:
    """Whether the extra is installed."""
    from importlib.util import find_spec

    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


class Recogniser:
    """Finds lines in pictures and reads them. Raises MemoryError where there is too little, ValueError for what it stumbles over."""

    def __init__(self) -> None:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # a buffer for each processor would not fit below the limit
        import rapidocr

        models = Path(rapidocr.__file__).with_name("models")
        self._engine: Any = rapidocr.RapidOCR(
            params={
                "Global.use_cls": False,
                "Global.return_word_box": True,
                "Global.max_side_len": PIXELS,
                "Global.log_level": "critical",
                "EngineConfig.onnxruntime.intra_op_num_threads": THREADS,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "Det.model_path": str(next(models.glob("*_det_*.onnx"))),
                "Rec.model_path": str(next(models.glob("*_rec_*.onnx"))),
                "Rec.rec_batch_num": 1,  # what a line says must not depend on its neighbours
            }
        )

    def lines(self, image: Image) -> list[list[Corner]]:
        """The corners of every line of text, from the top left one clockwise."""
        import cv2

        height, width = image.shape[:2]
        scale = min(1.0, (PIXELS / (height * width)) ** 0.5)
        small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else image
        boxes = self._run(small, use_det=True, use_rec=False).boxes
        return [] if boxes is None else [[(x / scale, y / scale) for x, y in box] for box in boxes.tolist()]

    def read(self, line: Image) -> Reading:
        """The text in the picture of one line."""
        found = self._run(line, use_det=False, use_rec=True)
        text, words = found.txts[0], found.word_results[0]
        columns = [column for word in words.word_cols for column in word]
        seen = [at for at, char in enumerate(text) if not char.isspace()]
        return Reading(
            _DASHES.sub(lambda dashes: "—" * len(dashes[0]), "".join(text[at] for at in seen)),
            tuple(words.confs[at] for at in seen),
            tuple((column + 0.5) / words.line_txt_len for column in columns),
        )

    def _run(self, image: Image, **parts: bool) -> Any:
        try:
            return self._engine(image, **parts)
        except Exception as error:  # its own, those of OpenCV and of the runtime have nothing else in common
            told = str(error).strip().rpartition("\n")[2]
            if "alloc" in told:
                raise MemoryError(told) from error
            raise ValueError(f"{type(error).__name__}: {told}") from error
