"""Accepts a checked workbook: stores it with everything it says in one transaction, or says why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from analytics.acuan import Penanya
from analytics.aturan.angka import tulis_rupiah
from analytics.aturan.pecahan import tulis_laporan
from analytics.aturan.periode import NAMA_KEADAAN, TIDAK_ADA_KEJADIAN, Periode
from analytics.aturan.teks import alasan_sah
from analytics.lembar.bentuk.format import IdentitasFormat
from analytics.lembar.catat.kemajuan import Kemajuan
from analytics.lembar.catat.unggahan import (
    MENUNGGU,
    Pengiriman,
    Tercatat,
    baca_terakhir,
    baca_tercatat,
    cari_diperbaiki,
    cari_sama,
    cari_unggahan,
    catat,
    simpan_unggahan,
    tandai_diperbaiki,
    tanya_ulang,
    tulis_temuan,
)
from analytics.lembar.catat.wewenang import Wewenang
from analytics.lembar.periksa.hasil_periksa import BarisAnggaran, BarisRealisasi, HasilPeriksa
from analytics.temuan.butir import Temuan
from data.gudang import Gudang, Peristiwa, SudahTercatat, Transaksi

StatusKiriman = Literal["diterima", "siap", "perlu_alasan", "ditolak", "sudah_ada", "usang", "tertahan"]


@dataclass(frozen=True)
class Perbedaan:
    """What the new versi changed: an indikator or a leaf (`jenis` anggaran), before and after, as people write it."""

    jenis: Literal["indikator", "anggaran"]
    kode: str
    sebelum: str
    sesudah: str


@dataclass(frozen=True)
class PutusanKiriman:
    """What became of a workbook; `pesan` is one sentence for the sender.

    `status`: diterima; siap (on record, nothing asks for a reason); perlu_alasan; ditolak (it has a galat); sudah_ada
    (the same bytes are a kiriman already); usang (overtaken by a newer upload or plan, nothing was stored); tertahan
    (on record, but the SOP does not let it become a kiriman now; see `analytics.alur.kirim`).
    `id_unggahan` and `nomor` name the upload, `id_kiriman` and `versi` the kiriman; `perlu_alasan` are the peringatan
    that still lack a reason, `perbedaan` what changed against the versi before, `kemajuan` against the upload before.
    """

    status: StatusKiriman
    pesan: str
    id_unggahan: str | None = None
    nomor: int | None = None
    id_kiriman: str | None = None
    versi: int | None = None
    temuan: tuple[Temuan, ...] = ()
    perlu_alasan: tuple[Temuan, ...] = ()
    perbedaan: tuple[Perbedaan, ...] = ()
    kemajuan: Kemajuan | None = None


class TidakTersimpan(Exception):
    """Nothing new is to be stored, and nothing may be committed; `putusan` is what the sender is told instead."""

    def __init__(self, putusan: PutusanKiriman) -> None:
        super().__init__(putusan.pesan)
        self.putusan = putusan


_BERALASAN: Final = frozenset({"belum_ada_data", "tidak_ada_kejadian"})
"""The questions whose answer is kept with the figure, as the reason why there is none."""
_RENCANA_BERUBAH: Final = (
    "Rencana atau pengaturan berubah sejak berkas ini diperiksa; tidak ada yang disimpan. Unggah lagi berkasnya."
)
_ADA_YANG_BARU: Final = (
    "Ada unggahan yang lebih baru untuk unit dan periode ini; tidak ada yang disimpan. "
    "Unggah lagi berkas ini bila memang ini yang benar."
)


def unggah(tx: Transaksi, kirim: Pengiriman) -> PutusanKiriman:
    """Put a checked file on record and say what it lacks; no fact is stored before `terima`.

    Raises TidakTersimpan for a file that is on record already, and for a repeat of the same key.
    """
    ada = _kiriman_sama(tx, kirim.pemeriksaan)
    if ada is not None:
        raise TidakTersimpan(_sudah_ada(tx, kirim, ada))
    terakhir = baca_terakhir(tx, kirim.letak)
    tercatat = cari_unggahan(tx, kirim, terakhir)
    if tercatat is not None:
        raise TidakTersimpan(_putusan_unggah(kirim, tercatat))
    return _putusan_unggah(kirim, simpan_unggahan(tx, kirim, terakhir))


def terima(
    gudang: Gudang,
    pemeriksaan: HasilPeriksa,
    alasan: Mapping[str, str],
    oleh: str,
    waktu: datetime,
    kunci: str,
    id_unggahan: str | None = None,
) -> PutusanKiriman:
    """Store what a checked workbook says, or say why not, where no document of the SOP moves with it.

    With a galat, or a peringatan without a reason (from the workbook, or from `alasan` by `Temuan.kunci`), only the
    upload is on record. `id_unggahan` names an upload that waits for this decision; it must still be the newest of its
    unit and periode. `kunci` makes a repeated call harmless: the second one answers what the first one did. Raises
    SudahTercatat when the kunci belongs to something else than a kiriman or an upload.
    """
    kirim = Pengiriman(pemeriksaan, Wewenang(oleh), waktu, kunci, alasan)
    try:
        with gudang.transaksi() as tx:
            if not pemeriksaan.lengkap(alasan):
                return tanyakan(tx, kirim, id_unggahan)
            putusan = simpan_kiriman(tx, siapkan_kiriman(tx, kirim, id_unggahan))
            tx.catat(peristiwa_kiriman(kirim, putusan))
            return putusan
    except TidakTersimpan as tidak:
        return tidak.putusan


def tanyakan(tx: Transaksi, kirim: Pengiriman, id_unggahan: str | None) -> PutusanKiriman:
    """Put on record what a file that cannot become a kiriman lacks; no fact is stored.

    Raises TidakTersimpan where that is on record, UnggahanTidakAda for an `id_unggahan` that nobody knows.
    """
    if id_unggahan is None:
        return unggah(tx, kirim)
    ada = _kiriman_sama(tx, kirim.pemeriksaan)
    if ada is not None:
        raise TidakTersimpan(_sudah_ada(tx, kirim, ada))
    ditanya = tanya_ulang(tx, kirim, id_unggahan)
    putusan = _putusan_unggah(kirim, baca_tercatat(tx, kirim.pemeriksaan.kode_pd, id_unggahan))
    if not ditanya:
        raise TidakTersimpan(putusan)
    return putusan


def _kiriman_sama(tx: Transaksi, pemeriksaan: HasilPeriksa) -> Mapping[str, Any] | None:
    ada = tx.kueri("kiriman_sidik", kode_pd=pemeriksaan.kode_pd, sha256=pemeriksaan.sha256)
    return ada[0] if ada else None


def _putusan_unggah(kirim: Pengiriman, tercatat: Tercatat) -> PutusanKiriman:
    pemeriksaan = kirim.pemeriksaan
    kurang = pemeriksaan.perlu_alasan(kirim.alasan)
    status: StatusKiriman = "perlu_alasan" if kurang else "siap"
    pesan = "Berkas sudah diperiksa dan siap diterima."
    if kurang:
        pesan = _sebut_kurang(len(kurang), len(pemeriksaan.menunggu(kirim.alasan)))
    if pemeriksaan.identitas is None or not pemeriksaan.boleh_disimpan:
        jumlah = sum(temuan.tingkat == "galat" for temuan in pemeriksaan.temuan)
        status, pesan = "ditolak", f"Berkas ditolak karena {jumlah} galat; tidak ada angka yang disimpan."
    else:
        pesan = f"{pesan} {pemeriksaan.kalimat_isian}"
    return PutusanKiriman(
        status,
        pesan,
        tercatat.id_unggahan,
        tercatat.nomor,
        temuan=pemeriksaan.temuan,
        perlu_alasan=kurang if status == "perlu_alasan" else (),
        kemajuan=tercatat.kemajuan,
    )


def _sebut_kurang(kurang: int, menunggu: int) -> str:
    """What keeps a file from being accepted: what the unit is asked, and what it has answered already."""
    tegas = f"{menunggu} peringatan sudah dijelaskan unit dan {MENUNGGU}."
    if menunggu == kurang:
        return tegas
    ditanya = f"Ada {kurang - menunggu} peringatan yang perlu diberi alasan sebelum kiriman dapat diterima."
    return f"{ditanya} {tegas}" if menunggu else ditanya


def _sudah_ada(tx: Transaksi, kirim: Pengiriman, kiriman: Mapping[str, Any]) -> PutusanKiriman:
    """Nothing new; when a newer versi is in force the sender learns that, and how to go back."""
    milik = {nama: kiriman[nama] for nama in ("kode_unit", "tahun", "triwulan")}
    berlaku = tx.kueri("kiriman_terakhir", kode_pd=kirim.pemeriksaan.kode_pd, **milik)
    periode = Periode(kiriman["tahun"], kiriman["triwulan"]).nama
    pesan = (
        f"Berkas ini sudah diterima sebagai kiriman {kiriman['kode_unit']} {periode} "
        f"versi {kiriman['versi']}; tidak ada yang berubah."
    )
    if berlaku and berlaku[0]["versi"] > kiriman["versi"]:
        pesan += (
            f" Yang berlaku tetap versi {berlaku[0]['versi']}; untuk kembali ke isian ini, "
            "simpan ulang berkasnya dari aplikasi lembar kerja lalu kirim lagi."
        )
    elif tx.kueri("pilihan_bacaan", kode_pd=kirim.pemeriksaan.kode_pd, id_unggahan=kiriman["id_unggahan"]):
        pesan += " Bila bacaan yang dipilih dulu keliru, simpan ulang berkasnya di Excel, unggah, lalu pilih lagi."
    return PutusanKiriman(
        "sudah_ada",
        pesan,
        kiriman["id_unggahan"],
        kiriman["nomor"],
        kiriman["id_kiriman"],
        kiriman["versi"],
        kirim.pemeriksaan.temuan,
    )


@dataclass(frozen=True)
class CalonKiriman:
    """What a complete workbook becomes, known before anything of it is written.

    `id_unggahan` names the upload that becomes the kiriman, None when there is none yet; `versi` counts the kiriman of
    its unit and periode, and `id_lama` is the one before it.
    """

    kirim: Pengiriman
    identitas: IdentitasFormat
    id_kiriman: str
    versi: int
    id_unggahan: str | None
    id_lama: str | None


def siapkan_kiriman(tx: Transaksi, kirim: Pengiriman, id_unggahan: str | None) -> CalonKiriman:
    """Hold a complete workbook against what is stored; nothing is written.

    Raises TidakTersimpan for a kiriman that is stored already and for one that was overtaken, SudahTercatat when the
    kunci belongs to something else than a kiriman or an upload, ValueError for a workbook that is not complete.
    """
    pemeriksaan, identitas = kirim.pemeriksaan, kirim.pemeriksaan.identitas
    if identitas is None or not pemeriksaan.lengkap(kirim.alasan):
        raise ValueError(pemeriksaan.nama_berkas)
    _jaga(tx, kirim, id_unggahan)
    lama = tx.kueri("kiriman_terakhir", **kirim.letak)
    return CalonKiriman(
        kirim,
        identitas,
        f"K-{pemeriksaan.sha256[:16]}",
        lama[0]["versi"] + 1 if lama else 1,
        id_unggahan or _menunggu(tx, kirim),
        lama[0]["id_kiriman"] if lama else None,
    )


def _menunggu(tx: Transaksi, kirim: Pengiriman) -> str | None:
    """The upload of these very bytes that waits for a decision."""
    sama = cari_sama(tx, kirim, "menunggu", baca_terakhir(tx, kirim.letak))
    return sama.id_unggahan if sama else None


def simpan_kiriman(tx: Transaksi, calon: CalonKiriman) -> PutusanKiriman:
    """Store the facts of a complete workbook in a transaction that also gets its `peristiwa_kiriman`."""
    identitas, pemeriksaan = calon.identitas, calon.kirim.pemeriksaan
    perbedaan = () if calon.id_lama is None else tuple(_bandingkan(tx, pemeriksaan, calon.id_lama))
    tercatat = _catat_diterima(tx, calon)
    _tulis_kiriman(tx, calon)
    _tulis_fakta(tx, calon)
    return PutusanKiriman(
        "diterima",
        f"Kiriman {identitas.kode_unit} {identitas.periode.nama} diterima sebagai versi {calon.versi}. "
        f"{pemeriksaan.kalimat_isian}",
        tercatat.id_unggahan,
        tercatat.nomor,
        calon.id_kiriman,
        calon.versi,
        pemeriksaan.temuan,
        perbedaan=perbedaan,
        kemajuan=tercatat.kemajuan,
    )


def peristiwa_kiriman(kirim: Pengiriman, putusan: PutusanKiriman) -> Peristiwa:
    """The log entry of a kiriman that was stored. Raises ValueError for a workbook that did not become one."""
    if putusan.id_kiriman is None:
        raise ValueError(putusan.pesan)
    rincian = {"versi": putusan.versi, "unggahan": putusan.id_unggahan}
    return kirim.peristiwa("terima_kiriman", putusan.id_kiriman, kirim.rincian() | rincian)


def _jaga(tx: Transaksi, kirim: Pengiriman, id_unggahan: str | None) -> None:
    """Raises TidakTersimpan when the act was done before, or when the check does not hold any more."""
    if tx.kueri("peristiwa_kunci", kunci=kirim.kunci):
        raise TidakTersimpan(_ulangan(tx, kirim))
    ada = _kiriman_sama(tx, kirim.pemeriksaan)
    if ada is not None:
        raise TidakTersimpan(_sudah_ada(tx, kirim, ada))
    usang = _usang(tx, kirim, id_unggahan)
    if usang is not None:
        raise TidakTersimpan(PutusanKiriman("usang", usang, id_unggahan, temuan=kirim.pemeriksaan.temuan))


def _ulangan(tx: Transaksi, kirim: Pengiriman) -> PutusanKiriman:
    """What the first call with this key did."""
    tempat = {"kode_pd": kirim.pemeriksaan.kode_pd, "kunci": kirim.kunci}
    kiriman = tx.kueri("kiriman_kunci", **tempat)
    if kiriman:
        return _sudah_ada(tx, kirim, kiriman[0])
    unggahan = tx.kueri("unggahan_kunci", **tempat)
    if not unggahan:
        raise SudahTercatat(kirim.kunci, "")
    return _putusan_unggah(kirim, baca_tercatat(tx, kirim.pemeriksaan.kode_pd, unggahan[0]["id_unggahan"]))


def _usang(tx: Transaksi, kirim: Pengiriman, id_unggahan: str | None) -> str | None:
    """What came between the check and the write, as the sender is told; None when nothing did."""
    if int(tx.kueri("versi_bahan", kode_pd=kirim.pemeriksaan.kode_pd)[0]["rencana"]) != kirim.pemeriksaan.versi_rencana:
        return _RENCANA_BERUBAH
    if id_unggahan is None:
        return None
    ini = {"id_unggahan": id_unggahan, "sha256": kirim.pemeriksaan.sha256}
    terakhir = baca_terakhir(tx, kirim.letak)
    return None if any(ini.items() <= baris.items() for baris in terakhir) else _ADA_YANG_BARU


def _catat_diterima(tx: Transaksi, calon: CalonKiriman) -> Tercatat:
    """The upload that becomes the kiriman: the one that waits for it, or a new one."""
    kirim, id_lama = calon.kirim, calon.id_unggahan
    if id_lama is None:
        return catat(tx, kirim, "diterima", baca_terakhir(tx, kirim.letak), calon.id_kiriman)
    tempat = {"kode_pd": kirim.pemeriksaan.kode_pd, "id_unggahan": id_lama}
    tx.jalankan("unggahan_diterima", **tempat, id_kiriman=calon.id_kiriman)
    tx.jalankan("hapus_temuan", **tempat)
    tulis_temuan(tx, kirim, id_lama)
    tandai_diperbaiki(tx, kirim, id_lama, cari_diperbaiki(tx, kirim, id_lama, diterima=True))
    return Tercatat(id_lama, tx.kueri("unggahan_satu", **tempat)[0]["nomor"], None)


def _tulis_kiriman(tx: Transaksi, calon: CalonKiriman) -> None:
    kirim = calon.kirim
    baris = {
        **kirim.letak,
        "id_kiriman": calon.id_kiriman,
        "versi": calon.versi,
        "sha256": kirim.pemeriksaan.sha256,
        "nama_berkas": kirim.pemeriksaan.nama_berkas,
        "versi_format": calon.identitas.versi_format,
        "diterima_pada": kirim.waktu,
        "oleh": kirim.oleh,
    }
    tx.tambah("kiriman", [baris])


def _tulis_fakta(tx: Transaksi, calon: CalonKiriman) -> None:
    pemeriksaan, identitas = calon.kirim.pemeriksaan, calon.identitas
    dasar = {"kode_pd": pemeriksaan.kode_pd, "id_kiriman": calon.id_kiriman}
    waktu = {"tahun": identitas.tahun, "triwulan": identitas.triwulan}
    diberikan = _alasan_per_indikator(pemeriksaan, calon.kirim.alasan)
    tx.tambah(
        "realisasi",
        [
            {**dasar, **waktu, **_fakta_realisasi(realisasi, diberikan.get(realisasi.kode_indikator))}
            for realisasi in pemeriksaan.realisasi
            if realisasi.disimpan
        ],
    )
    tx.tambah(
        "realisasi_anggaran",
        [
            {**dasar, **waktu, **_fakta_anggaran(anggaran)}
            for anggaran in pemeriksaan.anggaran
            if anggaran.rupiah is not None
        ],
    )
    tx.tambah(
        "narasi",
        [
            {
                **dasar,
                "kode_indikator": baris.kode_indikator,
                "jenis": narasi.jenis,
                "isi": narasi.isi,
                "lembar": narasi.lembar,
                "sel": narasi.sel,
            }
            for baris in pemeriksaan.realisasi
            for narasi in baris.narasi
        ],
    )


def _alasan_per_indikator(pemeriksaan: HasilPeriksa, alasan: Mapping[str, str]) -> dict[str, str]:
    """The reason that was given on screen for a due indicator without data, or without anything to measure."""
    return {
        temuan.kode_indikator: diberikan
        for temuan in pemeriksaan.temuan
        if temuan.kode in _BERALASAN and temuan.kode_indikator is not None
        if (diberikan := alasan_sah(alasan.get(temuan.kunci))) is not None
    }


def _fakta_realisasi(realisasi: BarisRealisasi, alasan: str | None) -> dict[str, Any]:
    return {
        "kode_indikator": realisasi.kode_indikator,
        "keadaan": realisasi.keadaan,
        "nilai": realisasi.nilai,
        "pembilang": realisasi.pembilang,
        "penyebut": realisasi.penyebut,
        "peringkat": realisasi.peringkat,
        "alasan": realisasi.alasan or alasan,
        "diketik": realisasi.diketik,
        "lembar": realisasi.lembar,
        "sel": realisasi.sel,
    }


def _fakta_anggaran(anggaran: BarisAnggaran) -> dict[str, Any]:
    return {
        "kode_simpul": anggaran.kode_simpul,
        "rupiah": anggaran.rupiah,
        "lembar": anggaran.lembar,
        "sel": anggaran.sel,
    }


def _bandingkan(tx: Transaksi, pemeriksaan: HasilPeriksa, id_lama: str) -> Iterator[Perbedaan]:
    """What differs from the versi before, indicators first."""
    lama, uang_lama = _tersimpan(tx, pemeriksaan.kode_pd, id_lama)
    yield from _selisih(
        "indikator", lama, {realisasi.kode_indikator: realisasi.tulis() for realisasi in pemeriksaan.realisasi}
    )
    uang_baru = {
        anggaran.kode_simpul: "" if anggaran.rupiah is None else tulis_rupiah(anggaran.rupiah)
        for anggaran in pemeriksaan.anggaran
    }
    yield from _selisih("anggaran", uang_lama, uang_baru)


def bandingkan_kiriman(penanya: Penanya, kode_pd: str, id_lama: str, id_baru: str) -> tuple[Perbedaan, ...]:
    """What one stored kiriman changed against another, indicators first."""
    lama, uang_lama = _tersimpan(penanya, kode_pd, id_lama)
    baru, uang_baru = _tersimpan(penanya, kode_pd, id_baru)
    return (*_selisih("indikator", lama, baru), *_selisih("anggaran", uang_lama, uang_baru))


def _tersimpan(penanya: Penanya, kode_pd: str, id_kiriman: str) -> tuple[dict[str, str], dict[str, str]]:
    """What a kiriman says by indikator and by leaf, as people write it."""
    milik = {"kode_pd": kode_pd, "id_kiriman": id_kiriman}
    indikator = {
        realisasi["kode_indikator"]: _tulis_lama(realisasi) for realisasi in penanya.kueri("kiriman_realisasi", **milik)
    }
    uang = {
        anggaran["kode_simpul"]: tulis_rupiah(anggaran["rupiah"])
        for anggaran in penanya.kueri("kiriman_anggaran", **milik)
    }
    return indikator, uang


def _selisih(
    jenis: Literal["indikator", "anggaran"], lama: Mapping[str, str], baru: Mapping[str, str]
) -> Iterator[Perbedaan]:
    for kode in dict.fromkeys((*baru, *lama)):
        sebelum, sesudah = lama.get(kode, ""), baru.get(kode, "")
        if sebelum != sesudah:
            yield Perbedaan(jenis, kode, sebelum, sesudah)


def _tulis_lama(realisasi: Mapping[str, Any]) -> str:
    if realisasi["keadaan"] == TIDAK_ADA_KEJADIAN:
        return NAMA_KEADAAN[TIDAK_ADA_KEJADIAN]
    return tulis_laporan(*(realisasi[kolom] for kolom in ("nilai", "pembilang", "penyebut", "peringkat")))
