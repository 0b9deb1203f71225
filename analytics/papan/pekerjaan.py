"""The work list: every document that waits for somebody, as the sentence what to do, since when and until when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from analytics.acuan import Penanya
from analytics.aturan.periode import Periode, tulis_tanggal
from analytics.papan.papan import Papan, baca_semua_perjalanan, perkiraan, sebut_batas, sebut_langkah
from analytics.papan.perjalanan import Perjalanan
from analytics.papan.tenggat import (
    WaktuBaku,
    baca_tenggat,
    baca_waktu_baku,
    hari_baku,
    tenggat_giliran,
    tenggat_surat,
    waktu_baku,
)
from analytics.sop.hari_kerja import Kalender, baca_kalender, hari_kerja_antara
from analytics.sop.izin import Sasaran, boleh
from analytics.sop.langkah import Langkah, cari_langkah, giliran
from analytics.sop.objek import Kedudukan, Objek, baca_semua
from analytics.sop.peran import Tugas

KERJAKAN: Final[Mapping[str, str]] = {
    "susun_format": "Susun format data dan surat permintaannya",
    "sampaikan_format": "Sampaikan format data kepada Kasubbag Umum",
    "bagikan_format": "Bagikan format data kepada unit",
    "kirim": "Isi, validasi, lalu kirim format data",
    "himpun": "Himpun data yang sudah dikirim dan sampaikan kepada Kasubbag Perencanaan",
    "jawab": "Jawab pertanyaan Kasubbag Perencanaan",
    "verifikasi": "Periksa data yang terhimpun: verifikasi, tanyakan, atau kembalikan",
    "teruskan_pengembalian": "Teruskan data yang dikembalikan kepada unit untuk diperbaiki",
    "olah": "Olah data menjadi kompilasi dan serahkan kepada Sekretaris",
    "supervisi": "Supervisi kompilasi: koreksi, teruskan kepada Camat, atau kembalikan",
    "setujui": "Periksa dan setujui data capaian kinerja",
    "input_satu_data": "Isikan data capaian yang disetujui ke Satu Data, lalu catat",
    "susun_laporan": "Susun draf laporan dan serahkan kepada Sekretaris",
    "paraf": "Periksa dan paraf draf laporan",
    "tanda_tangani": "Validasi dan tanda tangani laporan",
}
"""What to do, by the move that is waited for."""
_BERSAMA: Final = frozenset(("susun_format", "sampaikan_format", "bagikan_format", "himpun", "teruskan_pengembalian"))
"""Moves that are made for several units at once: one line of the list."""


@dataclass(frozen=True)
class Pekerjaan:
    """One thing to do. `hari` working days have passed of at most `paling_lama`, None where the SOP allows no time.

    `tenggat` is the last day; `catatan` what to know about it.
    """

    langkah: Langkah
    objek: tuple[Objek, ...]
    nama: tuple[str, ...]
    sejak: datetime | None
    hari: int
    paling_lama: int | None
    tenggat: date | None
    lewat: bool
    catatan: str = ""

    @property
    def periode(self) -> Periode | None:
        """The triwulan that it is about, None for a report."""
        return self.objek[0].periode

    @property
    def tentang(self) -> str:
        """The documents in one phrase: `Triwulan III 2026, 6 unit`."""
        objek = self.objek[0]
        if objek.periode is None:
            return objek.sebutan
        if objek.dokumen == "kompilasi":
            return objek.periode.nama
        siapa = self.nama[0] if len(self.nama) == 1 else f"{len(self.nama)} unit"
        return f"{siapa}, {objek.periode.nama}"

    @property
    def kalimat(self) -> str:
        """What to do, and with what."""
        return f"{KERJAKAN[self.langkah.aksi]} ({self.tentang})."

    @property
    def waktu(self) -> str:
        """Since when it waits, how long that is and until when it should be done."""
        bagian = [f"menunggu sejak {tulis_tanggal(self.sejak.date())}"] if self.sejak else []
        lama = "" if self.paling_lama is None else f" dari {self.paling_lama}"
        bagian.append(f"terpakai {self.hari}{lama} hari kerja")
        if self.tenggat:
            bagian.append(f"tenggat {tulis_tanggal(self.tenggat)}")
        return ", ".join(bagian)


@dataclass(frozen=True)
class _JamPekerjaan:
    kini: datetime
    kalender: Kalender
    baku: Sequence[WaktuBaku]
    tenggat: Mapping[Periode, date]


def daftar_pekerjaan(
    penanya: Penanya, kode_pd: str, tugas: Sequence[Tugas], periode: Periode, kini: datetime
) -> tuple[Pekerjaan, ...]:
    """What somebody with these tugas has to do, overdue first, then by last day.

    Of documents that nobody has moved yet only those of `periode` are listed.
    """
    jam = _JamPekerjaan(kini, baca_kalender(penanya), baca_waktu_baku(penanya), baca_tenggat(penanya, kode_pd))
    jalan = _semua_perjalanan(penanya, kode_pd, periode, kini)
    satuan = [
        pekerjaan
        for perjalanan in jalan
        for pekerjaan in _dari(perjalanan, jam)
        if _milik(tugas, pekerjaan.langkah, kode_pd, perjalanan.objek.kode_unit)
    ]
    return tuple(sorted(_gabung(satuan), key=_urutan))


def kalimat_kosong(penanya: Penanya, papan: Papan, tugas: Iterable[Tugas]) -> str:
    """What somebody reads who has nothing to do: which step of his comes next, and by when."""
    peran = {penugasan.peran for penugasan in tugas}
    lagi = [
        langkah for langkah in papan.langkah if langkah.keadaan != "selesai" and peran & set(langkah.langkah.pelaksana)
    ]
    if not lagi:
        return "Tidak ada yang menunggu Anda."
    langkah = lagi[0].langkah
    berikut = f"Tidak ada yang menunggu Anda. Berikutnya langkah {langkah.nomor}: {langkah.aktivitas}"
    lewat = [depan for depan in papan.berjalan if depan.lewat and depan.langkah.nomor < langkah.nomor]
    if lewat:
        return f"{berikut}. Langkah {sebut_langkah(lewat)} sebelumnya sudah melewati {sebut_batas(lewat)}."
    hari = perkiraan(papan, langkah.nomor, baca_kalender(penanya))
    kapan = f", paling lambat {tulis_tanggal(hari)} bila langkah sebelumnya menurut waktu baku" if hari else ""
    return f"{berikut}{kapan}."


def _semua_perjalanan(penanya: Penanya, kode_pd: str, periode: Periode, kini: datetime) -> list[Perjalanan]:
    hasil = {}
    terbuka = sorted({periode, *_terbuka(baca_semua(penanya, kode_pd))})
    for lain, semua in baca_semua_perjalanan(penanya, kode_pd, terbuka, kini).items():
        for jalan in semua:
            if jalan.pindah or lain == periode or jalan.objek.dokumen != "pengumpulan":
                hasil[jalan.objek] = jalan
    return list(hasil.values())


def _terbuka(semua: Mapping[Objek, Kedudukan]) -> set[Periode]:
    """The periodes of which something was moved and something is left to do."""
    selesai = {objek for objek, kedudukan in semua.items() if giliran(objek.dokumen, kedudukan.keadaan) is None}
    hasil = set()
    for objek in semua:
        periode = objek.periode or Periode(objek.tahun, 4)
        akhir = {Objek.kompilasi(objek.kode_pd, periode)}
        akhir |= {Objek.laporan(objek.kode_pd, periode.tahun)} if periode.triwulan == 4 else set()
        if not akhir <= selesai:
            hasil.add(periode)
    return hasil


def _milik(tugas: Iterable[Tugas], langkah: Langkah, kode_pd: str, kode_unit: str) -> bool:
    return boleh(tugas, langkah.aksi, Sasaran(kode_pd, kode_unit))


def _dari(jalan: Perjalanan, jam: _JamPekerjaan) -> Iterable[Pekerjaan]:
    """What this document waits for: the next move, and an answer."""
    langkah, sejak = jalan.giliran, jalan.sejak
    if langkah is not None:
        baku = waktu_baku(jam.baku, langkah.nomor, (sejak or jam.kini).date())
        surat = tenggat_surat(jalan, jam.tenggat)
        hari = hari_baku(jalan, langkah.nomor, jam.kini, jam.kalender, jam.tenggat)
        yield Pekerjaan(
            langkah,
            (jalan.objek,),
            (jalan.nama,),
            sejak,
            jalan.hari(langkah.nomor, jam.kini, jam.kalender) if surat else hari,
            None if surat else baku.paling_lama,
            tenggat_giliran(jalan, baku, jam.kalender, jam.tenggat),
            jam.kini.date() > surat if surat else hari > baku.paling_lama,
            _catatan(jalan),
        )
    tanya = jalan.pertanyaan()
    if tanya is not None:
        hari = hari_kerja_antara(tanya.waktu, jam.kini, jam.kalender)
        yield Pekerjaan(
            cari_langkah("jawab"),
            (jalan.objek,),
            (jalan.nama,),
            tanya.waktu,
            hari,
            None,
            None,
            lewat=False,
            catatan=f"Pertanyaan: {tanya.catatan}",
        )


def _catatan(jalan: Perjalanan) -> str:
    """What to know: an open question, its answer, or the reason with which the document was sent back here."""
    if jalan.pertanyaan() is not None:
        return "Pertanyaan kepada unit belum dijawab."
    for pindah in reversed(jalan.pindah):
        if pindah.aksi == "jawab":
            return f"Jawaban unit: {pindah.catatan}"
        if pindah.langkah.tidak:
            return f"Alasan dikembalikan: {pindah.catatan}"
        if pindah.dari != pindah.ke and pindah.aksi != "teruskan_pengembalian":
            return ""
    return ""


def _gabung(satuan: Iterable[Pekerjaan]) -> Iterable[Pekerjaan]:
    kelompok: dict[tuple[object, ...], Pekerjaan] = {}
    for pekerjaan in satuan:
        bersama = pekerjaan.langkah.aksi in _BERSAMA
        kunci = (pekerjaan.langkah.aksi, pekerjaan.periode) if bersama else (pekerjaan.langkah.aksi, *pekerjaan.objek)
        kelompok[kunci] = _tambah(kelompok[kunci], pekerjaan) if kunci in kelompok else pekerjaan
    return kelompok.values()


def _tambah(lama: Pekerjaan, baru: Pekerjaan) -> Pekerjaan:
    """Two lines as one: the longest wait and the earliest last day count."""
    sejak = [pekerjaan.sejak for pekerjaan in (lama, baru) if pekerjaan.sejak]
    tenggat = [pekerjaan.tenggat for pekerjaan in (lama, baru) if pekerjaan.tenggat]
    return replace(
        lama,
        objek=(*lama.objek, *baru.objek),
        nama=(*lama.nama, *baru.nama),
        sejak=min(sejak, default=None),
        hari=max(lama.hari, baru.hari),
        tenggat=min(tenggat, default=None),
        lewat=lama.lewat or baru.lewat,
        catatan=lama.catatan or baru.catatan,
    )


def _urutan(pekerjaan: Pekerjaan) -> tuple[bool, date, int]:
    return not pekerjaan.lewat, pekerjaan.tenggat or date.max, pekerjaan.langkah.nomor
