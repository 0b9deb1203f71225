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


def _baris_papan(langkah: LangkahPapan) -> BarisTabel:
    sel = (
        f"{langkah.langkah.nomor}. {langkah.langkah.aktivitas}",
        tulis_keadaan(langkah),
        langkah.giliran or langkah.pelaksana,
        tulis_hari(langkah),
        "; ".join(_catatan_papan(langkah)),
    )
    nada = (
        "galat" if langkah.lewat and langkah.keadaan == "berjalan" else "pusat" if langkah.keadaan == "berjalan" else ""
    )
    return BarisTabel(sel, nada)


def tulis_keadaan(langkah: LangkahPapan) -> str:
    """`▶ berjalan, 4 dari 6 unit selesai`; `○ 4 dari 6 unit selesai` where no unit is at the step now."""
    sebagian = langkah.banyak > 1 and 0 < langkah.unit_selesai < langkah.banyak
    bagian = f"{langkah.unit_selesai} dari {langkah.banyak} unit selesai" if sebagian else ""
    kata = (langkah.keadaan, bagian) if langkah.keadaan == "berjalan" or not bagian else (bagian,)
    return f"{TANDA[langkah.keadaan]} {', '.join(filter(None, kata))}"


def tulis_hari(langkah: LangkahPapan) -> str:
    """`7 dari 2–6 hari kerja, lewat 1`; only what is allowed while nothing was used; no limit beside a letter's."""
    if langkah.keadaan == "belum" and not langkah.hari:
        return f"baku {langkah.baku.tulisan}"
    if langkah.menurut_surat:
        return f"{langkah.hari} hari kerja{', lewat tenggat' if langkah.lewat else ''}"
    lewat = f", lewat {langkah.hari - langkah.baku.paling_lama}" if langkah.lewat else ""
    return f"{langkah.hari} dari {langkah.baku.tulisan}{lewat}"


def _catatan_papan(langkah: LangkahPapan) -> Iterable[str]:
    if langkah.tenggat:
        yield f"tenggat {tulis_tanggal(langkah.tenggat)}"
    if langkah.paling_lambat:
        yield f"paling lama: {langkah.paling_lambat}"
    if langkah.putaran:
        yield f"↩ dikembalikan {langkah.putaran} kali"
    yield from (_kertas(pindah) for pindah in langkah.kertas)
    if langkah.rangkap:
        yield f"diperiksa pembuatnya sendiri ({', '.join(sorted({pindah.oleh for pindah in langkah.rangkap}))})"


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
    urut = sorted(unit, key=lambda ketepatan: ketepatan.kode_unit not in milik)
    return Tabel("Kelengkapan dan ketepatan unit", kolom, tuple(map(_baris_unit, urut)), "Belum ada unit pada rencana.")


def _baris_unit(ketepatan: KetepatanUnit) -> BarisTabel:
    wajib = f"{ketepatan.terisi} dari {ketepatan.wajib} isian wajib" if ketepatan.wajib else "tidak ada isian wajib"
    lewat = ketepatan.ketepatan == "lewat"
    sel = (
        ketepatan.nama,
        wajib,
        f"⚠ {ketepatan.tulisan}" if lewat else ketepatan.tulisan,
        tulis_waktu(ketepatan.dikirim) or "belum mengirim",
        _kosong(ketepatan),
    )
    return BarisTabel(sel, "galat" if lewat else "")


def _kosong(ketepatan: KetepatanUnit) -> str:
    if not ketepatan.kosong:
        return "–"
    return "; ".join(ketepatan.kosong) if ketepatan.dikirim else f"seluruh {ketepatan.wajib} isian wajib"


def tabel_sop(baku: Sequence[WaktuBaku]) -> Tabel:
    """The twelve steps of the form with the working days in force; `baku` holds one per step."""
    kolom = (
        Kolom("Langkah", lebar=48),
        Kolom("Pelaksana", lebar=30),
        Kolom("Hasil", lebar=36),
        Kolom("Waktu baku", lebar=18),
        Kolom("Sumber waktu baku", lebar=40),
    )
    lama = {waktu.langkah: waktu for waktu in baku}
    baris = (
        BarisTabel(
            (
                f"{langkah.nomor}. {langkah.aktivitas}",
                ", ".join(NAMA_PERAN[peran] for peran in langkah.pelaksana),
                langkah.output,
                lama[langkah.nomor].tulisan,
                f"{lama[langkah.nomor].sumber}: {lama[langkah.nomor].keterangan}",
            )
        )
        for langkah in SOP
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


def _baris_perpindahan(langkah: Langkah) -> BarisTabel:
    keadaan = NAMA_KEADAAN_ALUR[langkah.dokumen]
    sel = (
        f"↩ {langkah.nama}" if langkah.tidak else langkah.nama,
        str(langkah.nomor),
        NAMA_DOKUMEN[langkah.dokumen],
        ", ".join(NAMA_PERAN[peran] for peran in langkah.oleh),
        ", ".join(keadaan[dari] for dari in langkah.dari),
        "tetap" if langkah.dari == (langkah.ke,) else keadaan[langkah.ke],
        "; ".join(syarat_langkah(langkah)) or "–",
    )
    return BarisTabel(sel, "peringatan" if langkah.tidak else "")


def syarat_langkah(langkah: Langkah) -> Iterable[str]:
    """What must be there for a move, and what it rests on where the form has no arrow."""
    if langkah.wajib_catatan:
        yield "alasan tertulis"
    yield from (ARTI_KELENGKAPAN[syarat] for syarat in langkah.kelengkapan)
    if langkah.memeriksa:
        yield "bukan oleh yang mengerjakannya"
    if langkah.dasar:
        yield f"dasar: {langkah.dasar}"


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
    baris = tuple(_baris_pindah(pindah, keadaan[pindah.ke]) for pindah in reversed(jalan.pindah))
    return Tabel(f"Riwayat {jalan.objek.sebutan}", kolom, baris, "Dokumen ini belum pernah berpindah.")


def _baris_pindah(pindah: Pindah, menjadi: str) -> BarisTabel:
    catatan = [pindah.catatan or "", _kertas(pindah) if pindah.nomor_kertas else ""]
    catatan.append("diperiksa pembuatnya sendiri" if pindah.rangkap else "")
    langkah = pindah.langkah
    nama = f"↩ {langkah.nama}" if langkah.tidak else langkah.nama
    siapa = f"{pindah.oleh}, sebagai {pindah.sebagai}"
    sel = (tulis_waktu(pindah.waktu), str(langkah.nomor), nama, siapa, menjadi, "; ".join(filter(None, catatan)) or "–")
    return BarisTabel(sel, "peringatan" if langkah.tidak else "")


def tabel_waktu_baku(baku: Sequence[WaktuBaku]) -> Tabel:
    """The working days that every step may take, and where that stands."""
    kolom = (
        Kolom("Langkah", lebar=50),
        Kolom("Waktu baku", lebar=20),
        Kolom("Keterangan", lebar=34),
        Kolom("Dasar", lebar=34),
    )
    nama = {langkah.nomor: f"{langkah.nomor}. {langkah.aktivitas}" for langkah in SOP}
    baris = (BarisTabel((nama[waktu.langkah], waktu.tulisan, waktu.keterangan, waktu.sumber)) for waktu in baku)
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


def _baris_hari(hari: HariBebas) -> BarisTabel:
    sumber = f"ditetapkan kantor: {hari.sumber}" if hari.dari_kantor else hari.sumber
    rupa = "libur" if hari.libur else "hari kerja"
    return BarisTabel((tulis_hari_tanggal(hari.tanggal), rupa, hari.nama, sumber), "pusat" if hari.dari_kantor else "")
