"""Sheet Ringkasan: one page for who has five minutes: the sentence, the figures, the five lowest, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from xlsxwriter.worksheet import Worksheet

from analytics.aturan.periode import BELUM_ADA_DATA, BELUM_WAKTUNYA, NAMA_KEADAAN, TIDAK_DIRENCANAKAN
from analytics.dokumen.buku import Buku
from analytics.dokumen.gaya import Cetak, atur_bagian, atur_halaman, warnai_predikat
from analytics.dokumen.lembar import tulis_baris, tulis_gabung, tulis_judul
from analytics.dokumen.lembar_iku import TempatIku
from analytics.dokumen.lembar_renja import TempatRenja
from analytics.dokumen.sel import Isi, Sel, dengan_rumus, nama_predikat, pasang_nilai, pasang_target, strip, teks
from analytics.dokumen.tata_letak import Kolom, Susunan
from analytics.evaluasi.hasil import BarisIku, BarisIndikator, EvaluasiIku, EvaluasiRenja, RataRata, Triwulan

NAMA: Final = "Ringkasan"
SUSUNAN: Final = Susunan(
    (
        Kolom("no", ("No",), 5),
        Kolom("uraian", ("Uraian",), 52),
        Kolom("target", ("Target",), 12),
        Kolom("realisasi", ("Realisasi",), 12),
        Kolom("nilai", ("Nilai",), 12),
        Kolom("predikat", ("Predikat",), 15),
        Kolom("keterangan", ("Keterangan",), 62),
    ),
    tetap=7,
)
_TERENDAH: Final = 5


def tulis_ringkasan(
    buku: Buku,
    lembar: Worksheet,
    hasil: tuple[EvaluasiIku, EvaluasiRenja],
    tempat: tuple[TempatIku, TempatRenja],
    daftar: Iterable[BarisIndikator],
) -> None:
    """Write the sheet; every figure on it refers to the cell of the form that it comes from."""
    iku, renja = hasil
    for nomor, kolom in enumerate(SUSUNAN.kolom):
        lembar.set_column(nomor, nomor, kolom.lebar)
    baris = tulis_judul(lembar, buku.gaya, "RINGKASAN CAPAIAN KINERJA", iku.keterangan, SUSUNAN)
    baris = _tulis_kalimat(buku, lembar, iku, tempat[0], baris)
    baris = _tulis_tabel(buku, lembar, baris, _POKOK, _pokok(iku, renja, *tempat))
    baris = _tulis_tabel(buku, lembar, baris, _TABEL_TERENDAH, _terendah(iku, tempat[0]))
    baris = _tulis_tabel(
        buku,
        lembar,
        baris,
        _TABEL_KURANG,
        _kurang(daftar, iku.keterangan.periode.triwulan),
    )
    warnai_predikat(
        buku.buku, lembar, f"{SUSUNAN.sel('predikat', 1)}:{SUSUNAN.sel('predikat', baris)}", iku.pengaturan.skala
    )
    atur_halaman(lembar, buku.kaki)
    atur_bagian(buku.buku, lembar, SUSUNAN, Cetak(None, baris - 2))


@dataclass(frozen=True)
class _Tabel:
    """A table of the sheet: title, headings by column key, the columns that the text of the first of them takes."""

    judul: str
    kepala: dict[str, str]
    gabung: tuple[str, str] | None = None


_POKOK: Final = _Tabel(
    "Angka pokok",
    {"no": "No", "uraian": "Uraian", "nilai": "Nilai", "predikat": "Predikat", "keterangan": "Keterangan"},
    ("uraian", "realisasi"),
)
_TABEL_TERENDAH: Final = _Tabel(
    "Lima capaian IKU terendah",
    {
        "no": "No",
        "uraian": "Indikator",
        "target": "Target s/d",
        "realisasi": "Realisasi s/d",
        "nilai": "Capaian (%)",
        "predikat": "Predikat",
        "keterangan": "Faktor penghambat dan tindak lanjut",
    },
)
_TABEL_KURANG: Final = _Tabel(
    "Yang belum ada dan sebabnya",
    {"no": "No", "uraian": "Indikator", "predikat": "Termasuk", "keterangan": "Unit: sebab"},
    ("uraian", "nilai"),
)


def _tulis_kalimat(buku: Buku, lembar: Worksheet, iku: EvaluasiIku, tempat: TempatIku, baris: int) -> int:
    akhir = f" IKU yang dinilai mencapai target s/d {iku.keterangan.periode.nama}"
    bentuk = buku.gaya.ambil("teks", "kalimat")
    tulis_gabung(lembar, (baris, 0, baris, len(SUSUNAN.kolom) - 1), "", bentuk)
    lembar.set_row(baris, 24)
    if iku.dinilai:
        rumus = f'={tempat.sel("status", tempat.rata)}&"{akhir}"'
        lembar.write_formula(baris, 0, rumus, bentuk, f"{iku.tercapai} dari {iku.dinilai}{akhir}")
    else:
        lembar.write_string(baris, 0, f"Belum ada IKU yang dapat dinilai s/d {iku.keterangan.periode.nama}", bentuk)
    return baris + 2


def _tulis_tabel(buku: Buku, lembar: Worksheet, baris: int, tabel: _Tabel, isi: Sequence[Isi]) -> int:
    """Write a headed table from row `baris` (from 0) on; the next free row."""
    lembar.write_string(baris, 0, tabel.judul, buku.gaya.ambil("teks", "bagian"))
    kepala = {kunci: Sel(nama) for kunci, nama in tabel.kepala.items()}
    for nomor, satu in enumerate([kepala, *isi], baris + 2):
        nada = ("kepala",) if satu is kepala else ()
        tulis_baris(lembar, buku.gaya, SUSUNAN, nomor, satu, *nada, gabung=tabel.gabung)
    return baris + len(isi) + 3


def _pokok(iku: EvaluasiIku, renja: EvaluasiRenja, tempat: TempatIku, renja_di: TempatRenja) -> list[Isi]:
    isi = (*_pokok_iku(iku, tempat), *_pokok_renja(renja, renja_di), *_pokok_keadaan(iku, tempat.rentang("keadaan")))
    return [{"no": Sel(float(nomor), rupa="urut"), **satu} for nomor, satu in enumerate(isi, 1)]


def _pokok_iku(iku: EvaluasiIku, tempat: TempatIku) -> list[Isi]:
    rata = iku.rata_rata
    return [
        _angka(
            "IKU yang mencapai target",
            Sel(f"{iku.tercapai} dari {iku.dinilai}", tempat.sel("status", tempat.rata), "tengah"),
            teks("Dari IKU yang dapat dinilai."),
        ),
        _angka(
            "Rata-rata capaian IKU (%)",
            _rujuk(rata.nilai, tempat.sel("capaian", tempat.rata)),
            _banyak(rata, tempat.sel("capaian", tempat.rata + 1), "IKU yang wajib lapor bernilai."),
            _rujuk(rata.predikat, tempat.sel("predikat", tempat.rata)),
        ),
    ]


def _pokok_renja(renja: EvaluasiRenja, tempat: TempatRenja) -> list[Isi]:
    penutup, rata = renja.penutup, tempat.rata
    tingkat = f"Tingkat {penutup.tingkat}."
    return [
        _angka(
            "Rata-rata capaian kinerja Renja s/d triwulan ini (%)",
            _rujuk(penutup.kinerja.nilai, tempat.sel("sd_capaian", rata)),
            _banyak(
                penutup.kinerja,
                tempat.sel("sd_capaian", rata + 2),
                f"indikator yang wajib lapor bernilai; tingkat {penutup.tingkat}.",
            ),
            _rujuk(penutup.predikat_kinerja, tempat.sel("sd_capaian", rata + 1)),
        ),
        _angka(
            "Serapan anggaran (%), jumlah realisasi dibanding jumlah pagu",
            _rujuk(penutup.serapan_jumlah, tempat.sel("serapan", rata + 3)),
            teks(tingkat),
        ),
        _angka(
            "Serapan anggaran (%), rata-rata per baris",
            _rujuk(penutup.serapan_rata, tempat.sel("serapan", rata)),
            teks(tingkat),
            _rujuk(penutup.predikat_serapan, tempat.sel("serapan", rata + 1)),
        ),
    ]


def _pokok_keadaan(iku: EvaluasiIku, rentang: str) -> list[Isi]:
    isi = (
        (BELUM_ADA_DATA, iku.belum_ada_data, "Wajib lapor tetapi kosong; lihat daftar di bawah."),
        (BELUM_WAKTUNYA, iku.belum_waktunya, "Belum wajib lapor; bukan kekurangan."),
        (TIDAK_DIRENCANAKAN, iku.tidak_direncanakan, "Tidak ada target tahun ini."),
    )
    return [
        _angka(
            f"IKU {NAMA_KEADAAN[kode]}",
            Sel(float(banyak), f'COUNTIF({rentang},"{NAMA_KEADAAN[kode]}")', "angka0"),
            teks(arti),
        )
        for kode, banyak, arti in isi
    ]


def _banyak(rata: RataRata, alamat: str, akhir: str) -> Sel:
    return Sel(f"{rata.n} dari {rata.m} {akhir}", f'{alamat}&" {akhir}"')


def _angka(uraian: str, nilai: Sel, keterangan: Sel, predikat: Sel | None = None) -> Isi:
    return {"uraian": teks(uraian, "tebal"), "nilai": nilai, "keterangan": keterangan, "predikat": predikat or strip()}


def _rujuk(nilai: Decimal | float | str | None, alamat: str) -> Sel:
    """A figure of another sheet, live; a dash without a value."""
    if nilai is None:
        return strip()
    return Sel(nilai, alamat, "tengah", ("tebal",)) if isinstance(nilai, str) else Sel(float(nilai), alamat, "angka2")


def _terendah(iku: EvaluasiIku, tempat: TempatIku) -> list[Isi]:
    bernilai = [satu for satu in iku.baris if satu.kini.capaian.mentah is not None]
    urut = sorted(bernilai, key=lambda satu: satu.kini.capaian.mentah or 0.0)[:_TERENDAH]
    return [_baris_terendah(satu, nomor, tempat) for nomor, satu in enumerate(urut, 1)] or [
        _tidak_ada("IKU yang bernilai")
    ]


def _baris_terendah(satu: BarisIku, nomor: int, tempat: TempatIku) -> Isi:
    indikator, kini = satu.baris.indikator, satu.kini
    baris = tempat.baris[indikator.kode]
    narasi = [
        f"{judul}: {satu.baris.narasi[jenis]}"
        for jenis, judul in (("faktor_penghambat", "Penghambat"), ("tindak_lanjut_triwulan", "Tindak lanjut"))
        if jenis in satu.baris.narasi
    ]
    return {
        "no": Sel(float(nomor), rupa="urut"),
        "uraian": teks(indikator.nama),
        "target": dengan_rumus(pasang_target("target", kini.target)["target"], tempat.sel("target", baris)),
        "realisasi": dengan_rumus(
            pasang_nilai("realisasi", kini.realisasi, strip())["realisasi"], tempat.sel("realisasi", baris)
        ),
        "nilai": _rujuk(kini.capaian.nilai, tempat.sel("capaian", baris)),
        "predikat": _rujuk(nama_predikat(kini.capaian), tempat.sel("predikat", baris)),
        "keterangan": teks("\n".join(narasi) or "Belum diisi oleh unit."),
    }


def _kurang(daftar: Iterable[BarisIndikator], triwulan: int) -> list[Isi]:
    kurang = [(satu, satu.pada(triwulan)) for satu in daftar]
    isi = [(satu, sebab) for satu, kini in kurang if (sebab := _sebab(kini))]
    return [
        {
            "no": Sel(float(nomor), rupa="urut"),
            "uraian": teks(_nama(satu)),
            "predikat": Sel("IKU" if "iku" in satu.indikator.laporan else "Renja", rupa="tengah"),
            "keterangan": teks(f"{satu.indikator.nama_unit}: {sebab}"),
        }
        for nomor, (satu, sebab) in enumerate(isi, 1)
    ] or [_tidak_ada("kekurangan; semua yang wajib lapor sudah terisi")]


def _nama(satu: BarisIndikator) -> str:
    """The indicator's name; below a sasaran the plan code tells equal names apart."""
    kode = "" if satu.indikator.tingkat in ("tujuan", "sasaran") else f" ({satu.indikator.kode_simpul})"
    return f"{satu.indikator.nama}{kode}"


def _sebab(kini: Triwulan) -> str:
    if kini.keadaan == BELUM_ADA_DATA:
        return kini.alasan_keadaan or f"{kini.sebutan}, unit belum memberi alasan."
    return ""


def _tidak_ada(apa: str) -> Isi:
    return {"uraian": teks(f"Tidak ada {apa}.", "redup")}
