"""The rule of an indicator in words, its working, and what it is compared with."""

from __future__ import annotations

from analytics.aturan.agregasi import DAFTAR_AGREGASI
from analytics.aturan.capaian import Capaian, Target
from analytics.aturan.ekspresi import tulis_ekspresi
from analytics.aturan.istilah import BUKTI_WAJIB, NAMA_CARA_ISI, NAMA_POLARITAS
from analytics.aturan.pecahan import tulis_cara
from analytics.aturan.rumus import DAFTAR_RUMUS, PADANAN
from analytics.dokumen.tabel import BarisTabel, IsiTabel, Kolom, Tabel
from analytics.dokumen.tabel_evaluasi import tulis_predikat
from analytics.dokumen.tabel_rencana import tabel_pasangan
from analytics.evaluasi.hasil import Indikator, Nilai, RincianIndikator
from analytics.formulir import MENURUT_KODE


def tabel_aturan(hasil: RincianIndikator) -> Tabel:
    """The rule of the year in words, with its source."""
    indikator = hasil.baris.indikator
    rumus = DAFTAR_RUMUS[indikator.rumus]
    agregasi = DAFTAR_AGREGASI[indikator.agregasi]
    riwayat = "; ".join(f"{tahun}: {nama}" for tahun, nama in hasil.aturan_per_tahun)
    return tabel_pasangan(
        "Aturan indikator",
        {
            "Kode": indikator.kode,
            "Sasaran": indikator.nama_sasaran or "",
            "Tempat di pohon": f"{indikator.tingkat.replace('_', ' ').capitalize()} {indikator.nama_simpul}",
            "Penanggung jawab": indikator.nama_unit,
            "Sumber nilai": indikator.sumber,
            "Bagian dari": indikator.bagian_dari or "",
            "Satuan": indikator.satuan,
            "Polaritas": f"{indikator.polaritas}: {NAMA_POLARITAS[indikator.polaritas]}",
            "Rumus capaian": f"{rumus.nama}. {rumus.kalimat} {tulis_ekspresi(rumus.umum)}",
            "Sumber rumus": rumus.sumber,
            "Wajib lapor": indikator.jadwal,
            "Yang diisi": NAMA_CARA_ISI[indikator.cara_isi],
            "Menjadi nilai tahun": f"{agregasi.nama}. {agregasi.kalimat}",
            "Pembilang dan penyebut": _pecahan(indikator),
            "Definisi operasional": indikator.definisi or "",
            "Sumber data": indikator.sumber_data or "",
            "Bukti dukung": f"{BUKTI_WAJIB} pada tiap nilai yang dilaporkan" if indikator.bukti_wajib else "",
            "Dipakai pada": ", ".join(map(_sebutan, sorted(indikator.laporan))),
            "Rumus tiap tahun": riwayat,
        },
    )


def tabel_cara_hitung(hasil: RincianIndikator) -> Tabel:
    """The working against both targets, and what the other formula in use would give."""
    kini = hasil.kini
    lain = hasil.padanan
    hitungan: dict[str, IsiTabel] = {
        "S/d triwulan ini": _hitungan(kini.capaian),
        "Terhadap target tahun": _hitungan(kini.capaian_tahun),
    }
    if lain is not None:
        hitungan[f"Seandainya {DAFTAR_RUMUS[PADANAN[kini.capaian.rumus]].nama}"] = _hitungan(lain)
    return tabel_pasangan("Cara hitung", hitungan)


def tabel_pembanding(hasil: RincianIndikator) -> Tabel:
    """Last year, the end of the Renstra, and the national standard, each beside the realisasi of now."""
    kolom = (
        Kolom("Pembanding", lebar=16),
        Kolom("Nilai", "angka", lebar=9),
        Kolom("Realisasi kini", "angka", lebar=9),
        Kolom("Keterangan", lebar=24),
    )
    baris = tuple(
        BarisTabel((judul, nilai if _ada(nilai) else "tidak ada", kini, catatan))
        for judul, nilai, kini, catatan in _pembanding(hasil)
    )
    return Tabel("Perbandingan", kolom, baris)


def _pembanding(hasil: RincianIndikator) -> list[tuple[str, IsiTabel, IsiTabel, str]]:
    banding, kini = hasil.pembanding, hasil.kini.realisasi or hasil.kini.sebutan
    tahun = hasil.keterangan.periode.tahun - 1
    akhir = ". ".join(bagian for bagian in (_hitungan(banding.capaian_akhir).rstrip("."), banding.jalur) if bagian)
    standar = banding.sumber_standar or "belum dicantumkan pada rencana"
    return [
        (f"Tahun lalu ({tahun})", banding.tahun_lalu, kini, banding.sumber_tahun_lalu),
        ("Target akhir Renstra", banding.target_akhir, banding.realisasi or banding.sebutan_akhir, akhir),
        ("Standar nasional", banding.standar_nasional, kini, standar),
    ]


def _ada(nilai: IsiTabel) -> bool:
    return nilai is not None and not (isinstance(nilai, Target) and nilai.kosong) and not _hampa(nilai)


def _hampa(nilai: IsiTabel) -> bool:
    return isinstance(nilai, Nilai) and nilai.tepat is None and nilai.peringkat is None


def _hitungan(capaian: Capaian) -> str:
    if capaian.nilai is None:
        return capaian.tulisan
    return f"{capaian.cara_hitung} ({tulis_predikat(capaian)})"


def _pecahan(indikator: Indikator) -> str:
    if indikator.pembilang is None or indikator.penyebut is None or indikator.faktor is None:
        return ""
    return tulis_cara(indikator.pembilang, indikator.penyebut, indikator.faktor)


def _sebutan(laporan: str) -> str:
    """What a report is called: as its form where it has one."""
    return MENURUT_KODE[laporan].lembar.sebutan if laporan in MENURUT_KODE else laporan.upper()
