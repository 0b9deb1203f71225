"""The board, the units, the steps and the moves as tables for screens and documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analytics.aturan.periode import tulis_hari_tanggal, tulis_tanggal, tulis_waktu
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.papan.papan import TANDA, LangkahPapan, Papan
from analytics.papan.perjalanan import Perjalanan, Pindah
from analytics.papan.tenggat import KetepatanUnit, WaktuBaku
from analytics.sop.hari_kerja import HariBebas
from analytics.sop.langkah import ARTI_KELENGKAPAN, LANGKAH, NAMA_DOKUMEN, NAMA_KEADAAN_ALUR, SOP, Langkah
from analytics.sop.peran import NAMA_PERAN


def tabel_papan(papan: Papan) -> Tabel:
    """The board of a periode."""
    kolom = (
        Kolom("Langkah", lebar=44),
        Kolom("Keadaan", lebar=20),
        Kolom("Giliran", lebar=36),
        Kolom("Hari kerja terpakai", lebar=24),
        Kolom("Catatan", lebar=40),
    )
    return Tabel(f"Papan SOP {papan.periode.nama}", kolom, tuple(map(_baris_papan, papan.langkah)))


def _baris_papan(satu: LangkahPapan) -> BarisTabel:
    isi = (
        f"{satu.langkah.nomor}. {satu.langkah.aktivitas}",
        tulis_keadaan(satu),
        satu.giliran or satu.pelaksana,
        tulis_hari(satu),
        "; ".join(_catatan_papan(satu)),
    )
    nada = "galat" if satu.lewat and satu.keadaan == "berjalan" else "pusat" if satu.keadaan == "berjalan" else ""
    return BarisTabel(isi, nada)


def tulis_keadaan(satu: LangkahPapan) -> str:
    """`▶ berjalan, 4 dari 6 unit selesai`."""
    sebagian = satu.banyak > 1 and 0 < satu.unit_selesai < satu.banyak
    bagian = f", {satu.unit_selesai} dari {satu.banyak} unit selesai" if sebagian else ""
    return f"{TANDA[satu.keadaan]} {satu.keadaan}{bagian}"


def tulis_hari(satu: LangkahPapan) -> str:
    """`7 dari 2–6 hari kerja, lewat 1`; only what is allowed while nothing was used."""
    if satu.keadaan == "belum" and not satu.hari:
        return f"baku {satu.baku.tulisan}"
    lewat = f", lewat {satu.hari - satu.baku.paling_lama}" if satu.lewat else ""
    return f"{satu.hari} dari {satu.baku.tulisan}{lewat}"


def _catatan_papan(satu: LangkahPapan) -> Iterable[str]:
    if satu.tenggat:
        yield f"tenggat {tulis_tanggal(satu.tenggat)}"
    if satu.paling_lambat:
        yield f"paling lama: {satu.paling_lambat}"
    if satu.putaran:
        yield f"↩ dikembalikan {satu.putaran} kali"
    yield from (_kertas(pindah) for pindah in satu.kertas)
    if satu.rangkap:
        yield f"diperiksa pembuatnya sendiri ({', '.join(sorted({pindah.oleh for pindah in satu.rangkap}))})"


def _kertas(pindah: Pindah) -> str:
    tanggal = f", {tulis_tanggal(pindah.tanggal_kertas)}" if pindah.tanggal_kertas else ""
    return f"di atas kertas (nomor {pindah.nomor_kertas}{tanggal})"


def tabel_unit(unit: Sequence[KetepatanUnit], sendiri: Iterable[str] = ()) -> Tabel:
    """How much every unit filled in and whether it sent in time; the own units first."""
    kolom = (
        Kolom("Unit", lebar=34),
        Kolom("Kelengkapan", lebar=20),
        Kolom("Ketepatan", lebar=28),
        Kolom("Kiriman pertama", lebar=24),
        Kolom("Belum ada data", lebar=56),
    )
    milik = frozenset(sendiri)
    urut = sorted(unit, key=lambda satu: satu.kode_unit not in milik)
    return Tabel("Kelengkapan dan ketepatan unit", kolom, tuple(map(_baris_unit, urut)), "Belum ada unit pada rencana.")


def _baris_unit(satu: KetepatanUnit) -> BarisTabel:
    wajib = f"{satu.terisi} dari {satu.wajib} isian wajib" if satu.wajib else "tidak ada isian wajib"
    lewat = satu.ketepatan == "lewat"
    isi = (
        satu.nama,
        wajib,
        f"⚠ {satu.tulisan}" if lewat else satu.tulisan,
        tulis_waktu(satu.dikirim) or "belum mengirim",
        _kosong(satu),
    )
    return BarisTabel(isi, "galat" if lewat else "")


def _kosong(satu: KetepatanUnit) -> str:
    if not satu.kosong:
        return "–"
    return "; ".join(satu.kosong) if satu.dikirim else f"seluruh {satu.wajib} isian wajib"


def tabel_sop(baku: Sequence[WaktuBaku]) -> Tabel:
    """The twelve steps of the form with the working days in force; `baku` holds one per step."""
    kolom = (
        Kolom("Langkah", lebar=48),
        Kolom("Pelaksana", lebar=30),
        Kolom("Hasil", lebar=36),
        Kolom("Waktu baku", lebar=18),
        Kolom("Sumber waktu baku", lebar=40),
    )
    lama = {satu.langkah: satu for satu in baku}
    baris = (
        BarisTabel(
            (
                f"{satu.nomor}. {satu.aktivitas}",
                ", ".join(NAMA_PERAN[peran] for peran in satu.pelaksana),
                satu.output,
                lama[satu.nomor].tulisan,
                f"{lama[satu.nomor].sumber}: {lama[satu.nomor].keterangan}",
            )
        )
        for satu in SOP
    )
    return Tabel("Dua belas langkah SOP", kolom, tuple(baris))


def tabel_perpindahan() -> Tabel:
    """Every move that there is: who may make it, from where to where, and what must be there."""
    kolom = (
        Kolom("Perpindahan", lebar=44),
        Kolom("Langkah", lebar=8),
        Kolom("Dokumen", lebar=22),
        Kolom("Oleh", lebar=34),
        Kolom("Dari", lebar=34),
        Kolom("Menjadi", lebar=30),
        Kolom("Yang harus ada", lebar=56),
    )
    return Tabel("Semua perpindahan", kolom, tuple(map(_baris_perpindahan, LANGKAH)))


def _baris_perpindahan(satu: Langkah) -> BarisTabel:
    keadaan = NAMA_KEADAAN_ALUR[satu.dokumen]
    isi = (
        f"↩ {satu.nama}" if satu.tidak else satu.nama,
        str(satu.nomor),
        NAMA_DOKUMEN[satu.dokumen],
        ", ".join(NAMA_PERAN[peran] for peran in satu.oleh),
        ", ".join(keadaan[dari] for dari in satu.dari),
        "tetap" if satu.dari == (satu.ke,) else keadaan[satu.ke],
        "; ".join(syarat_langkah(satu)) or "–",
    )
    return BarisTabel(isi, "peringatan" if satu.tidak else "")


def syarat_langkah(satu: Langkah) -> Iterable[str]:
    """What must be there for a move, and what it rests on where the form has no arrow."""
    if satu.wajib_catatan:
        yield "alasan tertulis"
    yield from (ARTI_KELENGKAPAN[isi] for isi in satu.kelengkapan)
    if satu.memeriksa:
        yield "bukan oleh yang mengerjakannya"
    if satu.dasar:
        yield f"dasar: {satu.dasar}"


def tabel_riwayat_pindah(jalan: Perjalanan) -> Tabel:
    """Every move of one document, newest first."""
    kolom = (
        Kolom("Waktu", lebar=24),
        Kolom("Langkah", lebar=8),
        Kolom("Yang dilakukan", lebar=40),
        Kolom("Oleh", lebar=44),
        Kolom("Menjadi", lebar=30),
        Kolom("Catatan", lebar=56),
    )
    keadaan = NAMA_KEADAAN_ALUR[jalan.objek.dokumen]
    baris = tuple(_baris_pindah(satu, keadaan[satu.ke]) for satu in reversed(jalan.pindah))
    return Tabel(f"Riwayat {jalan.objek.sebutan}", kolom, baris, "Dokumen ini belum pernah berpindah.")


def _baris_pindah(satu: Pindah, menjadi: str) -> BarisTabel:
    catatan = [satu.catatan or "", _kertas(satu) if satu.nomor_kertas else ""]
    catatan.append("diperiksa pembuatnya sendiri" if satu.rangkap else "")
    langkah = satu.langkah
    nama = f"↩ {langkah.nama}" if langkah.tidak else langkah.nama
    siapa = f"{satu.oleh}, sebagai {satu.sebagai}"
    isi = (tulis_waktu(satu.waktu), str(langkah.nomor), nama, siapa, menjadi, "; ".join(filter(None, catatan)) or "–")
    return BarisTabel(isi, "peringatan" if langkah.tidak else "")


def tabel_waktu_baku(baku: Sequence[WaktuBaku]) -> Tabel:
    """The working days that every step may take, and where that stands."""
    kolom = (
        Kolom("Langkah", lebar=50),
        Kolom("Waktu baku", lebar=20),
        Kolom("Keterangan", lebar=34),
        Kolom("Dasar", lebar=34),
    )
    nama = {satu.nomor: f"{satu.nomor}. {satu.aktivitas}" for satu in SOP}
    baris = (BarisTabel((nama[satu.langkah], satu.tulisan, satu.keterangan, satu.sumber)) for satu in baku)
    return Tabel("Waktu baku", kolom, tuple(baris))


def tabel_hari(hari: Sequence[HariBebas], tahun: int) -> Tabel:
    """The days of a year that do not count as working days, and those that the office works on all the same."""
    kolom = (
        Kolom("Hari", lebar=30),
        Kolom("Dihitung sebagai", lebar=18),
        Kolom("Nama", lebar=44),
        Kolom("Sumber", lebar=44),
    )
    return Tabel(f"Hari libur {tahun}", kolom, tuple(map(_baris_hari, hari)))


def _baris_hari(satu: HariBebas) -> BarisTabel:
    sumber = f"ditetapkan kantor: {satu.sumber}" if satu.dari_kantor else satu.sumber
    rupa = "libur" if satu.libur else "hari kerja"
    return BarisTabel((tulis_hari_tanggal(satu.tanggal), rupa, satu.nama, sumber), "pusat" if satu.dari_kantor else "")
