"""Sheet Sampul: whose figures, which periode and status, what is inside, and by which rules it was computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from analytics.aturan.agregasi import DAFTAR_AGREGASI
from analytics.aturan.angka import tulis_angka
from analytics.aturan.capaian import Pengaturan
from analytics.aturan.ekspresi import tulis_ekspresi
from analytics.aturan.rumus import DAFTAR_RUMUS
from analytics.dokumen.buku import Buku
from analytics.dokumen.cap import BUTIR, Cap
from analytics.dokumen.gaya import Cetak, atur_bagian, atur_halaman
from analytics.dokumen.isi_kompilasi import Kompilasi
from analytics.dokumen.lembar import tulis_baris, tulis_gabung, tulis_waktu
from analytics.dokumen.sel import STRIP, Sel, teks
from analytics.dokumen.tata_letak import KolomFormulir, Susunan
from analytics.evaluasi.hasil import Keterangan
from analytics.rupa import TANDA_CONTOH_CETAK

NAMA: Final = "Sampul"
_SUMBER_CAP: Final[Mapping[str, str]] = {
    "nomor": "Yang disetujui dibekukan dengan nomor ini",
    "sidik": "Cocokkan dengan register arsip; menu Periksa dokumen membuktikan berkas ini",
    "disetujui": "Langkah 8 SOP",
    "ujung": "Nomor dan sidik peristiwa terakhir; dengannya jejak dapat diperiksa",
}
SUSUNAN: Final = Susunan(
    (
        KolomFormulir("uraian", ("Uraian",), lebar=34),
        KolomFormulir("isi", ("Isi",), lebar=78),
        KolomFormulir("sumber", ("Sumber",), lebar=50),
    ),
    tetap=3,
)


def tulis_sampul(
    buku: Buku,
    lembar: Worksheet,
    kompilasi: Kompilasi,
    daftar: Sequence[tuple[str, str]],
    cap: Cap | None = None,
) -> dict[str, str]:
    """Write the cover; `daftar` are the other sheets with what each holds, `cap` the stamp of an approval.

    Returns the address of each part of the stamp, by its key.
    """
    baris = _tulis_nama(buku, lembar)
    letak = {} if cap is None else _letak_cap(baris + 2)
    if cap is not None:
        baris = _tulis_bagian(buku, lembar, baris, "Pengesahan", _pengesahan(cap))
    baris = _tulis_bagian(buku, lembar, baris, "Dokumen", _dokumen(kompilasi))
    baris = _tulis_isi(buku, lembar, baris, daftar)
    baris = _tulis_bagian(buku, lembar, baris, "Aturan dan pengaturan yang dipakai", _aturan(kompilasi))
    baris = _tulis_bagian(buku, lembar, baris, "Cara membaca", _legenda())
    for nomor, kolom in enumerate(SUSUNAN.kolom):
        lembar.set_column(nomor, nomor, kolom.lebar)
    atur_halaman(lembar, buku.kaki)
    atur_bagian(buku.buku, lembar, SUSUNAN, Cetak(None, baris - 1))
    return letak


def _tulis_nama(buku: Buku, lembar: Worksheet) -> int:
    keterangan = buku.keterangan
    kantor = keterangan.kantor
    baris = [
        (f"{kantor.nama.upper()}\n{kantor.kabupaten.upper()}", "besar", 44.0),
        ("DOKUMEN KOMPILASI DATA KINERJA", "besar", 30.0),
        (f"{keterangan.periode.nama} · STATUS: {keterangan.status.upper()}", "besar", 30.0),
    ]
    if kantor.contoh:
        baris.append((TANDA_CONTOH_CETAK, "peringatan", 20.0))
    for nomor, (tulisan, nada, tinggi) in enumerate(baris):
        lembar.set_row(nomor, tinggi)
        tulis_gabung(lembar, (nomor, 0, nomor, 2), tulisan, buku.gaya.ambil("tengah", nada))
    return len(baris) + 1


def _tulis_bagian(buku: Buku, lembar: Worksheet, baris: int, judul: str, daftar: Sequence[tuple[str, str, str]]) -> int:
    """Write a headed block of rows (uraian, isi, sumber) from row `baris` (from 0) on; the next free row."""
    lembar.write_string(baris, 0, judul, buku.gaya.ambil("teks", "bagian"))
    for nomor, (uraian, nilai, sumber) in enumerate(daftar, baris + 2):
        sel = {"uraian": teks(uraian, "tebal"), "isi": teks(nilai), "sumber": Sel(sumber, nada=("redup",))}
        tulis_baris(lembar, buku.gaya, SUSUNAN, nomor, sel)
    return baris + len(daftar) + 2


def _tulis_isi(buku: Buku, lembar: Worksheet, baris: int, daftar: Sequence[tuple[str, str]]) -> int:
    lembar.write_string(baris, 0, "Isi buku kerja", buku.gaya.ambil("teks", "bagian"))
    for nomor, (nama, uraian) in enumerate(daftar, baris + 1):
        tulis_baris(lembar, buku.gaya, SUSUNAN, nomor + 1, {"isi": teks(uraian), "sumber": Sel("", nada=("redup",))})
        lembar.write_url(nomor, 0, f"internal:'{nama}'!A1", buku.gaya.ambil("teks", "tabel", "tautan"), nama)
    return baris + len(daftar) + 2


def _pengesahan(cap: Cap) -> list[tuple[str, str, str]]:
    """The stamp, and who checked what before the approval."""
    butir = [(nama, cap.butir[kunci], _SUMBER_CAP[kunci]) for kunci, nama in BUTIR.items()]
    return [*butir, *cap.pemeriksa]


def _letak_cap(baris: int) -> dict[str, str]:
    """The cells of the stamp, whose first part stands in row `baris` (from 1)."""
    kolom = xl_col_to_name(SUSUNAN.indeks("isi"))
    return {kunci: f"{kolom}{nomor}" for nomor, kunci in enumerate(BUTIR, baris)}


def _dokumen(kompilasi: Kompilasi) -> list[tuple[str, str, str]]:
    keterangan = kompilasi.keterangan
    terakhir = keterangan.data_terakhir
    return [
        ("Perangkat daerah", f"{keterangan.kantor.nama} (kode {keterangan.kantor.kode_pd})", ""),
        ("Periode", keterangan.periode.nama, ""),
        *_rencana(kompilasi),
        *_nomor_data(keterangan),
        ("Unit yang datanya masuk", keterangan.kelengkapan, "Kiriman unit untuk triwulan ini"),
        ("Kiriman terakhir", tulis_waktu(terakhir) if terakhir else "belum ada kiriman", ""),
        *_tanpa_unit(keterangan),
        ("Disetujui" if keterangan.pengesahan else "Dibuat", tulis_waktu(keterangan.dibuat), "Capaian"),
    ]


def _rencana(kompilasi: Kompilasi) -> Iterator[tuple[str, str, str]]:
    """The plan documents in force, each once."""
    dokumen: dict[str, str | None] = {}
    for terisi in kompilasi.formulir:
        dokumen.setdefault(terisi.lembar.rencana, terisi.hasil.keterangan.dokumen)
    for rencana, nama in dokumen.items():
        yield f"{rencana.capitalize()} yang berlaku", nama or "belum ada", "Versi rencana pada hari terakhir periode"


def _nomor_data(keterangan: Keterangan) -> list[tuple[str, str, str]]:
    """Figures that can still change name the data that they were made from."""
    if keterangan.pengesahan is not None:
        return []
    return [
        ("Nomor data", str(keterangan.versi_data), "Nomor peristiwa terakhir; bertambah pada setiap perubahan data")
    ]


def _tanpa_unit(keterangan: Keterangan) -> list[tuple[str, str, str]]:
    if not keterangan.tanpa_unit:
        return []
    return [
        ("Unit tanpa data terverifikasi", keterangan.tanpa_unit, "Langkah 6 SOP; angkanya tidak ada di dokumen ini")
    ]


def _aturan(kompilasi: Kompilasi) -> list[tuple[str, str, str]]:
    rumus = [
        (f"Rumus {rumus.nama}", f"{tulis_ekspresi(rumus.umum)}\n{rumus.kalimat}", rumus.sumber)
        for rumus in DAFTAR_RUMUS.values()
    ]
    agregasi = [
        (f"Agregasi {agregasi.nama}", agregasi.kalimat, "Aturan indikator") for agregasi in DAFTAR_AGREGASI.values()
    ]
    return [*rumus, *agregasi, *_pengaturan(kompilasi.pengaturan), *_dasar_hukum(kompilasi)]


def _pengaturan(pengaturan: Pengaturan) -> list[tuple[str, str, str]]:
    batas = "tanpa batas" if pengaturan.batas is None else f"paling tinggi {tulis_angka(pengaturan.batas)} persen"
    if pengaturan.lantai is not None:
        batas += f", paling rendah {tulis_angka(pengaturan.lantai)} persen"
    nol = "dicetak 100 persen" if pengaturan.nol_seratus else "tidak bernilai"
    if pengaturan.nol_meleset:
        nol += "; target 0 yang meleset pada rumus turun, selisih dicetak 0 persen"
    nihil = [("tidak_ada_kejadian", "Tidak ada kejadian", "Dicetak 100 persen.")] if pengaturan.nihil_seratus else []
    kosong = "Nilai terakhir tahun itu mewakilinya, bertanda “nilai TW n”, pada nilai akhir dan isian s/d triwulan."
    bertahan = [("tw_kosong", "Triwulan jatuh tempo yang kosong", kosong)] if pengaturan.bertahan else []
    butir = (
        ("batas_capaian", "Batas capaian", f"Capaian yang dirata-ratakan dan diberi predikat: {batas}."),
        ("desimal", "Pembulatan", f"{pengaturan.desimal} desimal, setengah dibulatkan menjauhi nol."),
        ("kebijakan_nol", "Target 0 dan realisasi 0", f"Pada polaritas turun {nol}."),
        *nihil,
        *bertahan,
    )
    rata = "Rata-rata sederhana indikator yang bernilai, tidak dibulatkan, disertai n dari m yang wajib lapor."
    return [
        *((judul, kalimat, pengaturan.sumber.get(kunci, "")) for kunci, judul, kalimat in butir),
        ("Rata-rata", rata, "Asas Capaian"),
        ("Skala predikat", _tulis_skala(pengaturan), pengaturan.skala.sumber),
    ]


def _dasar_hukum(kompilasi: Kompilasi) -> Iterator[tuple[str, str, str]]:
    pengaturan = kompilasi.pengaturan
    for terisi in kompilasi.formulir:
        kunci = f"dasar_hukum_{terisi.lembar.kode}"
        yield f"Dasar hukum {terisi.lembar.nama}", pengaturan.teks[kunci], pengaturan.sumber.get(kunci, "")


def _tulis_skala(pengaturan: Pengaturan) -> str:
    baris = [
        f"{jenjang.simbol} {jenjang.predikat}: "
        + ("selebihnya" if jenjang.di_atas is None else f"di atas {tulis_angka(jenjang.di_atas)}")
        for jenjang in pengaturan.skala.jenjang
    ]
    return "\n".join(baris)


def _legenda() -> list[tuple[str, str, str]]:
    return [
        (
            "belum waktunya",
            "Indikator belum wajib dilaporkan pada triwulan ini; tidak dihitung sebagai kekurangan.",
            "",
        ),
        ("belum ada data", "Sudah wajib dilaporkan tetapi kosong. Kosong bukan nol.", ""),
        ("tidak direncanakan", "Tidak ada target atau pagu tahun ini. Ini bukan nol.", ""),
        (STRIP, "Tidak ada nilai atau tidak dapat dihitung; sebabnya ada di kolom keterangan.", ""),
        (
            "Kolom bantu",
            "Di kanan setiap formulir, di luar bidang cetak: pembilang, penyebut, batas rentang, angka peringkat dan "
            "capaian tanpa pembulatan yang dirujuk rumus.",
            "",
        ),
    ]
