"""Step 3 for many workbooks: as many as can in one transaction, each with the answer that it would have had alone.

A block holds the workbooks of different units, so that no answer of one depends on another one in it. A file of which
something is on record already is received by itself, and so is every file of a block that the store did not take.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from analytics.alur.kirim import (
    Penyerahan,
    bawa_kiriman,
    kirim_berkas,
    susun_pengiriman,
    susun_perintah,
    tanpa_izin,
    tertahan,
    tindakan_unggah,
    wewenang,
)
from analytics.alur.perintah import Ditolak, Ulangan, peristiwa_tolak, pindahkan, siapkan_pindah
from analytics.lembar.catat.terima import (
    PutusanKiriman,
    TidakTersimpan,
    peristiwa_kiriman,
    siapkan_kiriman,
    simpan_kiriman,
    unggah,
)
from analytics.lembar.catat.unggahan import Pengiriman, peristiwa_tanya
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.penyimpanan import kalimat_gudang
from analytics.sop.izin import TidakBerhak, periksa_izin, peristiwa_penolakan
from analytics.sop.objek import Objek, baca_kedudukan
from analytics.sop.peran import Pelaku
from data.blok import TAK_TERSIMPAN, JawabanBlok, TransaksiBlok, sebut
from data.gudang import Baris, Gudang, PenyimpananMenolak, SudahTercatat

_LETAK: Final = ("kode_unit", "tahun", "triwulan")
_GAGAL: Final = "Berkas ini tidak dapat disimpan karena kesalahan di Capaian; tidak ada angka yang berubah."


@dataclass(frozen=True)
class Serahan:
    """One checked file with the reasons given for it (by `Temuan.kunci`), and the key that makes a repeat harmless."""

    pemeriksaan: HasilPeriksa
    alasan: Mapping[str, str]
    kunci: str

    @cached_property
    def baris(self) -> frozenset[tuple[str, str]]:
        """The rows that it is about: indikator and leaves."""
        realisasi = {("indikator", baris.kode_indikator) for baris in self.pemeriksaan.realisasi}
        return frozenset(realisasi | {("anggaran", baris.kode_simpul) for baris in self.pemeriksaan.anggaran})

    @property
    def unit(self) -> str | None:
        """Whose it is, None for a file that was not identified."""
        identitas = self.pemeriksaan.identitas
        return identitas.kode_unit if identitas else None


class _Sendiri(Exception):
    """The file has to be received by itself; nothing of it was written."""


def kirim_blok(
    gudang: Gudang, pelaku: Pelaku, semua: Sequence[Serahan], catatan: str, waktu: datetime
) -> Iterator[PutusanKiriman]:
    """What `kirim_berkas` answers for each file in its turn; every answer comes after what it tells of is committed.

    Ends, after the first one at the earliest, before a file whose check may not hold any more, because an earlier one
    is of its unit or changed one of its rows: that and those behind it are to be checked and given again.
    """
    penerima, sisa = _Penerima(gudang, pelaku, catatan, waktu), _berlainan(semua)
    tersentuh: set[tuple[str, str]] = set()
    utuh = True
    while sisa and tersentuh.isdisjoint(sisa[0].baris):
        sekaligus = penerima.sekaligus(sisa, tersentuh) if utuh else None
        utuh = sekaligus is not None
        for serahan, putusan in zip(sisa, sekaligus or [penerima.sendiri(sisa[0])], strict=False):
            tersentuh |= _menyentuh(serahan, putusan)
            yield putusan
        del sisa[: len(sekaligus or (1,))]


def _berlainan(semua: Iterable[Serahan]) -> list[Serahan]:
    """The files from the first on, as far as no unit comes again."""
    hasil: dict[str | None, Serahan] = {}
    for serahan in semua:
        if serahan.unit in hasil:
            break
        hasil[serahan.unit] = serahan
    return list(hasil.values())


def _menyentuh(serahan: Serahan, putusan: PutusanKiriman) -> set[tuple[str, str]]:
    """The rows of which something else holds after a file: those that it reports, and those of the versi before."""
    if putusan.status != "diterima":
        return set()
    return {*serahan.baris, *((beda.jenis, beda.kode) for beda in putusan.perbedaan)}


@dataclass(frozen=True)
class _Penerima:
    """Who receives into which store, how the units handed in, and when."""

    gudang: Gudang
    pelaku: Pelaku
    catatan: str
    waktu: datetime

    def sendiri(self, serahan: Serahan) -> PutusanKiriman:
        """One file alone; a content that the store does not take is answered too, so that the next one has its turn."""
        milik = (serahan.pemeriksaan, serahan.alasan, self.catatan, self.waktu, serahan.kunci)
        try:
            return kirim_berkas(self.gudang, self.pelaku, *milik)
        except PenyimpananMenolak as tolak:
            return PutusanKiriman("ditolak", kalimat_gudang(tolak, Path(str(self.gudang.jalur))))
        except TAK_TERSIMPAN as galat:
            return PutusanKiriman("ditolak", f"{_GAGAL} ({_ringkas(galat)})", temuan=serahan.pemeriksaan.temuan)

    def sekaligus(self, semua: Sequence[Serahan], tersentuh: Set[tuple[str, str]]) -> list[PutusanKiriman] | None:
        """As many files from the first on as one transaction takes; None when the store did not take them.

        It ends before a file that has to be received alone, and before one of whose rows something else holds now:
        `tersentuh`, or what a file before it touches.
        """
        try:
            with self.gudang.transaksi() as tx:
                blok = TransaksiBlok(tx)
                hasil = list(self._berurutan(blok, semua, set(tersentuh)))
                if not hasil:
                    raise _Sendiri
                blok.tutup()
                return hasil
        except _Sendiri:
            return []
        except (*TAK_TERSIMPAN, SudahTercatat, PenyimpananMenolak):
            return None

    def _berurutan(
        self, blok: TransaksiBlok, semua: Sequence[Serahan], tersentuh: set[tuple[str, str]]
    ) -> Iterator[PutusanKiriman]:
        for serahan, jawaban in zip(semua, _jawab(blok, semua), strict=True):
            if not tersentuh.isdisjoint(serahan.baris):
                return
            blok.mulai(jawaban)
            try:
                putusan = self._terima(blok, serahan)
            except (_Sendiri, TidakTersimpan, Ulangan):
                return
            tersentuh |= _menyentuh(serahan, putusan)
            yield putusan

    def _terima(self, blok: TransaksiBlok, serahan: Serahan) -> PutusanKiriman:
        """What becomes of one file: everything is asked before anything is written."""
        pemeriksaan, waktu = serahan.pemeriksaan, self.waktu
        tindakan = tindakan_unggah(pemeriksaan, waktu)
        try:
            oleh = wewenang(self.pelaku, periksa_izin(blok, self.pelaku, tindakan))
        except TidakBerhak as tidak:
            blok.catat(peristiwa_penolakan(self.pelaku, tindakan, str(tidak)))
            return tanpa_izin(tidak, pemeriksaan)
        naik = Pengiriman(pemeriksaan, oleh, waktu, serahan.kunci)
        if pemeriksaan.lengkap(serahan.alasan):
            return self._serahkan(blok, serahan, naik)
        if pemeriksaan.identitas is None or not pemeriksaan.boleh_disimpan:
            return unggah(blok, naik)
        putusan = unggah(blok, replace(naik, alasan=serahan.alasan))
        blok.catat(peristiwa_tanya(naik, naik.id_baru))
        return putusan

    def _serahkan(self, blok: TransaksiBlok, serahan: Serahan, naik: Pengiriman) -> PutusanKiriman:
        """A file that leaves nothing to ask: its upload and its kiriman at once, or the upload alone."""
        pemeriksaan, alasan = serahan.pemeriksaan, serahan.alasan
        perintah = susun_perintah(pemeriksaan, Penyerahan(0, catatan=self.catatan))
        perintah = replace(perintah, versi=baca_kedudukan(blok, perintah.objek).versi)
        serah = susun_pengiriman(blok, self.pelaku, perintah, pemeriksaan, alasan, naik.id_baru, self.waktu)
        calon = siapkan_kiriman(blok, replace(naik, alasan=alasan), None)
        if calon.id_unggahan is not None:
            raise _Sendiri
        try:
            siap = siapkan_pindah(blok, self.pelaku, bawa_kiriman(perintah, calon), self.waktu)
        except Ditolak as ditolak:
            return self._tahan(blok, naik, ditolak)
        blok.catat(naik.peristiwa("unggah", naik.id_baru, naik.rincian()))
        putusan = simpan_kiriman(blok, calon)
        pindahkan(blok, siap)
        blok.catat(peristiwa_kiriman(serah, putusan))
        return putusan

    def _tahan(self, blok: TransaksiBlok, naik: Pengiriman, ditolak: Ditolak) -> PutusanKiriman:
        awal = unggah(blok, naik)
        blok.catat(peristiwa_tolak(self.pelaku, ditolak, self.waktu))
        putusan = tertahan(ditolak.pesan, naik.pemeriksaan, awal.id_unggahan)
        return replace(putusan, nomor=awal.nomor, kemajuan=awal.kemajuan)


def _ringkas(galat: Exception) -> str:
    return f"{type(galat).__name__}: {str(galat).partition(chr(10))[0][:200]}"


def _jawab(blok: TransaksiBlok, semua: Sequence[Serahan]) -> list[JawabanBlok]:
    """What every file would be answered, asked for all of them at once."""
    kode_pd = semua[0].pemeriksaan.kode_pd
    identitas = [serahan.pemeriksaan.identitas for serahan in semua if serahan.pemeriksaan.identitas]
    milik = {
        "kode_pd": kode_pd,
        "unit": [sidik.kode_unit for sidik in identitas],
        "tahun": sorted({sidik.tahun for sidik in identitas}),
    }
    sha256 = [serahan.pemeriksaan.sha256 for serahan in semua]
    kunci = [serahan.kunci for serahan in semua]
    dikenal = {baris["dikenal"] for baris in blok.kueri("blok_dikenal", kode_pd=kode_pd, sha256=sha256, kunci=kunci)}
    menurut_letak = {tunggal: _bagi(blok.kueri(sekaligus, **milik), _LETAK) for tunggal, sekaligus in _SEKALIGUS}
    alur = _bagi(blok.kueri("alur_semua", kode_pd=kode_pd), tuple(Objek.__dataclass_fields__))
    unggahan = menurut_letak["unggahan_terakhir"]
    terakhir = [kode for serahan in semua for kode in _id_terakhir(serahan, unggahan)]
    temuan = _bagi(_temuan(blok, kode_pd, terakhir), ("id_objek",))
    versi = {sebut("versi_bahan", {"kode_pd": kode_pd}): blok.kueri("versi_bahan", kode_pd=kode_pd)}
    return [
        versi
        | {sebut(nama, parameter): [] for nama, parameter in _tentang(serahan) if not dikenal & {*parameter.values()}}
        | _tentang_letak(serahan, menurut_letak)
        | {
            sebut("temuan_unggahan", {"kode_pd": kode_pd, "id_unggahan": kode}): temuan.get((kode,), [])
            for kode in _id_terakhir(serahan, unggahan)
        }
        | _tentang_alur(serahan, alur)
        for serahan in semua
    ]


_SEKALIGUS: Final = (
    ("unggahan_terakhir", "blok_unggahan"),
    ("kiriman_terakhir", "blok_kiriman"),
    ("temuan_terbuka", "blok_temuan"),
)
"""What is asked for one unit and periode, and the question that answers it for several units."""
_Terbagi = Mapping[tuple[Any, ...], list[Baris]]


def _tentang(serahan: Serahan) -> Iterator[tuple[str, dict[str, Any]]]:
    """The questions about a file that have no answer when neither its bytes nor its kunci are known."""
    pemeriksaan = serahan.pemeriksaan
    yield "berkas_ada", {"sha256": pemeriksaan.sha256}
    yield "kiriman_sidik", {"kode_pd": pemeriksaan.kode_pd, "sha256": pemeriksaan.sha256}
    yield "peristiwa_kunci", {"kunci": serahan.kunci}


def _tentang_letak(serahan: Serahan, semua: Mapping[str, _Terbagi]) -> dict[tuple[str, str], list[Baris]]:
    letak = _letak(serahan.pemeriksaan)
    tempat = tuple(letak[nama] for nama in _LETAK)
    return {sebut(nama, letak): terbagi.get(tempat, []) for nama, terbagi in semua.items()}


def _id_terakhir(serahan: Serahan, unggahan: _Terbagi) -> list[str]:
    """The upload that a file is compared with, when there is one."""
    if serahan.pemeriksaan.identitas is None:
        return []
    letak = _letak(serahan.pemeriksaan)
    return [baris["id_unggahan"] for baris in unggahan.get(tuple(letak[nama] for nama in _LETAK), [])]


def _temuan(blok: TransaksiBlok, kode_pd: str, unggahan: Sequence[str]) -> list[Baris]:
    return blok.kueri("blok_temuan_unggahan", kode_pd=kode_pd, unggahan=unggahan) if unggahan else []


def _letak(pemeriksaan: HasilPeriksa) -> dict[str, Any]:
    identitas = pemeriksaan.identitas
    milik = {nama: getattr(identitas, nama) if identitas else None for nama in _LETAK}
    return {"kode_pd": pemeriksaan.kode_pd, **milik}


def _tentang_alur(serahan: Serahan, semua: _Terbagi) -> dict[tuple[str, str], list[Baris]]:
    identitas = serahan.pemeriksaan.identitas
    if identitas is None:
        return {}
    objek = Objek.pengumpulan(serahan.pemeriksaan.kode_pd, identitas.periode, identitas.kode_unit)
    return {sebut("alur_satu", objek.letak): semua.get(tuple(objek.letak.values()), [])}


def _bagi(baris: Iterable[Baris], menurut: Sequence[str]) -> _Terbagi:
    """The rows by what stands in these columns, without them."""
    hasil: dict[tuple[Any, ...], list[Baris]] = {}
    for semua in baris:
        milik = {nama: nilai for nama, nilai in semua.items() if nama not in menurut}
        hasil.setdefault(tuple(semua[nama] for nama in menurut), []).append(milik)
    return hasil
