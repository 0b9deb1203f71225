"""Makes the kept store of a schema that knows no SOP: `python -m tests.fikstur.susun_awal FOLDER`.

Everything goes through the code that a user's store goes through: the plan as a workbook that is imported, the figures
as formats that the program writes, that are filled, checked and received.
"""

from __future__ import annotations

import gzip
import sys
from datetime import datetime
from pathlib import Path
from typing import Final

from analytics.aturan.periode import Periode
from analytics.lembar.bentuk.ketikan import IsianUnit
from analytics.lembar.bentuk.susun import susun_format
from analytics.lembar.catat.terima import terima
from analytics.pembaca.baca import Pembaca
from analytics.rencana.impor import impor_rencana
from analytics.rencana.lembar.susun import susun_templat
from analytics.sistem import buka_gudang
from data.gudang import Gudang
from tests.alat.periksa import periksa_berkas
from tests.fikstur.kantor import ISIAN, KELIRU, KODE_PD, PEM, TAHUN, TRANTIB, TW3, Ketikan, rencana

OLEH: Final = "Kasubbag Perencanaan (contoh)"
ALASAN: Final = "Sudah dikonfirmasi kepada unit (contoh)"
DITERIMA: Final = (
    (PEM, 1, 1, datetime(2026, 4, 6, 9)),
    (TRANTIB, 1, 1, datetime(2026, 4, 7, 10)),
    (PEM, 1, 2, datetime(2026, 4, 8, 9)),
    (PEM, 2, 1, datetime(2026, 7, 6, 9)),
    (TRANTIB, 2, 1, datetime(2026, 7, 7, 9)),
)
"""Unit, triwulan, versi and when it came."""


def isi_unit(gudang: Gudang, unit: str, triwulan: int, ketikan: tuple[Ketikan, Ketikan]) -> bytes:
    """The format of a unit, written by the program and filled."""
    dibuat = datetime(TAHUN, triwulan * 3, 25, 8)
    return susun_format(gudang, KODE_PD, unit, Periode(TAHUN, triwulan), dibuat, IsianUnit(*ketikan)).isi


def simpan(folder: Path, gudang: Gudang, berkas: dict[str, bytes]) -> None:
    """Close the store, pack it, and put it with these files into the folder."""
    jalur = gudang.jalur
    assert jalur is not None
    gudang.tutup()
    for nama, isi in {**berkas, "gudang.duckdb.gz": gzip.compress(jalur.read_bytes(), mtime=0)}.items():
        (folder / nama).write_bytes(isi)
    jalur.unlink()


def susun(folder: Path) -> None:
    """The store and the filled format of triwulan III that nobody received yet."""
    folder.mkdir(parents=True, exist_ok=True)
    gudang = buka_gudang(folder / "sementara.duckdb")
    isi = susun_templat(rencana()).isi
    putusan = impor_rencana(gudang, isi, "rencana_contoh.xlsx", OLEH, datetime(2026, 1, 5, 8), ALASAN)
    assert putusan.status == "tersimpan", putusan.temuan
    with Pembaca() as pembaca:
        terima_berkas(
            gudang, pembaca, TRANTIB, isi_unit(gudang, TRANTIB, 1, KELIRU), datetime(2026, 4, 2, 10), "ditolak"
        )
        for unit, triwulan, versi, waktu in DITERIMA:
            berkas = isi_unit(gudang, unit, triwulan, ISIAN[unit, triwulan, versi])
            terima_berkas(gudang, pembaca, unit, berkas, waktu, "diterima")
    format_baru = isi_unit(gudang, PEM, TW3.triwulan, ISIAN[PEM, TW3.triwulan, 1])
    simpan(folder, gudang, {"format_PEM_TW3.xlsx": format_baru})


def terima_berkas(gudang: Gudang, pembaca: Pembaca, unit: str, isi: bytes, waktu: datetime, harap: str) -> None:
    """Check a workbook and receive it; it must come to this verdict."""
    pemeriksaan = periksa_berkas(gudang, KODE_PD, isi, f"{unit}.xlsx", pembaca=pembaca)
    alasan = {temuan.kunci: ALASAN for temuan in pemeriksaan.perlu_alasan({})}
    putusan = terima(gudang, pemeriksaan, alasan, OLEH, waktu, f"{unit}:{waktu.isoformat()}")
    assert putusan.status == harap, (putusan.pesan, [(temuan.alamat, temuan.pesan) for temuan in putusan.temuan])


if __name__ == "__main__":
    susun(Path(sys.argv[1]))
