"""What the papers of steps 1-3 say: the letter and the dispatch record of a request, and a reminder to paste."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from analytics.acuan import Penanya, baca_pejabat, pejabat_pada
from analytics.alur.permintaan import PermintaanData
from analytics.aturan.periode import Periode, tulis_hari_tanggal
from analytics.evaluasi.hasil import Kantor, UnitPeriode
from analytics.naskah.kepala import Penanda, susun_penanda
from analytics.naskah.memo import sebut_kepala
from analytics.naskah.surat import PENERIMA_FORMAT, Penerima, SuratPermintaan
from analytics.papan.perjalanan import Perjalanan
from analytics.papan.tenggat import KetepatanUnit
from analytics.sop.peran import CAMAT, KASUBBAG_PERENCANAAN, KASUBBAG_UMUM, NAMA_PERAN

BANYAK_DISEBUT = 5
"""How many missing cells a reminder names."""


def surat_permintaan(
    penanya: Penanya,
    kantor: Kantor,
    permintaan: PermintaanData,
    unit: Sequence[UnitPeriode],
    jalan: Sequence[Perjalanan],
) -> SuratPermintaan:
    """The letter of a request in force, with the days on which the formats were handed over."""
    diserahkan = {perjalanan.objek.kode_unit: _hari(perjalanan, "bagikan_format") for perjalanan in jalan}
    ke_umum = [hari for perjalanan in jalan if (hari := _hari(perjalanan, "sampaikan_format"))]
    surat = permintaan.isi
    hari = surat.tanggal_surat or permintaan.dicatat_pada.date()
    kasubbag_umum = pejabat_pada(penanya, kantor.kode_pd, NAMA_PERAN[KASUBBAG_UMUM], hari)
    return SuratPermintaan(
        nama_kantor=kantor.nama,
        kabupaten=kantor.kabupaten,
        contoh=kantor.contoh,
        periode=permintaan.periode,
        nomor=surat.nomor_surat,
        tanggal=surat.tanggal_surat,
        tenggat=surat.tenggat,
        penerima=tuple(
            Penerima(ketepatan.nama, ketepatan.wajib, diserahkan.get(ketepatan.kode_unit)) for ketepatan in unit
        ),
        penanda=baca_penanda(penanya, kantor.kode_pd, hari),
        waktu=permintaan.dicatat_pada,
        ke_umum=min(ke_umum, default=None),
        penerima_format=susun_penanda(PENERIMA_FORMAT, kasubbag_umum),
    )


def baca_penanda(penanya: Penanya, kode_pd: str, hari: date) -> Penanda:
    """Who signs for the office on this day: its Camat or who stands in for him; dotted lines for nobody."""
    camat = NAMA_PERAN[CAMAT]
    for pejabat in baca_pejabat(penanya, kode_pd, hari).values():
        if pejabat.jabatan.casefold().startswith(camat.casefold()):
            return susun_penanda(pejabat.jabatan, pejabat)
    return Penanda(camat)


def perlu_diingatkan(unit: Sequence[KetepatanUnit]) -> tuple[KetepatanUnit, ...]:
    """The units that have sent nothing though something is due, those past the deadline first."""
    belum = [ketepatan for ketepatan in unit if ketepatan.dikirim is None and ketepatan.ketepatan != "tanpa_isian"]
    return tuple(sorted(belum, key=lambda ketepatan: -ketepatan.hari))


def pengingat(unit: KetepatanUnit, kantor: Kantor, periode: Periode) -> str:
    """A reminder for one unit, ready to paste into a message."""
    kepada = sebut_kepala(unit.nama)
    return "\n".join(
        (
            f"Yth. {kepada},",
            f"dengan hormat kami ingatkan bahwa data kinerja {periode.nama} dari {unit.nama} belum kami terima. "
            f"{_tenggat(unit)}",
            f"Yang ditunggu: {_ditunggu(unit)}.",
            "Mohon format data diisi, divalidasi, lalu diunggah di Capaian (halaman Unggah) atau diserahkan kepada "
            f"{NAMA_PERAN[KASUBBAG_UMUM]}. Bila ada kendala, mohon kabari kami. Terima kasih.",
            f"{NAMA_PERAN[KASUBBAG_PERENCANAAN]}, {kantor.nama}",
        )
    )


def _tenggat(unit: KetepatanUnit) -> str:
    if unit.tenggat is None:
        return "Mohon dikirim secepatnya."
    lewat = f", sudah lewat {unit.hari} hari kerja" if unit.hari else ""
    return f"Tenggatnya {tulis_hari_tanggal(unit.tenggat)}{lewat}."


def _ditunggu(unit: KetepatanUnit) -> str:
    nama = "; ".join(unit.kosong[:BANYAK_DISEBUT])
    sisa = len(unit.kosong) - BANYAK_DISEBUT
    lagi = f"; dan {sisa} lagi" if sisa > 0 else ""
    return f"{unit.wajib} isian wajib" + (f" ({nama}{lagi})" if nama else "")


def _hari(jalan: Perjalanan, aksi: str) -> date | None:
    return next((pindah.waktu.date() for pindah in reversed(jalan.pindah) if pindah.aksi == aksi), None)
