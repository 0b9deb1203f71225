"""The child's side: requests in, marked workbooks out."""

from __future__ import annotations

import sys

from analytics.lembar.penanda.amplop import buka, bungkus, susun_permintaan
from analytics.lembar.penanda.buku import TidakTertandai, tandai_isi
from analytics.pembaca.proses import batasi_memori, layani


def jawab(pesan: bytes) -> bytes:
    """The answer to one request: the marked workbook and what it could not carry, or why there is none."""
    ringkas, isi = buka(pesan)
    try:
        salinan, hilang = tandai_isi(isi, susun_permintaan(ringkas))
    except TidakTertandai as sebab:
        return bungkus({"sebab": str(sebab)}, b"")
    return bungkus({"tidak_terbawa": hilang}, salinan)


if __name__ == "__main__":
    batasi_memori(int(sys.argv[1]))
    layani(sys.stdin.buffer, sys.stdout.buffer, jawab)
