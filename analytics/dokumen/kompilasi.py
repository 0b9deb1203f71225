"""The compiled workbook: cover, summary, the forms, and the source of every figure.

Every computed cell is a live formula whose cached result is the attribute of the result object that screens show.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from analytics.dokumen import lembar_sumber, ringkasan, sampul
from analytics.dokumen.buku import buka_buku
from analytics.dokumen.cap import Cap, tulis_lembar
from analytics.dokumen.isi_kompilasi import Kompilasi, LembarFormulir

_RINGKASAN: Final = "Satu halaman: berapa IKU tercapai, rata-rata, serapan, lima terendah, apa yang belum ada"
_SUMBER: Final = "Asal setiap angka: berkas, lembar!sel, kiriman, versi, waktu"


def urutan_lembar(formulir: Iterable[LembarFormulir[Any]]) -> tuple[str, ...]:
    """The sheets of a workbook of these forms, in order."""
    return (sampul.NAMA, ringkasan.NAMA, *(lembar.nama for lembar in formulir), lembar_sumber.NAMA)


def susun_kompilasi(kompilasi: Kompilasi, cap: Cap | None = None) -> bytes:
    """The xlsx of one office and periode, with the stamp of an approval. The same results give the same bytes."""
    keterangan = kompilasi.keterangan
    judul = f"Kompilasi data kinerja {keterangan.kantor.nama}, {keterangan.periode.nama}"
    with buka_buku(judul, keterangan) as buku:
        urutan = urutan_lembar(terisi.lembar for terisi in kompilasi.formulir)
        lembar = {nama: buku.buku.add_worksheet(nama) for nama in urutan}
        ringkas = [terisi.tulis(buku, lembar[terisi.lembar.nama]) for terisi in kompilasi.formulir]
        lembar_sumber.tulis_sumber(buku, lembar[lembar_sumber.NAMA], kompilasi)
        ringkasan.tulis_ringkasan(buku, lembar[ringkasan.NAMA], kompilasi, ringkas)
        sampul.tulis_sampul(buku, lembar[sampul.NAMA], kompilasi, _daftar(kompilasi), cap)
        if cap is not None and cap.kemasan:
            tulis_lembar(buku.buku, cap)
    return buku.keluaran.getvalue()


def _daftar(kompilasi: Kompilasi) -> tuple[tuple[str, str], ...]:
    """The sheets behind the cover, with what each holds."""
    formulir = (
        (terisi.lembar.nama, terisi.lembar.isi.format_map(kompilasi.pengaturan.teks)) for terisi in kompilasi.formulir
    )
    return ((ringkasan.NAMA, _RINGKASAN), *formulir, (lembar_sumber.NAMA, _SUMBER))
