"""Characters of the symbol fonts that reports use for signs and check boxes, as Unicode."""

from __future__ import annotations

_SYMBOL = {
    0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB1: "±", 0xB9: "≠", 0xBB: "≈", 0xB7: "•", 0xB0: "°", 0xB2: "″", 0xA2: "′",
    0xD7: "·", 0xD6: "√", 0xE5: "∑", 0xA5: "∞", 0xBA: "≡", 0x2D: "−", 0x61: "α", 0x62: "β", 0x6D: "μ", 0x70: "π", 0x53: "Σ", 0x44: "Δ",
}  # fmt: skip
_WINGDINGS = {
    0xFE: "☑", 0xFD: "☒", 0xFC: "✓", 0xFB: "✗", 0xA8: "□", 0x6F: "□", 0x71: "❑", 0x6E: "■", 0x6C: "●", 0xA7: "▪", 0x75: "◆", 0x76: "❖",
    0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0x9F: "•", 0x4A: "☺",
} | {0x81 + n: chr(0x2460 + n) for n in range(10)} | {0x8C + n: chr(0x2776 + n) for n in range(10)}  # fmt: skip
_WINGDINGS_2 = {0x52: "☑", 0x53: "☒", 0x54: "☒", 0x50: "✓", 0x4F: "✗", 0xA3: "□", 0x2A: "□", 0x30: "☑"} | {
    0x6A + n: chr(0x2460 + n) for n in range(10)
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def symbol(code: int, font: str) -> str:
    """The character that a font shows for a code (Word writes them as they are or moved up by F000).

    A code of an unknown font, or one that no sign is known for, stays the character it is.
    """
    table = _FONTS.get(font.lower())
    if table is None or not (code < 0x100 or 0xF000 <= code < 0xF100):
        return "\ufffd" if 0xD800 <= code < 0xE000 or not 0x20 <= code < 0x110000 else chr(code)
    return table.get(code & 0xFF, chr(code))
