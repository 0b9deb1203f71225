"""Step 3 of the SOP: what comes in from a unit, who may hand it in, and the one way in which it becomes a kiriman.

The facts of a kiriman and the move that it is are one transaction. What the SOP does not allow now stores no fact, is
logged, and comes back as a sentence; the upload stays on record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, TypeVar

from analytics.acuan import Penanya
from analytics.alur.perintah import Ditolak, Perintah, Ulangan, kompilasi_tertutup, terapkan, terapkan_dalam, tolak
from analytics.aturan.periode import Periode
from analytics.lembar.catat import terima as lembar_terima
from analytics.lembar.catat import unggahan as lembar_unggahan
from analytics.lembar.catat.terima import Putusan
from analytics.lembar.catat.unggahan import Ringkas, Unggahan
from analytics.lembar.catat.wewenang import Wewenang
from analytics.lembar.periksa.pemeriksaan import Pemeriksaan
from analytics.rencana.impor import PutusanImpor
from analytics.rencana.impor import impor_rencana as impor_buku
from analytics.sop.izin import IZIN, TidakBerhak, Tindakan, catat_penolakan, periksa_izin
from analytics.sop.langkah import MENURUT_AKSI, giliran
from analytics.sop.objek import Kedudukan, Objek, baca_kedudukan
from analytics.sop.peran import KASUBBAG_PERENCANAAN, KASUBBAG_UMUM, NAMA_PERAN, Pelaku, Tugas, baca_tugas, pilih_tugas
from data.gudang import Gudang, Transaksi

_Isi = TypeVar("_Isi")
_PENGHIMPUN: Final = (KASUBBAG_UMUM, KASUBBAG_PERENCANAAN)
_BERLANJUT: Final = frozenset({"siap", "perlu_alasan", "sudah_ada"})
"""What can go on to become a kiriman."""


def unggah(gudang: Gudang, pelaku: Pelaku, pemeriksaan: Pemeriksaan, waktu: datetime, kunci: str) -> Putusan:
    """Put a checked file on record.

    A workbook of a unit that `pelaku` may not upload for is refused and logged with its sha256, and not kept.
    """
    try:
        return _dengan_izin(
            gudang,
            pelaku,
            _tindakan("unggah", pemeriksaan, waktu),
            lambda cap: lembar_terima.unggah(gudang, pemeriksaan, cap, waktu, kunci),
        )
    except TidakBerhak as tidak:
        return Putusan("ditolak", f"{tidak} Berkas ini tidak disimpan.", temuan=pemeriksaan.temuan)


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
    pemeriksaan: Pemeriksaan,
    alasan: Mapping[str, str],
    id_unggahan: str,
    penyerahan: Penyerahan,
    waktu: datetime,
) -> Putusan:
    """Make an upload the kiriman of its unit and take the unit's data to `terkirim`, both or neither."""
    if not siap_dikirim(pemeriksaan, alasan):
        return _tanyakan_lagi(gudang, pelaku, pemeriksaan, alasan, id_unggahan, waktu)
    perintah = _perintah(pemeriksaan, penyerahan)
    tugas = _tugas(gudang, pelaku, perintah, waktu)
    cap = _cap(pelaku, tugas, lambda tx, _: terapkan_dalam(tx, pelaku, perintah, waktu))
    try:
        putusan = lembar_terima.terima(
            gudang, pemeriksaan, alasan, cap, waktu, _kunci(pemeriksaan, id_unggahan), id_unggahan
        )
    except Ditolak as ditolak:
        return _tertahan(tolak(gudang, pelaku, ditolak, waktu).pesan, pemeriksaan, id_unggahan)
    except Ulangan:
        # The same move from the same versi, but with another file: this one is not what was sent then.
        pesan = f"{perintah.objek.sebutan} sudah dikirim dengan berkas lain sejak halaman ini dibuka. Muat ulang."
        bentrok = Ditolak(perintah, "bentrok", pesan, "versi")
        return _tertahan(tolak(gudang, pelaku, bentrok, waktu).pesan, pemeriksaan, id_unggahan)
    return _kirim_lagi(gudang, pelaku, perintah, putusan, waktu) if putusan.status == "sudah_ada" else putusan


def kirim_berkas(
    gudang: Gudang,
    pelaku: Pelaku,
    pemeriksaan: Pemeriksaan,
    alasan: Mapping[str, str],
    catatan: str,
    waktu: datetime,
    kunci: str,
) -> Putusan:
    """Put a file on record and, when nothing is left to ask, send it with a `catatan` as `kirim` does."""
    awal = unggah(gudang, pelaku, pemeriksaan, waktu, kunci)
    identitas = pemeriksaan.identitas
    if awal.status not in _BERLANJUT or awal.id_unggahan is None or identitas is None:
        return awal
    objek = Objek.pengumpulan(pemeriksaan.kode_pd, identitas.periode, identitas.kode_unit)
    penyerahan = Penyerahan(baca_kedudukan(gudang, objek).versi, catatan=catatan)
    putusan = kirim(gudang, pelaku, pemeriksaan, alasan, awal.id_unggahan, penyerahan, waktu)
    return replace(putusan, nomor=awal.nomor, kemajuan=awal.kemajuan)


def siap_dikirim(pemeriksaan: Pemeriksaan, alasan: Mapping[str, str]) -> bool:
    """Whether the file itself leaves nothing to ask."""
    return pemeriksaan.identitas is not None and pemeriksaan.boleh_disimpan and not pemeriksaan.perlu_alasan(alasan)


def halangan(gudang: Gudang, kedudukan: Kedudukan, aksi: str = "kirim") -> str | None:
    """Why data of a unit cannot be sent now, and whose turn it is; None when they can."""
    objek = kedudukan.objek
    tertutup = kompilasi_tertutup(gudang, objek.kode_pd, Periode(objek.tahun, objek.triwulan))
    if tertutup is not None:
        return tertutup
    if kedudukan.keadaan in MENURUT_AKSI[aksi].dari:
        return None
    lanjut = giliran(objek.dokumen, kedudukan.keadaan)
    kalimat = f"{objek.sebutan}: {kedudukan.nama}."
    if lanjut is None:
        return f"{kalimat} Bila datanya keliru, Kasubbag Perencanaan dapat mengembalikannya."
    siapa = " atau ".join(NAMA_PERAN[satu] for satu in lanjut.oleh)
    return f"{kalimat} Giliran {siapa}: {lanjut.nama[0].lower()}{lanjut.nama[1:]}."


def pilih_bacaan(gudang: Gudang, pelaku: Pelaku, unggahan: Unggahan, alamat: str, bacaan: str, waktu: datetime) -> None:
    """Choose a reading for a cell. Raises TidakBerhak, and ValueError as `lembar.unggahan.pilih_bacaan` does."""
    _dengan_izin(
        gudang,
        pelaku,
        _atas(unggahan, "pilih_bacaan", waktu),
        lambda cap: lembar_unggahan.pilih_bacaan(gudang, unggahan, alamat, bacaan, cap, waktu),
    )


def terima_penjelasan(gudang: Gudang, pelaku: Pelaku, unggahan: Unggahan, waktu: datetime) -> int:
    """Accept the explanations of an accepted upload; how many there were. Raises TidakBerhak."""
    return _dengan_izin(
        gudang,
        pelaku,
        _atas(unggahan, "terima_penjelasan", waktu),
        lambda cap: lembar_unggahan.terima_penjelasan(gudang, unggahan, cap, waktu),
    )


def impor_rencana(
    gudang: Gudang,
    pelaku: Pelaku,
    isi: bytes,
    nama_berkas: str,
    waktu: datetime,
    alasan: str | None = None,
) -> PutusanImpor:
    """Import a rencana workbook for an office of `pelaku`. Raises TidakBerhak."""
    dasar = Tindakan("impor_rencana", "", nama_berkas[:200], waktu)
    try:
        tugas = _tugas_impor(gudang, pelaku, waktu)

        def jaga(tx: Transaksi, kode_pd: str) -> None:
            if kode_pd:
                periksa_izin(tx, pelaku, replace(dasar, kode_pd=kode_pd))

        return impor_buku(gudang, isi, nama_berkas, _cap(pelaku, tugas, jaga), waktu, alasan)
    except TidakBerhak as tidak:
        catat_penolakan(gudang, pelaku, dasar, str(tidak))
        raise


def daftar_terlihat(
    gudang: Gudang, pelaku: Pelaku, kode_pd: str, periode: Periode, waktu: datetime
) -> tuple[Ringkas, ...]:
    """The uploads of a periode that `pelaku` may see, newest first."""
    tugas = baca_tugas(gudang, pelaku, waktu.date())
    semua = lembar_unggahan.daftar_unggahan(gudang, kode_pd, periode)
    return tuple(satu for satu in semua if _terlihat(tugas, pelaku, kode_pd, satu))


def buka_unggahan(gudang: Gudang, pelaku: Pelaku, kode_pd: str, id_unggahan: str, waktu: datetime) -> Unggahan:
    """One upload. Raises TidakBerhak for one that `pelaku` may not see, UnggahanTidakAda."""
    satu = lembar_unggahan.muat_unggahan(gudang, kode_pd, id_unggahan)
    if not _terlihat(baca_tugas(gudang, pelaku, waktu.date()), pelaku, kode_pd, satu):
        raise TidakBerhak("Unggahan ini bukan milik unit Anda.")
    return satu


def _terlihat(tugas: Iterable[Tugas], pelaku: Pelaku, kode_pd: str, satu: Ringkas | Unggahan) -> bool:
    """A file of a unit by the table of izin; one without a unit by who uploaded it, and by who collects."""
    if satu.kode_unit is not None:
        return pilih_tugas(tugas, IZIN["lihat_unit"][1], kode_pd, satu.kode_unit) is not None
    return satu.akun == pelaku.id_akun or pilih_tugas(tugas, _PENGHIMPUN, kode_pd) is not None


def _dengan_izin(gudang: Gudang, pelaku: Pelaku, tindakan: Tindakan, kerja: Callable[[Wewenang], _Isi]) -> _Isi:
    """Do it with an izin that is read before and again inside the transaction; a refusal is logged and raised."""
    try:
        tugas = periksa_izin(gudang, pelaku, tindakan)
        return kerja(_cap(pelaku, tugas, lambda tx, _: periksa_izin(tx, pelaku, tindakan)))
    except TidakBerhak as tidak:
        catat_penolakan(gudang, pelaku, tindakan, str(tidak))
        raise


def _tindakan(izin: str, pemeriksaan: Pemeriksaan, waktu: datetime) -> Tindakan:
    unit = pemeriksaan.identitas.kode_unit if pemeriksaan.identitas else None
    rincian = {"nama_berkas": pemeriksaan.nama_berkas, "sha256": pemeriksaan.sha256}
    return Tindakan(izin, pemeriksaan.kode_pd, pemeriksaan.sha256, waktu, unit, rincian)


def _atas(unggahan: Unggahan, izin: str, waktu: datetime) -> Tindakan:
    return Tindakan(izin, unggahan.kode_pd, unggahan.id_unggahan, waktu, unggahan.kode_unit)


def _perintah(pemeriksaan: Pemeriksaan, penyerahan: Penyerahan) -> Perintah:
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


def _kiriman_berlaku(penanya: Penanya, objek: Objek) -> dict[str, Any]:
    """What the log says of the kiriman that a move brings: the newest of its unit and periode."""
    letak = {nama: objek.letak[nama] for nama in ("kode_pd", "kode_unit", "tahun", "triwulan")}
    satu = penanya.kueri("kiriman_terakhir", **letak)[0]
    return {"kiriman": satu["id_kiriman"], "versi_kiriman": satu["versi"], "sha256": satu["sha256"]}


def _kunci(pemeriksaan: Pemeriksaan, id_unggahan: str) -> str:
    return f"terima:{pemeriksaan.kode_pd}:{id_unggahan}"


def _cap(pelaku: Pelaku, tugas: Tugas | None, dalam: Callable[[Transaksi, str], object]) -> Wewenang:
    return Wewenang(pelaku.nama, pelaku.id_akun, tugas.sebutan if tugas else None, pelaku.lewat, dalam)


def _tugas(gudang: Gudang, pelaku: Pelaku, perintah: Perintah, waktu: datetime) -> Tugas | None:
    """The penugasan that the log will name; whether it suffices is asked inside the transaction."""
    objek = perintah.objek
    milik = baca_tugas(gudang, pelaku, waktu.date())
    return pilih_tugas(milik, MENURUT_AKSI[perintah.aksi].oleh, objek.kode_pd, objek.kode_unit)


def _tanyakan_lagi(
    gudang: Gudang,
    pelaku: Pelaku,
    pemeriksaan: Pemeriksaan,
    alasan: Mapping[str, str],
    id_unggahan: str,
    waktu: datetime,
) -> Putusan:
    """Something is still to be answered: say what, store no fact."""
    kunci = _kunci(pemeriksaan, id_unggahan)
    try:
        return _dengan_izin(
            gudang,
            pelaku,
            _tindakan("unggah", pemeriksaan, waktu),
            lambda cap: lembar_terima.terima(gudang, pemeriksaan, alasan, cap, waktu, kunci, id_unggahan),
        )
    except TidakBerhak as tidak:
        return _tertahan(str(tidak), pemeriksaan, id_unggahan)


def _kirim_lagi(gudang: Gudang, pelaku: Pelaku, perintah: Perintah, putusan: Putusan, waktu: datetime) -> Putusan:
    """The file is a kiriman already: where the SOP waits for one, send it again as it is when it is in force."""
    kini = baca_kedudukan(gudang, perintah.objek)
    berlaku = _kiriman_berlaku(gudang, perintah.objek)["kiriman"]
    if kini.keadaan not in MENURUT_AKSI[perintah.aksi].dari or berlaku != putusan.id_kiriman:
        return putusan
    hasil = terapkan(gudang, pelaku, perintah, waktu)
    return replace(putusan, status="diterima" if hasil.berhasil else "tertahan", pesan=hasil.pesan)


def _tertahan(pesan: str, pemeriksaan: Pemeriksaan, id_unggahan: str) -> Putusan:
    lengkap = f"{pesan} Berkasnya tersimpan; tidak ada angka yang berubah."
    return Putusan("tertahan", lengkap, id_unggahan, temuan=pemeriksaan.temuan)


def _tugas_impor(gudang: Gudang, pelaku: Pelaku, waktu: datetime) -> Tugas:
    """The penugasan under which somebody imports, for whichever office. Raises TidakBerhak."""
    nama, peran = IZIN["impor_rencana"]
    for satu in baca_tugas(gudang, pelaku, waktu.date()):
        if satu.peran in peran:
            return satu
    siapa = ", ".join(NAMA_PERAN[satu] for satu in peran)
    raise TidakBerhak(f"{nama} tidak termasuk tugas Anda. Yang dapat: {siapa}.")
