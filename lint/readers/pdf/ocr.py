"""Letters in pictures: the recogniser of RapidOCR (the extra `ocr`), with the models that its package ships.

The paths of the models are given, so nothing is fetched, and the runtime is kept from reporting its use; the classifier
of line directions, which turns 99 into 66, is not used. Loading takes about two seconds, when the first picture is read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from lint.pattern import pattern

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # onnxruntime reports its use over the network unless told not to before it starts
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy: a buffer for each processor would not fit below the memory limit

Image = Any
"""A numpy array: height, width, and blue, green and red from 0 to 255."""
Corner = tuple[float, float]
THREADS = 2
"""More would take more address space than a guarded worker has."""
PIXELS = 2_500_000
"""Pixels of the picture in which lines are looked for: an A4 page at 150 dpi has 2.2 million."""

LINES = 5_000
"""Lines of one page that are read; each cell of a table has at least one."""
_NARROWEST = 320 / 48
"""Width by height of the narrowest picture that the model reads; narrower ones are padded."""
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

    @property
    def score(self) -> float:
        """How certain the whole line is; 0 for one without text."""
        return sum(self.scores) / len(self.scores) if self.scores else 0.0


def available() -> bool:
    """Whether the extra is installed."""
    from importlib.util import find_spec

    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


class Recogniser:
    """Finds lines in pictures and reads them. Raises MemoryError where there is too little, ValueError for what it stumbles over."""

    def __init__(self) -> None:
        """Raises ImportError or OSError where the extra is damaged or the system lacks what it needs."""
        import cv2
        import numpy
        import rapidocr

        cv2.setNumThreads(1)  # as for the buffers above

        models = Path(rapidocr.__file__).with_name("models")
        self._engine: Any = rapidocr.RapidOCR(
            params={
                "Global.use_cls": False,
                "Global.max_side_len": PIXELS,
                "Global.log_level": "critical",
                "EngineConfig.onnxruntime.intra_op_num_threads": THREADS,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "Det.max_candidates": LINES,
                "Det.model_path": str(_model(models, "det")),
                "Rec.model_path": str(_model(models, "rec")),
            }
        )
        self._engine(numpy.full((48, 320, 3), 255, numpy.uint8), use_det=False, use_rec=True)  # loads the reader
        self._reader: Any = self._engine.text_rec

    def lines(self, image: Image) -> list[list[Corner]]:
        """The corners of every line of text, from the top left one clockwise."""
        import cv2

        height, width = image.shape[:2]
        scale = min(1.0, (PIXELS / (height * width)) ** 0.5)
        small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else image
        with _faults_told():
            boxes = self._engine(small, use_det=True, use_rec=False).boxes
        return [] if boxes is None else [[(x / scale, y / scale) for x, y in box] for box in boxes.tolist()]

    def read(self, line: Image) -> Reading:
        """The text in the picture of one line."""
        height, width = line.shape[:2]
        shape = max(width / height, _NARROWEST)
        with _faults_told():
            odds = self._reader.session(self._reader.resize_norm_img(line, shape)[None])[0]
        tokens, sure = odds.argmax(axis=1).tolist(), odds.max(axis=1).tolist()
        steps = len(tokens) * width / height / shape
        found: list[tuple[str, float, float]] = []
        for token, group in groupby(range(len(tokens)), key=tokens.__getitem__):
            places = list(group)
            if token and not (char := self._reader.postprocess_op.character[token]).isspace():
                found.append((char, max(sure[at] for at in places), (places[0] + places[-1] + 1) / 2 / steps))
        text = _DASHES.sub(lambda dashes: "—" * len(dashes[0]), "".join(char for char, _, _ in found))
        return Reading(text, tuple(score for _, score, _ in found), tuple(place for _, _, place in found))


@contextmanager
def _faults_told() -> Iterator[None]:
    try:
        yield
    except Exception as error:  # those of the recogniser, of OpenCV and of the runtime have nothing else in common
        told = str(error).strip().rpartition("\n")[2]
        if "alloc" in told:
            raise MemoryError(told) from error
        raise ValueError(f"{type(error).__name__}: {told}") from error


def _model(folder: Path, task: str) -> Path:
    found = sorted(folder.glob(f"*_{task}_*.onnx"))
    if not found:
        raise FileNotFoundError(f"no model in {folder}")
    return found[-1]
