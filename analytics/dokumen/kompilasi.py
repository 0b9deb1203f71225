"""The compiled workbook: cover, summary, the forms, and the source of every figure.

Every computed cell is a live formula whose cached result is the attribute of the result object that screens show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from analytics.dokumen import lembar_sumber, ringkasan, sampul
from analytics.dokumen.buku import Buku, buka_buku, sel_tertulis
from analytics.dokumen.cap import Cap, banyak_potongan, potong, tulis_lembar
from analytics.dokumen.cetakan import Cetakan, TandaCap, susun_cetakan
from analytics.dokumen.isi_kompilasi import Kompilasi, LembarFormulir
from analytics.dokumen.sel_beku import pasang_beku

_RINGKASAN: Final = "Satu halaman: berapa IKU tercapai, rata-rata, serapan, lima terendah, apa yang belum ada"
DISUSUN_ULANG: Final = (
    "Disusun ulang dengan tata letak sekarang: versi Capaian yang mencatat persetujuan ini belum menyimpan berkasnya. "
    "Isi setiap sel adalah yang disetujui."
)
"""Said wherever an approval is handed out whose bytes were not kept."""
_SUMBER: Final = "Asal setiap angka: berkas, lembar!sel, kiriman, versi, waktu"


def urutan_lembar(formulir: Iterable[LembarFormulir[Any]]) -> tuple[str, ...]:
    """The sheets of a workbook of these forms, in order."""
    return (sampul.NAMA, ringkasan.NAMA, *(lembar.nama for lembar in formulir), lembar_sumber.NAMA)


@dataclass(frozen=True)
class BukuTertulis:
    """A compiled workbook: its cells by sheet and address, and the stamp: what stands in `Sampul!B7`.

    A cell is [value, formula], as whoever reads the file will find it; `sel` holds none of the stamp.
    """

    buku: Buku
    sel: Mapping[str, Mapping[str, Any]]
    cap: Mapping[str, str]

    def cetak(self, cap: Cap, tanda: TandaCap, kemasan: bytes) -> Cetakan:
        """The finished file with these marks in the place of its stamp, also on the sheet that carries the snapshot.

        `kemasan` is a packed snapshot as long as that to come. Ask once: the workbook is closed then.
        """
        butir = cap.butir
        tulis_lembar(self.buku.buku, butir["nomor"], butir["sidik"], tanda.potongan(banyak_potongan(kemasan)))
        return susun_cetakan(self.buku.tutup(), tanda, kemasan)


def susun_kompilasi(kompilasi: Kompilasi, cap: Cap | None = None) -> bytes:
    """The xlsx of one office and periode, with the stamp of an approval. The same results give the same bytes."""
    buku, _ = _tulis(kompilasi, cap)
    return buku.tutup()


def susun_formulir(kompilasi: Kompilasi) -> bytes:
    """The xlsx of forms of one unit, with the source of every figure; what is approved is the office's."""
    keterangan = kompilasi.keterangan
    buku = buka_buku(f"Evaluasi {keterangan.sub_unit}, {keterangan.periode.nama}", keterangan)
    lembar = [buku.buku.add_worksheet(terisi.lembar.nama) for terisi in kompilasi.formulir]
    for terisi, tempat in zip(kompilasi.formulir, lembar, strict=True):
        terisi.tulis(buku, tempat)
    lembar_sumber.tulis_sumber(buku, buku.buku.add_worksheet(lembar_sumber.NAMA), kompilasi)
    return buku.tutup()


def tulis_kompilasi(kompilasi: Kompilasi, cap: Cap | None = None) -> BukuTertulis:
    """As `susun_kompilasi`, with what was written where: what an approval freezes."""
    buku, letak = _tulis(kompilasi, cap)
    sel = sel_tertulis(buku.buku)
    for alamat in letak.values():
        del sel[sampul.NAMA][alamat]
    return BukuTertulis(buku, sel, {f"{sampul.NAMA}!{alamat}": kunci for kunci, alamat in letak.items()})


def _tulis(kompilasi: Kompilasi, cap: Cap | None) -> tuple[Buku, Mapping[str, str]]:
    """The workbook with all of its sheets written, not closed yet, and where the stamp stands."""
    keterangan = kompilasi.keterangan
    judul = f"Kompilasi data kinerja {keterangan.kantor.nama}, {keterangan.periode.nama}"
    buku = buka_buku(judul, keterangan)
    urutan = urutan_lembar(terisi.lembar for terisi in kompilasi.formulir)
    lembar = {nama: buku.buku.add_worksheet(nama) for nama in urutan}
    ringkas = [terisi.tulis(buku, lembar[terisi.lembar.nama]) for terisi in kompilasi.formulir]
    lembar_sumber.tulis_sumber(buku, lembar[lembar_sumber.NAMA], kompilasi)
    ringkasan.tulis_ringkasan(buku, lembar[ringkasan.NAMA], kompilasi, ringkas)
    letak = sampul.tulis_sampul(buku, lembar[sampul.NAMA], kompilasi, _daftar(kompilasi), cap)
    if cap is not None and cap.kemasan:
        pasang_beku(buku.buku, cap)
        buku.buku.set_custom_property("Penyusunan", DISUSUN_ULANG, "text")
        tulis_lembar(buku.buku, cap.butir["nomor"], cap.butir["sidik"], potong(cap.kemasan))
    return buku, letak


def _daftar(kompilasi: Kompilasi) -> tuple[tuple[str, str], ...]:
    """The sheets behind the cover, with what each holds."""
    formulir = (
        (terisi.lembar.nama, terisi.lembar.isi.format_map(kompilasi.pengaturan.teks)) for terisi in kompilasi.formulir
    )
    return ((ringkasan.NAMA, _RINGKASAN), *formulir, (lembar_sumber.NAMA, _SUMBER))
