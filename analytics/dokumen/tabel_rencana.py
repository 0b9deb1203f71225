"""The tables of the plan and of the intake: tree with targets, documents, findings, what a workbook said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from analytics.aturan.periode import ROMAWI, tulis_tanggal
from analytics.aturan.rumus import DAFTAR_RUMUS
from analytics.dokumen.tabel import BarisTabel, IsiTabel, Kolom, Tabel
from analytics.dokumen.tabel_evaluasi import judul_simpul, tabel_rujukan
from analytics.evaluasi.hasil import DokumenRencana
from analytics.evaluasi.hasil.renja import BarisRenja, EvaluasiRenja
from analytics.evaluasi.hasil.renstra import BarisRenstra, EvaluasiRenstra

_URAIAN = Kolom("Sasaran, program, kegiatan, sub kegiatan, indikator", lebar=44)
_KOLOM_RENJA = (
    _URAIAN,
    Kolom("Satuan", lebar=9),
    *(Kolom(f"Target s/d TW {romawi}", "angka", lebar=9) for romawi in list(ROMAWI.values())[:3]),
    Kolom("Target tahun", "angka", lebar=9),
    Kolom("Pagu (Rp)", "rupiah", lebar=14),
    Kolom("Rumus", lebar=18),
    Kolom("Frekuensi", lebar=10),
    Kolom("Penanggung jawab", lebar=18),
)
"""Together as wide as the screen of a small laptop: the plan is read without moving it sideways."""


def tabel_pohon_renja(hasil: EvaluasiRenja) -> Tabel:
    """The plan of one year: targets per triwulan and year, pagu, and the rule of every indicator."""
    return Tabel(
        f"Target dan pagu {hasil.keterangan.periode.tahun}",
        _KOLOM_RENJA,
        tuple(baris_tabel for baris in hasil.baris for baris_tabel in _baris_renja(baris)),
        "Belum ada Renja untuk tahun ini.",
    )


def _baris_renja(baris: BarisRenja) -> Iterator[BarisTabel]:
    if baris.tempat.rujukan:
        yield tabel_rujukan(baris, len(_KOLOM_RENJA))
        return
    kosong = ("",) * 5
    judul = judul_simpul(baris.kode_simpul, baris.tingkat, baris.nama)
    yield BarisTabel((judul, *kosong, baris.uang.kini.pagu, "", "", baris.nama_unit or ""), baris.tingkat)
    for kinerja in baris.kinerja:
        indikator = kinerja.baris.indikator
        target: list[IsiTabel] = [tw.target for tw in kinerja.baris.triwulan[:3]]
        tahun = kinerja.kini.target_tahun
        yield BarisTabel(
            (
                indikator.nama,
                indikator.satuan,
                *target,
                "tidak direncanakan" if tahun.kosong else tahun,
                "",
                DAFTAR_RUMUS[indikator.rumus].nama,
                indikator.jadwal,
                indikator.nama_unit,
            ),
            "masuk1",
            indikator.kode,
        )


def tabel_kas(hasil: EvaluasiRenja) -> Tabel | None:
    """When the money of one year is to be drawn, of the rows that say so; None where none does."""
    kolom = (
        Kolom("Sasaran, program, kegiatan, sub kegiatan", lebar=60),
        *(Kolom(f"Kas s/d TW {romawi} (Rp)", "rupiah", lebar=18) for romawi in ROMAWI.values()),
        Kolom("Pagu (Rp)", "rupiah", lebar=18),
    )
    baris = tuple(
        BarisTabel(
            (
                judul_simpul(simpul.kode_simpul, simpul.tingkat, simpul.nama),
                *kas,
                *("",) * (len(ROMAWI) - len(kas)),
                simpul.uang.kini.pagu,
            ),
            simpul.tingkat,
        )
        for simpul in hasil.baris
        if (kas := simpul.uang.kini.kas)
    )
    return Tabel(f"Rencana penarikan {hasil.keterangan.periode.tahun}", kolom, baris) if baris else None


def tabel_pohon_renstra(hasil: EvaluasiRenstra) -> Tabel:
    """The plan of the years of a Renstra: targets for indicators, pagu for nodes."""
    kolom = (
        _URAIAN,
        Kolom("Satuan", lebar=10),
        Kolom("Kondisi awal", "angka", lebar=12),
        *(Kolom(f"Target {tahun}", "angka", lebar=16) for tahun in hasil.tahun),
        Kolom("Target akhir", "angka", lebar=16),
    )
    judul = f"Target dan pagu Renstra {hasil.tahun[0]}–{hasil.tahun[-1]}" if hasil.tahun else "Target dan pagu Renstra"
    baris_renstra = tuple(baris_tabel for baris in hasil.baris for baris_tabel in _baris_renstra(baris))
    return Tabel(judul, kolom, baris_renstra if hasil.tahun else (), "Belum ada Renstra yang memuat tahun ini.")


def _baris_renstra(baris: BarisRenstra) -> Iterator[BarisTabel]:
    if baris.tempat.rujukan:
        yield tabel_rujukan(baris, 4 + len(baris.uang))
        return
    pagu: list[IsiTabel] = [tahun.pagu for tahun in baris.uang]
    judul = judul_simpul(baris.kode_simpul, baris.tingkat, baris.nama)
    yield BarisTabel((judul, "Rp", "", *pagu, baris.pagu_akhir), baris.tingkat)
    for kinerja in baris.kinerja:
        indikator = kinerja.indikator
        target: list[IsiTabel] = [tahun.target for tahun in kinerja.tahun]
        yield BarisTabel(
            (indikator.nama, indikator.satuan, kinerja.kondisi_awal, *target, kinerja.target_akhir),
            "masuk1",
            indikator.kode,
        )


def tabel_dokumen(dokumen: Iterable[DokumenRencana]) -> Tabel:
    """Every revision of every plan document, newest first."""
    kolom = (
        Kolom("Dokumen", lebar=40),
        Kolom("Jenis", lebar=10),
        Kolom("Tahun", lebar=12),
        Kolom("Versi", lebar=18),
        Kolom("Tanggal", lebar=18),
        Kolom("Kode", lebar=18),
    )
    urut = sorted(dokumen, key=lambda dokumen: (dokumen.tanggal, dokumen.ke, dokumen.revisi), reverse=True)
    return Tabel(
        "Dokumen rencana", kolom, tuple(_baris_dokumen(dokumen) for dokumen in urut), "Belum ada dokumen rencana."
    )


def _baris_dokumen(dokumen: DokumenRencana) -> BarisTabel:
    tahun = (
        str(dokumen.tahun_awal)
        if dokumen.tahun_awal == dokumen.tahun_akhir
        else f"{dokumen.tahun_awal}–{dokumen.tahun_akhir}"
    )
    versi = "murni" if dokumen.ke == 0 else f"perubahan ke-{dokumen.ke}"
    revisi = f", revisi {dokumen.revisi}" if dokumen.revisi else ""
    tanggal = tulis_tanggal(dokumen.tanggal)
    return BarisTabel((dokumen.dokumen, dokumen.jenis.capitalize(), tahun, f"{versi}{revisi}", tanggal, dokumen.kode))


def tabel_pasangan(judul: str, isi: Mapping[str, IsiTabel]) -> Tabel:
    """A description list: term and explanation; what has no explanation is left out."""
    baris = tuple(BarisTabel((kunci, nilai)) for kunci, nilai in isi.items() if nilai not in {None, ""})
    return Tabel(judul, (Kolom("Hal", lebar=26), Kolom("Isi", lebar=70)), baris, berkepala=False)
