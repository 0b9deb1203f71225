"""The work list: every document that waits for somebody, as the sentence what to do, since when and until when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from analytics.acuan import Penanya
from analytics.aturan.periode import Periode, tulis_tanggal
from analytics.papan.papan import Papan, baca_perjalanan, perkiraan, sebut_langkah
from analytics.papan.perjalanan import Perjalanan
from analytics.papan.tenggat import WaktuBaku, baca_tenggat, baca_waktu_baku, tenggat_langkah, waktu_baku
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
        satu = self.objek[0]
        if satu.periode is None:
            return satu.sebutan
        if satu.dokumen == "kompilasi":
            return satu.periode.nama
        siapa = self.nama[0] if len(self.nama) == 1 else f"{len(self.nama)} unit"
        return f"{siapa}, {satu.periode.nama}"

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
class _Jam:
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
    jam = _Jam(kini, baca_kalender(penanya), baca_waktu_baku(penanya), baca_tenggat(penanya, kode_pd))
    jalan = _semua_perjalanan(penanya, kode_pd, periode, kini)
    satuan = [
        isi for satu in jalan for isi in _dari(satu, jam) if _milik(tugas, isi.langkah, kode_pd, satu.objek.kode_unit)
    ]
    return tuple(sorted(_gabung(satuan), key=_urutan))


def kalimat_kosong(penanya: Penanya, papan: Papan, tugas: Iterable[Tugas]) -> str:
    """What somebody reads who has nothing to do: which step of his comes next, and by when."""
    peran = {satu.peran for satu in tugas}
    lagi = [satu for satu in papan.langkah if satu.keadaan != "selesai" and peran & set(satu.langkah.pelaksana)]
    if not lagi:
        return "Tidak ada yang menunggu Anda."
    satu = lagi[0].langkah
    berikut = f"Tidak ada yang menunggu Anda. Berikutnya langkah {satu.nomor}: {satu.aktivitas}"
    lewat = [depan for depan in papan.berjalan if depan.lewat and depan.langkah.nomor < satu.nomor]
    if lewat:
        return f"{berikut}. Langkah {sebut_langkah(lewat)} sebelumnya sudah melewati waktu baku."
    hari = perkiraan(papan, satu.nomor, baca_kalender(penanya))
    kapan = f", paling lambat {tulis_tanggal(hari)} bila langkah sebelumnya menurut waktu baku" if hari else ""
    return f"{berikut}{kapan}."


def _semua_perjalanan(penanya: Penanya, kode_pd: str, periode: Periode, kini: datetime) -> list[Perjalanan]:
    hasil = {}
    for satu in sorted({periode, *_terbuka(baca_semua(penanya, kode_pd))}):
        for jalan in baca_perjalanan(penanya, kode_pd, satu, kini):
            if jalan.pindah or satu == periode or jalan.objek.dokumen != "pengumpulan":
                hasil[jalan.objek] = jalan
    return list(hasil.values())


def _terbuka(semua: Mapping[Objek, Kedudukan]) -> set[Periode]:
    """The periodes of which something was moved and something is left to do."""
    selesai = {objek for objek, satu in semua.items() if giliran(objek.dokumen, satu.keadaan) is None}
    hasil = set()
    for objek in semua:
        satu = objek.periode or Periode(objek.tahun, 4)
        akhir = {Objek.kompilasi(objek.kode_pd, satu)}
        akhir |= {Objek.laporan(objek.kode_pd, satu.tahun)} if satu.triwulan == 4 else set()
        if not akhir <= selesai:
            hasil.add(satu)
    return hasil


def _milik(tugas: Iterable[Tugas], langkah: Langkah, kode_pd: str, kode_unit: str) -> bool:
    return boleh(tugas, langkah.aksi, Sasaran(kode_pd, kode_unit))


def _dari(jalan: Perjalanan, jam: _Jam) -> Iterable[Pekerjaan]:
    """What this document waits for: the next move, and an answer."""
    langkah, sejak = jalan.giliran, jalan.sejak
    if langkah is not None:
        baku = waktu_baku(jam.baku, langkah.nomor, (sejak or jam.kini).date())
        hari = jalan.hari(langkah.nomor, jam.kini, jam.kalender)
        lama, tenggat = baku.paling_lama, tenggat_langkah(jalan, baku, jam.kalender)
        satu = Pekerjaan(
            langkah, (jalan.objek,), (jalan.nama,), sejak, hari, lama, tenggat, hari > lama, _catatan(jalan)
        )
        surat = _tenggat_surat(jalan, jam)
        yield satu if surat is None else replace(satu, paling_lama=None, tenggat=surat, lewat=jam.kini.date() > surat)
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


def _tenggat_surat(jalan: Perjalanan, jam: _Jam) -> date | None:
    """The deadline of the letter, which a unit that fills in its format for the first time goes by."""
    periode = jalan.objek.periode
    return jam.tenggat.get(periode) if periode and jalan.keadaan == "pengisian" else None


def _catatan(jalan: Perjalanan) -> str:
    """What to know: an open question, its answer, or the reason with which the document was sent back here."""
    if jalan.pertanyaan() is not None:
        return "Pertanyaan kepada unit belum dijawab."
    for satu in reversed(jalan.pindah):
        if satu.aksi == "jawab":
            return f"Jawaban unit: {satu.catatan}"
        if satu.langkah.tidak:
            return f"Alasan dikembalikan: {satu.catatan}"
        if satu.dari != satu.ke and satu.aksi != "teruskan_pengembalian":
            return ""
    return ""


def _gabung(satuan: Iterable[Pekerjaan]) -> Iterable[Pekerjaan]:
    kelompok: dict[tuple[object, ...], Pekerjaan] = {}
    for satu in satuan:
        bersama = satu.langkah.aksi in _BERSAMA
        kunci = (satu.langkah.aksi, satu.periode) if bersama else (satu.langkah.aksi, *satu.objek)
        kelompok[kunci] = _tambah(kelompok[kunci], satu) if kunci in kelompok else satu
    return kelompok.values()


def _tambah(lama: Pekerjaan, baru: Pekerjaan) -> Pekerjaan:
    """Two lines as one: the longest wait and the earliest last day count."""
    sejak = [satu.sejak for satu in (lama, baru) if satu.sejak]
    tenggat = [satu.tenggat for satu in (lama, baru) if satu.tenggat]
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


def _urutan(satu: Pekerjaan) -> tuple[bool, date, int]:
    return not satu.lewat, satu.tenggat or date.max, satu.langkah.nomor
