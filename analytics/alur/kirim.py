"""Step 3 of the SOP: what comes in from a unit, who may hand it in, and the one way in which it becomes a kiriman.

The facts of a kiriman and the move that it is are one transaction. What the SOP does not allow now stores no fact, is
logged, and comes back as a sentence; the upload stays on record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from analytics.acuan import Penanya
from analytics.alur.perintah import (
    Ditolak,
    Perintah,
    Ulangan,
    kompilasi_tertutup,
    pindahkan,
    siapkan_pindah,
    terapkan,
    tolak,
)
from analytics.aturan.periode import Periode
from analytics.lembar.catat import terima as lembar_terima
from analytics.lembar.catat import unggahan as lembar_unggahan
from analytics.lembar.catat.terima import (
    CalonKiriman,
    PutusanKiriman,
    TidakTersimpan,
    peristiwa_kiriman,
    siapkan_kiriman,
    simpan_kiriman,
    tanyakan,
)
from analytics.lembar.catat.unggahan import Pengiriman, RingkasUnggahan, Unggahan, jumlah_penjelasan
from analytics.lembar.catat.wewenang import Wewenang
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.rencana.impor import (
    BukuRencana,
    DataBerubah,
    Impor,
    PutusanImpor,
    siapkan_impor,
    siapkan_lagi,
    simpan_impor,
)
from analytics.rencana.periksa.jawab import JawabanRencana
from analytics.sop.izin import (
    IZIN,
    Sasaran,
    TidakBerhak,
    Tindakan,
    boleh,
    cari_tugas,
    catat_penolakan,
    jaga_izin,
    periksa_izin,
    sebut_peran,
)
from analytics.sop.langkah import MENURUT_AKSI, giliran
from analytics.sop.objek import Kedudukan, Objek, baca_kedudukan
from analytics.sop.peran import Pelaku, Tugas, baca_tugas
from data.gudang import Gudang, SudahTercatat, Transaksi

_BERLANJUT: Final = frozenset({"siap", "perlu_alasan", "sudah_ada"})
"""What can go on to become a kiriman."""


def unggah(gudang: Gudang, pelaku: Pelaku, pemeriksaan: HasilPeriksa, waktu: datetime, kunci: str) -> PutusanKiriman:
    """Put a checked file on record.

    A workbook of a unit that `pelaku` may not upload for is refused and logged with its sha256, and not kept.
    """
    try:
        with _berizin(gudang, pelaku, tindakan_unggah(pemeriksaan, waktu)) as (tx, oleh):
            return lembar_terima.unggah(tx, Pengiriman(pemeriksaan, oleh, waktu, kunci))
    except TidakTersimpan as tidak:
        return tidak.putusan
    except TidakBerhak as tidak:
        return tanpa_izin(tidak, pemeriksaan)


def tanpa_izin(tidak: TidakBerhak, pemeriksaan: HasilPeriksa) -> PutusanKiriman:
    """What is said of a file that was not even kept."""
    return PutusanKiriman("ditolak", f"{tidak} Berkas ini tidak disimpan.", temuan=pemeriksaan.temuan)


@dataclass(frozen=True)
class Penyerahan:
    """With what data are sent, from the `versi` of the pengumpulan that was seen.

    Without `catatan` it is the Kepala Seksi who states that they are validated; with it a Kasubbag who says how they
    were validated and received.
    """

    versi: int
    pernyataan: bool = False
    catatan: str | None = None

    @property
    def aksi(self) -> str:
        """The row of the table of steps."""
        return "kirim" if self.catatan is None else "kirim_titipan"


def kirim(
    gudang: Gudang,
    pelaku: Pelaku,
    pemeriksaan: HasilPeriksa,
    alasan: Mapping[str, str],
    id_unggahan: str,
    penyerahan: Penyerahan,
    waktu: datetime,
) -> PutusanKiriman:
    """Make an upload the kiriman of its unit and take the unit's data to `terkirim`, both or neither."""
    if not pemeriksaan.lengkap(alasan):
        return _tanyakan_lagi(gudang, pelaku, pemeriksaan, alasan, id_unggahan, waktu)
    perintah = susun_perintah(pemeriksaan, penyerahan)
    try:
        with gudang.transaksi() as tx:
            kiriman = susun_pengiriman(tx, pelaku, perintah, pemeriksaan, alasan, id_unggahan, waktu)
            calon = siapkan_kiriman(tx, kiriman, id_unggahan)
            siap = siapkan_pindah(tx, pelaku, bawa_kiriman(perintah, calon), waktu)
            putusan = simpan_kiriman(tx, calon)
            pindahkan(tx, siap)
            tx.catat(peristiwa_kiriman(kiriman, putusan))
            return putusan
    except TidakTersimpan as tidak:
        return _kirim_lagi(gudang, pelaku, perintah, tidak.putusan, waktu)
    except Ditolak as ditolak:
        return tertahan(tolak(gudang, pelaku, ditolak, waktu).pesan, pemeriksaan, id_unggahan)
    except Ulangan:
        # The same move from the same versi, but with another file: this one is not what was sent then.
        pesan = f"{perintah.objek.sebutan} sudah dikirim dengan berkas lain sejak halaman ini dibuka. Muat ulang."
        bentrok = Ditolak(perintah, "bentrok", pesan, "versi")
        return tertahan(tolak(gudang, pelaku, bentrok, waktu).pesan, pemeriksaan, id_unggahan)


def kirim_berkas(
    gudang: Gudang,
    pelaku: Pelaku,
    pemeriksaan: HasilPeriksa,
    alasan: Mapping[str, str],
    catatan: str,
    waktu: datetime,
    kunci: str,
) -> PutusanKiriman:
    """Put a file on record and, when nothing is left to ask, send it with a `catatan` as `kirim` does."""
    awal = unggah(gudang, pelaku, pemeriksaan, waktu, kunci)
    identitas = pemeriksaan.identitas
    if awal.status not in _BERLANJUT or awal.id_unggahan is None or identitas is None:
        return awal
    objek = Objek.pengumpulan(pemeriksaan.kode_pd, identitas.periode, identitas.kode_unit)
    penyerahan = Penyerahan(baca_kedudukan(gudang, objek).versi, catatan=catatan)
    putusan = kirim(gudang, pelaku, pemeriksaan, alasan, awal.id_unggahan, penyerahan, waktu)
    return replace(putusan, nomor=awal.nomor, kemajuan=awal.kemajuan)


def halangan(penanya: Penanya, kedudukan: Kedudukan, aksi: str = "kirim") -> str | None:
    """Why data of a unit cannot be sent now, and whose turn it is; None when they can."""
    objek = kedudukan.objek
    tertutup = kompilasi_tertutup(penanya, objek.kode_pd, Periode(objek.tahun, objek.triwulan))
    if tertutup is not None:
        return tertutup
    if kedudukan.keadaan in MENURUT_AKSI[aksi].dari:
        return None
    lanjut = giliran(objek.dokumen, kedudukan.keadaan)
    kalimat = f"{objek.sebutan}: {kedudukan.nama}."
    if lanjut is None:
        return f"{kalimat} Bila datanya keliru, Kasubbag Perencanaan dapat mengembalikannya."
    siapa = sebut_peran(lanjut.aksi, " atau ")
    return f"{kalimat} Giliran {siapa}: {lanjut.nama[0].lower()}{lanjut.nama[1:]}."


def pilih_bacaan(gudang: Gudang, pelaku: Pelaku, unggahan: Unggahan, alamat: str, bacaan: str, waktu: datetime) -> None:
    """Choose a reading for a cell. Raises TidakBerhak, and ValueError as `lembar.catat.unggahan.pilih_bacaan` does."""
    with _berizin(gudang, pelaku, _atas(unggahan, "pilih_bacaan", waktu)) as (tx, oleh):
        lembar_unggahan.pilih_bacaan(tx, unggahan, alamat, bacaan, oleh, waktu)


def terima_penjelasan(gudang: Gudang, pelaku: Pelaku, unggahan: Unggahan, waktu: datetime) -> int:
    """Accept the explanations of an accepted upload; how many there were. Raises TidakBerhak."""
    banyak = jumlah_penjelasan(unggahan)
    tindakan = _atas(unggahan, "terima_penjelasan", waktu)
    if not banyak:
        jaga_izin(gudang, pelaku, tindakan)
        return 0
    try:
        with _berizin(gudang, pelaku, tindakan) as (tx, oleh):
            lembar_unggahan.terima_penjelasan(tx, unggahan, oleh, waktu)
    except SudahTercatat:
        return 0
    return banyak


def impor_rencana(
    gudang: Gudang,
    pelaku: Pelaku,
    isi: bytes,
    nama_berkas: str,
    waktu: datetime,
    jawaban: JawabanRencana | str | None = None,
) -> PutusanImpor:
    """Import a rencana workbook for an office of `pelaku`; a text answers every question. Raises TidakBerhak."""
    dasar = Tindakan("impor_rencana", "", nama_berkas[:200], waktu)
    try:
        oleh = wewenang(pelaku, _tugas_impor(gudang, pelaku, waktu))
        impor = siapkan_impor(gudang, BukuRencana.dari(isi, nama_berkas, oleh, waktu, jawaban))
        while isinstance(impor, Impor):
            try:
                with gudang.transaksi() as tx:
                    if impor.kode_pd:
                        periksa_izin(tx, pelaku, replace(dasar, kode_pd=impor.kode_pd))
                    return simpan_impor(tx, impor)
            except DataBerubah:
                impor = siapkan_lagi(gudang, impor)
        return impor
    except TidakBerhak as tidak:
        catat_penolakan(gudang, pelaku, dasar, str(tidak))
        raise


def daftar_terlihat(
    penanya: Penanya, pelaku: Pelaku, kode_pd: str, periode: Periode, waktu: datetime
) -> tuple[RingkasUnggahan, ...]:
    """The uploads of a periode that `pelaku` may see, newest first."""
    tugas = baca_tugas(penanya, pelaku, waktu.date())
    semua = lembar_unggahan.daftar_unggahan(penanya, kode_pd, periode)
    return tuple(unggahan for unggahan in semua if _terlihat(tugas, pelaku, kode_pd, unggahan))


def buka_unggahan(penanya: Penanya, pelaku: Pelaku, kode_pd: str, id_unggahan: str, waktu: datetime) -> Unggahan:
    """One upload. Raises TidakBerhak for one that `pelaku` may not see, UnggahanTidakAda."""
    unggahan = lembar_unggahan.muat_unggahan(penanya, kode_pd, id_unggahan)
    if not _terlihat(baca_tugas(penanya, pelaku, waktu.date()), pelaku, kode_pd, unggahan):
        raise TidakBerhak("Unggahan ini bukan milik unit Anda.")
    return unggahan


def _terlihat(tugas: Iterable[Tugas], pelaku: Pelaku, kode_pd: str, unggahan: RingkasUnggahan | Unggahan) -> bool:
    """A file of a unit by the table of izin; one without a unit by who uploaded it, and by who collects."""
    if unggahan.kode_unit is not None:
        return boleh(tugas, "lihat_unit", Sasaran(kode_pd, unggahan.kode_unit))
    return unggahan.akun == pelaku.id_akun or boleh(tugas, "kirim_titipan", Sasaran(kode_pd))


@contextmanager
def _berizin(gudang: Gudang, pelaku: Pelaku, tindakan: Tindakan) -> Iterator[tuple[Transaksi, Wewenang]]:
    """A transaction for what `pelaku` has an izin for, and in whose name it writes; a refusal is logged and raised."""
    try:
        with gudang.transaksi() as tx:
            yield tx, wewenang(pelaku, periksa_izin(tx, pelaku, tindakan))
    except TidakBerhak as tidak:
        catat_penolakan(gudang, pelaku, tindakan, str(tidak))
        raise


def tindakan_unggah(pemeriksaan: HasilPeriksa, waktu: datetime) -> Tindakan:
    """To put this file on record."""
    unit = pemeriksaan.identitas.kode_unit if pemeriksaan.identitas else None
    rincian = {"nama_berkas": pemeriksaan.nama_berkas, "sha256": pemeriksaan.sha256}
    return Tindakan("unggah", pemeriksaan.kode_pd, pemeriksaan.sha256, waktu, unit, rincian)


def _atas(unggahan: Unggahan, izin: str, waktu: datetime) -> Tindakan:
    return Tindakan(izin, unggahan.kode_pd, unggahan.id_unggahan, waktu, unggahan.kode_unit)


def susun_perintah(pemeriksaan: HasilPeriksa, penyerahan: Penyerahan) -> Perintah:
    """The move that hands the data of a unit in. Raises ValueError for a file that was not identified."""
    identitas = pemeriksaan.identitas
    if identitas is None:
        raise ValueError(pemeriksaan.nama_berkas)
    objek = Objek.pengumpulan(pemeriksaan.kode_pd, identitas.periode, identitas.kode_unit)
    return Perintah(
        penyerahan.aksi,
        objek,
        penyerahan.versi,
        catatan=penyerahan.catatan or "",
        pernyataan=penyerahan.pernyataan,
        kerja=lambda tx: _kiriman_berlaku(tx, objek),
    )


def bawa_kiriman(perintah: Perintah, calon: CalonKiriman) -> Perintah:
    """The move with the kiriman that it brings, which its transaction stores."""
    sebutan = {
        "kiriman": calon.id_kiriman,
        "versi_kiriman": calon.versi,
        "sha256": calon.kirim.pemeriksaan.sha256,
    }
    return replace(perintah, kerja=lambda _tx: sebutan)


def _kiriman_berlaku(penanya: Penanya, objek: Objek) -> dict[str, Any]:
    """What the log says of the kiriman that a move brings: the newest of its unit and periode."""
    letak = {nama: objek.letak[nama] for nama in ("kode_pd", "kode_unit", "tahun", "triwulan")}
    kiriman = penanya.kueri("kiriman_terakhir", **letak)[0]
    return {"kiriman": kiriman["id_kiriman"], "versi_kiriman": kiriman["versi"], "sha256": kiriman["sha256"]}


def _kunci(pemeriksaan: HasilPeriksa, id_unggahan: str) -> str:
    return f"terima:{pemeriksaan.kode_pd}:{id_unggahan}"


def susun_pengiriman(
    penanya: Penanya,
    pelaku: Pelaku,
    perintah: Perintah,
    pemeriksaan: HasilPeriksa,
    alasan: Mapping[str, str],
    id_unggahan: str,
    waktu: datetime,
) -> Pengiriman:
    """The handing in of an upload, in the name of who may make its move."""
    oleh = wewenang(pelaku, _tugas(penanya, pelaku, perintah, waktu))
    return Pengiriman(pemeriksaan, oleh, waktu, _kunci(pemeriksaan, id_unggahan), alasan)


def wewenang(pelaku: Pelaku, tugas: Tugas | None) -> Wewenang:
    """In whose name the log says it."""
    return Wewenang(pelaku.nama, pelaku.id_akun, tugas.sebutan if tugas else None, pelaku.lewat)


def _tugas(penanya: Penanya, pelaku: Pelaku, perintah: Perintah, waktu: datetime) -> Tugas | None:
    """The penugasan that the log will name; whether it suffices the move itself asks."""
    return cari_tugas(baca_tugas(penanya, pelaku, waktu.date()), perintah.aksi, perintah.objek)


def _tanyakan_lagi(
    gudang: Gudang,
    pelaku: Pelaku,
    pemeriksaan: HasilPeriksa,
    alasan: Mapping[str, str],
    id_unggahan: str,
    waktu: datetime,
) -> PutusanKiriman:
    """Something is still to be answered: say what, store no fact."""
    kunci = _kunci(pemeriksaan, id_unggahan)
    try:
        with _berizin(gudang, pelaku, tindakan_unggah(pemeriksaan, waktu)) as (tx, oleh):
            return tanyakan(tx, Pengiriman(pemeriksaan, oleh, waktu, kunci, alasan), id_unggahan)
    except TidakTersimpan as tidak:
        return tidak.putusan
    except TidakBerhak as tidak:
        return tertahan(str(tidak), pemeriksaan, id_unggahan)


def _kirim_lagi(
    gudang: Gudang, pelaku: Pelaku, perintah: Perintah, putusan: PutusanKiriman, waktu: datetime
) -> PutusanKiriman:
    """A file that is a kiriman already: where the SOP waits for one, send it again as it is when it is in force."""
    if putusan.status != "sudah_ada":
        return putusan
    kini = baca_kedudukan(gudang, perintah.objek)
    berlaku = _kiriman_berlaku(gudang, perintah.objek)["kiriman"]
    if kini.keadaan not in MENURUT_AKSI[perintah.aksi].dari or berlaku != putusan.id_kiriman:
        return putusan
    hasil = terapkan(gudang, pelaku, perintah, waktu)
    return replace(putusan, status="diterima" if hasil.berhasil else "tertahan", pesan=hasil.pesan)


def tertahan(pesan: str, pemeriksaan: HasilPeriksa, id_unggahan: str | None) -> PutusanKiriman:
    """What is said of a file that is on record and that the SOP does not let become a kiriman now."""
    lengkap = f"{pesan} Berkasnya tersimpan; tidak ada angka yang berubah."
    return PutusanKiriman("tertahan", lengkap, id_unggahan, temuan=pemeriksaan.temuan)


def _tugas_impor(gudang: Gudang, pelaku: Pelaku, waktu: datetime) -> Tugas:
    """The penugasan under which somebody imports, for whichever office. Raises TidakBerhak."""
    tugas = cari_tugas(baca_tugas(gudang, pelaku, waktu.date()), "impor_rencana")
    if tugas is None:
        siapa = sebut_peran("impor_rencana")
        raise TidakBerhak(f"{IZIN['impor_rencana'].nama} tidak termasuk tugas Anda. Yang dapat: {siapa}.")
    return tugas
