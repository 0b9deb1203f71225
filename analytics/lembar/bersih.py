"""Where this room takes the cleaner of people's text from."""

from analytics.dokumen.aman import BATAS_SEL, bersihkan

__all__ = ["BATAS_SEL", "bersihkan"]
