"""The return memo: one page that says why a format comes back and what to do, as a Word document.

The page is written from the same pieces from which its height is reckoned, with exact line spacing, so that the table
can take as many findings as fit one folio page and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, Literal

from analytics.aturan.periode import tulis_tanggal
from analytics.aturan.teks import sebaris
from analytics.aturan.ukuran_teks import banyak_baris
from analytics.naskah.kepala import PENGIRIM, Kembalian, Penanda, hitung_tingkat, tulis_tingkat
from analytics.naskah.kertas import (
    BANTAL,
    ISI_CM,
    KEPALA_CM,
    RAPAT,
    TEPI_ATAS_CM,
    TINGGI_CM,
    TITIK,
    UKURAN,
    Alinea,
    Sampul,
    kop,
    mulai_naskah,
    piksel,
    simpan_naskah,
    tanda_contoh,
    tanda_tangan,
    tulis_kepala,
    tulis_semua,
    tulis_tabel,
)
from analytics.temuan.butir import URUTAN_TINGKAT, Temuan

Lampiran = Literal["format", "asli", "tanpa"]
"""What goes with the memo: the format in force with what was typed and the original, the original alone, or nothing."""

_SARAN_TEMUAN: Final[Mapping[str, str]] = MappingProxyType({})
_TINGGI_ISI: Final = (TINGGI_CM - 2 * TEPI_ATAS_CM) / 2.54 * 72
_LONGGAR: Final = 14.0
"""Points kept free at the foot of the page, for a program that breaks lines elsewhere."""
_UKURAN_TABEL: Final = 9.0
_TEPI_SEL: Final = 8
"""Pixels that the margins of a table cell take, besides those that `banyak_baris` keeps for itself."""
_TABEL_CM: Final = (0.9, 3.9, 6.5, ISI_CM - 11.3)

_DIMINTA: Final[dict[Lampiran, tuple[str, ...]]] = {
    "format": (
        "Buka format yang sudah terisi (nama berkas berakhiran “_kembali”). Lembar TEMUAN memuat semua temuan; klik "
        "alamat di kolom Sel untuk menuju selnya.",
        "Betulkan setiap ✖ galat. Untuk ⚠ peringatan, betulkan atau tulis alasannya di kolom Keterangan. "
        "ℹ info tidak perlu dijawab.",
        "Simpan sebagai Buku Kerja Excel (.xlsx), lalu unggah lagi ke Capaian.",
    ),
    "asli": (
        "Unduh format data kinerja yang benar dari Capaian, pindahkan isian yang masih berlaku dari berkas asli, dan "
        "perhatikan tabel di atas.",
        "Simpan sebagai Buku Kerja Excel (.xlsx), lalu unggah ke Capaian.",
    ),
    "tanpa": (
        "Siapkan kembali berkas seperti pada kolom Yang diminta, lalu unggah lagi ke Capaian.",
        "Bila ragu, unduh format baru dari Capaian, pindahkan isiannya, lalu unggah format itu.",
    ),
}
_DILAMPIRKAN: Final[dict[Lampiran, tuple[str, str]]] = {
    "format": (
        "1 (satu) format terisi dan 1 (satu) berkas asli",
        "Format terisi memuat isian Saudara di format Capaian yang berlaku; yang tidak terbawa disebut di lembar "
        "TEMUAN. Berkas asli yang Saudara kirim terlampir tanpa perubahan apa pun.",
    ),
    "asli": (
        "1 (satu) berkas asli",
        "Isi berkas ini tidak dapat dipindahkan ke format Capaian. Berkas asli yang Saudara kirim terlampir tanpa "
        "perubahan apa pun.",
    ),
    "tanpa": (
        "tidak ada",
        "Format terisi tidak dibuat dan berkas asli tidak dilampirkan, karena berkas ini dihentikan pemeriksaan "
        "keamanan sebelum isinya dibaca.",
    ),
}
_SISANYA: Final[dict[Lampiran, str]] = {
    "format": "pada lembar TEMUAN",
    "asli": "pada hasil pemeriksaan di Capaian",
    "tanpa": "pada hasil pemeriksaan di Capaian",
}


def susun_memo(
    kepala: Kembalian,
    temuan: Sequence[Temuan],
    lampiran: Lampiran = "format",
    saran: Mapping[str, str] = _SARAN_TEMUAN,
) -> bytes:
    """The memo as a docx of one folio page. The same input gives the same bytes.

    `temuan` are what is asked of the unit, put in the order of their tingkat, galat first; those that do not fit the
    page are counted. `saran` says by `Temuan.kunci` what is to be done where that is not the finding's own advice.
    """
    urut = sorted(temuan, key=lambda temuan: URUTAN_TINGKAT[temuan.tingkat])
    dokumen = mulai_naskah(_sampul(kepala))
    atas, bawah = tuple(_atas(kepala)), tuple(_bawah(lampiran, kepala.penanda))
    isi_kepala = _isi_kepala(kepala, lampiran)
    pembuka = _pembuka(kepala, urut)
    terpakai = sum(alinea.tinggi for alinea in (*atas, pembuka, *bawah)) + _tinggi_baris_kepala(isi_kepala)
    baris = [_isi_baris(nomor, butir, saran.get(butir.kunci, butir.saran)) for nomor, butir in enumerate(urut, 1)]
    muat = _banyak_muat(baris, _TINGGI_ISI - terpakai)
    tulis_semua(dokumen, atas)
    tulis_kepala(dokumen, isi_kepala)
    tulis_semua(dokumen, (pembuka,))
    if baris:
        tulis_tabel(dokumen, _JUDUL_TABEL, baris[:muat], _TABEL_CM, _UKURAN_TABEL)
    tulis_semua(dokumen, (_sisa(len(urut) - muat, lampiran), *bawah))
    return simpan_naskah(dokumen, kepala.waktu)


def sebut_kepala(nama_unit: str) -> str:
    """Who leads a unit: `Kepala Seksi Pemerintahan`."""
    if nama_unit.casefold().startswith("sekretariat"):
        return "Sekretaris Kecamatan"
    if nama_unit.casefold().startswith("kelurahan "):
        return f"Lurah {nama_unit[len('kelurahan ') :]}"
    return f"Kepala {nama_unit}"


def _sampul(kepala: Kembalian) -> Sampul:
    judul = f"Nota pengembalian format data kinerja {kepala.periode}"
    return Sampul(kepala.nama_kantor, kepala.kabupaten, judul, kepala.nama_unit, kepala.contoh, kepala.waktu)


def _atas(kepala: Kembalian) -> Iterator[Alinea]:
    yield from kop(_sampul(kepala))
    contoh = kepala.contoh
    yield Alinea("NOTA PENGEMBALIAN FORMAT DATA KINERJA", 12, tebal=True, rata="tengah", sesudah=2 if contoh else 8)
    yield from tanda_contoh(contoh=contoh)


def _isi_kepala(kepala: Kembalian, lampiran: Lampiran) -> tuple[tuple[str, str], ...]:
    hal = f"Pengembalian format data kinerja {kepala.periode} (unggahan ke-{kepala.ke})"
    return (
        ("Kepada", sebaris(sebut_kepala(kepala.nama_unit), 150)),
        ("Dari", PENGIRIM),
        ("Nomor", TITIK),
        ("Tanggal", tulis_tanggal(kepala.waktu.date())),
        ("Hal", sebaris(hal, 150)),
        ("Lampiran", _DILAMPIRKAN[lampiran][0]),
    )


def _pembuka(kepala: Kembalian, temuan: Sequence[Temuan]) -> Alinea:
    lalu = (
        "Dengan hormat berkas tersebut kami kembalikan untuk diperbaiki sebagai berikut."
        if temuan
        else "Tidak ada yang perlu diperbaiki unit."
    )
    keterangan = "".join(f" {kalimat}" for kalimat in kepala.keterangan)
    teks = (
        f"Terima kasih atas format data kinerja {kepala.periode} yang telah dikirim dengan berkas "
        f"“{sebaris(kepala.nama_berkas, 80)}” dan diperiksa pada {kepala.tulis_waktu()}. "
        f"{sebaris(kepala.putusan, 300)} Yang diminta dari unit: {hitung_tingkat(temuan)}."
        f"{sebaris(keterangan, 400) and ' '}{sebaris(keterangan, 400)} {lalu}"
    )
    return Alinea(teks, rata="penuh", sesudah=6)


def _bawah(lampiran: Lampiran, penanda: Penanda) -> Iterator[Alinea]:
    yield Alinea("Yang perlu dilakukan", tebal=True, sesudah=2)
    for nomor, permintaan in enumerate(_DIMINTA[lampiran], 1):
        yield Alinea(f"{nomor}.\t{permintaan}", sesudah=3, gantung=0.6)
    yield Alinea(_DILAMPIRKAN[lampiran][1], rata="penuh", sesudah=4)
    yield Alinea("Atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.", sesudah=14)
    yield from tanda_tangan(penanda, 44)


def _sisa(banyak: int, lampiran: Lampiran) -> Alinea:
    """The line below the table, which also keeps it apart from what follows."""
    teks = f"dan {banyak} temuan lain {_SISANYA[lampiran]}" if banyak else ""
    return Alinea(teks, _UKURAN_TABEL, tebal=True, sesudah=4)


def _isi_baris(nomor: int, temuan: Temuan, saran: str) -> tuple[str, ...]:
    kode = temuan.kode_indikator or temuan.kode_baris or ""
    letak = "seluruh berkas" if temuan.lembar is None else temuan.alamat
    tempat = " · ".join(bagian for bagian in (sebaris(letak, 40), sebaris(kode, 24)) if bagian)
    return (
        str(nomor),
        f"{tulis_tingkat(temuan.tingkat)}\n{tempat}",
        sebaris(temuan.pesan, 230),
        sebaris(saran, 190),
    )


_JUDUL_TABEL: Final = ("No", "Sel", "Yang ditemukan", "Yang diminta")


def _tinggi_baris(sel: Sequence[str], lebar: Sequence[float], ukuran: float) -> float:
    baris = (banyak_baris(teks, piksel(cm) - _TEPI_SEL, ukuran) for teks, cm in zip(sel, lebar, strict=True))
    return max(baris) * ukuran * RAPAT + 2 * BANTAL + 1


def _tinggi_baris_kepala(kepala: Sequence[tuple[str, str]]) -> float:
    return sum(_tinggi_baris((nama, ":", nilai), KEPALA_CM, UKURAN) for nama, nilai in kepala) + UKURAN * RAPAT


def _banyak_muat(baris: Sequence[Sequence[str]], ruang: float) -> int:
    """How many rows of the table fit, below its header and above the line that counts the rest."""
    sisa = ruang - _LONGGAR - _tinggi_baris(_JUDUL_TABEL, _TABEL_CM, _UKURAN_TABEL) - _sisa(1, "format").tinggi
    for muat, sel in enumerate(baris):
        sisa -= _tinggi_baris(sel, _TABEL_CM, _UKURAN_TABEL)
        if sisa < 0:
            return muat
    return len(baris)
