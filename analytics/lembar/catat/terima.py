"""Accepts a checked workbook: stores it with everything it says in one transaction, or says why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from analytics.acuan import Penanya
from analytics.aturan.angka import tulis_angka, tulis_rupiah
from analytics.aturan.periode import Periode
from analytics.lembar.bentuk.format import IdentitasFormat
from analytics.lembar.catat.kemajuan import Kemajuan
from analytics.lembar.catat.unggahan import (
    Pengiriman,
    Tercatat,
    baca_tercatat,
    cari_sama,
    catat,
    simpan_unggahan,
    tandai_diperbaiki,
    tanya_ulang,
    tulis_temuan,
)
from analytics.lembar.catat.wewenang import Wewenang
from analytics.lembar.periksa.pemeriksaan import BarisAnggaran, BarisRealisasi, Pemeriksaan
from analytics.temuan.butir import Temuan
from data.gudang import Gudang, SudahTercatat, Transaksi

Status = Literal["diterima", "siap", "perlu_alasan", "ditolak", "sudah_ada", "usang", "tertahan"]


@dataclass(frozen=True)
class Perbedaan:
    """What the new versi changed: an indikator or a leaf (`jenis` anggaran), before and after, as people write it."""

    jenis: Literal["indikator", "anggaran"]
    kode: str
    sebelum: str
    sesudah: str


@dataclass(frozen=True)
class Putusan:
    """What became of a workbook; `pesan` is one sentence for the sender.

    `status`: diterima; siap (on record, nothing asks for a reason); perlu_alasan; ditolak (it has a galat); sudah_ada
    (the same bytes are a kiriman already); usang (overtaken by a newer upload or plan, nothing was stored); tertahan
    (on record, but the SOP does not let it become a kiriman now; see `analytics.alur.kirim`).
    `id_unggahan` and `nomor` name the upload, `id_kiriman` and `versi` the kiriman; `perlu_alasan` are the peringatan
    that still lack a reason, `perbedaan` what changed against the versi before, `kemajuan` against the upload before.
    """

    status: Status
    pesan: str
    id_unggahan: str | None = None
    nomor: int | None = None
    id_kiriman: str | None = None
    versi: int | None = None
    temuan: tuple[Temuan, ...] = ()
    perlu_alasan: tuple[Temuan, ...] = ()
    perbedaan: tuple[Perbedaan, ...] = ()
    kemajuan: Kemajuan | None = None


class _Usang(Exception):
    """A plan or a newer upload came between the check and the write; the message is the sentence for the sender."""


class _SudahAda(Exception):
    """The same bytes are a kiriman already."""

    def __init__(self, kiriman: Mapping[str, Any]) -> None:
        super().__init__(kiriman["id_kiriman"])
        self.kiriman = kiriman


_RENCANA_BERUBAH: Final = (
    "Rencana atau pengaturan berubah sejak berkas ini diperiksa; tidak ada yang disimpan. Unggah lagi berkasnya."
)
_ADA_YANG_BARU: Final = (
    "Ada unggahan yang lebih baru untuk unit dan periode ini; tidak ada yang disimpan. "
    "Unggah lagi berkas ini bila memang ini yang benar."
)


def unggah(gudang: Gudang, pemeriksaan: Pemeriksaan, oleh: str | Wewenang, waktu: datetime, kunci: str) -> Putusan:
    """Put a checked file on record and say what it lacks; no fact is stored before `terima`.

    `kunci` makes a repeated call harmless, and the same file again is the same upload.
    """
    kirim = Pengiriman(pemeriksaan, Wewenang.dari(oleh), waktu, kunci)
    ada = _kiriman_sama(gudang, pemeriksaan)
    if ada is not None:
        return _sudah_ada(gudang, kirim, ada)
    return _putusan_unggah(kirim, simpan_unggahan(gudang, kirim))


def terima(
    gudang: Gudang,
    pemeriksaan: Pemeriksaan,
    alasan: Mapping[str, str],
    oleh: str | Wewenang,
    waktu: datetime,
    kunci: str,
    id_unggahan: str | None = None,
) -> Putusan:
    """Store what a checked workbook says, or say why not.

    With a galat, or a peringatan without a reason (from the workbook, or from `alasan` by `Temuan.kunci`), only the
    upload is on record. `id_unggahan` names an upload that waits for this decision; it must still be the newest of its
    unit and periode. `kunci` makes a repeated call harmless: the second one answers what the first one did. Raises
    SudahTercatat when the kunci belongs to something else than a kiriman or an upload.
    """
    kirim = Pengiriman(pemeriksaan, Wewenang.dari(oleh), waktu, kunci, alasan)
    identitas = pemeriksaan.identitas
    if identitas is not None and pemeriksaan.boleh_disimpan and not pemeriksaan.perlu_alasan(alasan):
        return _simpan(gudang, kirim, identitas, id_unggahan)
    ada = _kiriman_sama(gudang, pemeriksaan)
    if ada is not None:
        return _sudah_ada(gudang, kirim, ada)
    if id_unggahan is not None:
        return _putusan_unggah(kirim, tanya_ulang(gudang, kirim, id_unggahan))
    return _putusan_unggah(kirim, simpan_unggahan(gudang, kirim))


def _kiriman_sama(gudang: Gudang | Transaksi, pemeriksaan: Pemeriksaan) -> Mapping[str, Any] | None:
    ada = gudang.kueri("kiriman_sidik", kode_pd=pemeriksaan.kode_pd, sha256=pemeriksaan.sha256)
    return ada[0] if ada else None


def _putusan_unggah(kirim: Pengiriman, tercatat: Tercatat) -> Putusan:
    pemeriksaan = kirim.pemeriksaan
    kurang = pemeriksaan.perlu_alasan(kirim.alasan)
    status: Status = "perlu_alasan" if kurang else "siap"
    pesan = "Berkas sudah diperiksa dan siap diterima."
    if kurang:
        pesan = f"Ada {len(kurang)} peringatan yang perlu diberi alasan sebelum kiriman dapat diterima."
    if pemeriksaan.identitas is None or not pemeriksaan.boleh_disimpan:
        jumlah = sum(satu.tingkat == "galat" for satu in pemeriksaan.temuan)
        status, pesan = "ditolak", f"Berkas ditolak karena {jumlah} galat; tidak ada angka yang disimpan."
    return Putusan(
        status,
        pesan,
        tercatat.id_unggahan,
        tercatat.nomor,
        temuan=pemeriksaan.temuan,
        perlu_alasan=kurang if status == "perlu_alasan" else (),
        kemajuan=tercatat.kemajuan,
    )


def _sudah_ada(gudang: Gudang, kirim: Pengiriman, kiriman: Mapping[str, Any]) -> Putusan:
    """Nothing new; when a newer versi is in force the sender learns that, and how to go back."""
    milik = {nama: kiriman[nama] for nama in ("kode_unit", "tahun", "triwulan")}
    berlaku = gudang.kueri("kiriman_terakhir", kode_pd=kirim.pemeriksaan.kode_pd, **milik)
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
    elif gudang.kueri("pilihan_bacaan", kode_pd=kirim.pemeriksaan.kode_pd, id_unggahan=kiriman["id_unggahan"]):
        pesan += " Bila bacaan yang dipilih dulu keliru, simpan ulang berkasnya di Excel, unggah, lalu pilih lagi."
    return Putusan(
        "sudah_ada",
        pesan,
        kiriman["id_unggahan"],
        kiriman["nomor"],
        kiriman["id_kiriman"],
        kiriman["versi"],
        kirim.pemeriksaan.temuan,
    )


def _simpan(gudang: Gudang, kirim: Pengiriman, identitas: IdentitasFormat, id_unggahan: str | None) -> Putusan:
    pemeriksaan = kirim.pemeriksaan
    id_kiriman = f"K-{pemeriksaan.sha256[:16]}"
    isi = kirim.rincian()
    try:
        with gudang.transaksi(kirim.peristiwa("terima_kiriman", id_kiriman, isi)) as tx:
            _jaga(tx, kirim, id_unggahan)
            lama = tx.kueri("kiriman_terakhir", **kirim.letak)
            versi = lama[0]["versi"] + 1 if lama else 1
            tercatat = _catat_diterima(tx, kirim, id_unggahan, id_kiriman)
            isi |= {"versi": versi, "unggahan": tercatat.id_unggahan}
            perbedaan = tuple(_bandingkan(tx, pemeriksaan, lama[0]["id_kiriman"])) if lama else ()
            _tulis_kiriman(tx, kirim, identitas, id_kiriman, versi)
            _tulis_fakta(tx, pemeriksaan, identitas, id_kiriman, kirim.alasan)
            kirim.jaga(tx)
    except _Usang as usang:
        return Putusan("usang", str(usang), id_unggahan, temuan=pemeriksaan.temuan)
    except _SudahAda as kembar:
        return _sudah_ada(gudang, kirim, kembar.kiriman)
    except SudahTercatat:
        return _ulangan(gudang, kirim)
    pesan = f"Kiriman {identitas.kode_unit} {identitas.periode.nama} diterima sebagai versi {versi}."
    return Putusan(
        "diterima",
        pesan,
        tercatat.id_unggahan,
        tercatat.nomor,
        id_kiriman,
        versi,
        pemeriksaan.temuan,
        perbedaan=perbedaan,
        kemajuan=tercatat.kemajuan,
    )


def _ulangan(gudang: Gudang, kirim: Pengiriman) -> Putusan:
    """What the first call with this key did."""
    tempat = {"kode_pd": kirim.pemeriksaan.kode_pd, "kunci": kirim.kunci}
    kiriman = gudang.kueri("kiriman_kunci", **tempat)
    if kiriman:
        return _sudah_ada(gudang, kirim, kiriman[0])
    unggahan = gudang.kueri("unggahan_kunci", **tempat)
    if not unggahan:
        raise SudahTercatat(kirim.kunci, "")
    tercatat = baca_tercatat(gudang, kirim.pemeriksaan.kode_pd, unggahan[0]["id_unggahan"])
    return _putusan_unggah(kirim, tercatat)


def _jaga(tx: Transaksi, kirim: Pengiriman, id_unggahan: str | None) -> None:
    """Raises _Usang or _SudahAda when the check does not hold any more."""
    ada = _kiriman_sama(tx, kirim.pemeriksaan)
    if ada is not None:
        raise _SudahAda(ada)
    if int(tx.kueri("versi_bahan", kode_pd=kirim.pemeriksaan.kode_pd)[0]["rencana"]) != kirim.pemeriksaan.versi_rencana:
        raise _Usang(_RENCANA_BERUBAH)
    if id_unggahan is not None:
        terakhir = tx.kueri("unggahan_terakhir", **kirim.letak)
        ini = {"id_unggahan": id_unggahan, "sha256": kirim.pemeriksaan.sha256}
        if not any(ini.items() <= satu.items() for satu in terakhir):
            raise _Usang(_ADA_YANG_BARU)


def _catat_diterima(tx: Transaksi, kirim: Pengiriman, id_unggahan: str | None, id_kiriman: str) -> Tercatat:
    """The upload that becomes the kiriman: the one that waits for it, or a new one."""
    id_lama = id_unggahan
    if id_lama is None:
        menunggu = cari_sama(tx, kirim, "menunggu")
        id_lama = menunggu.id_unggahan if menunggu else None
    if id_lama is None:
        return catat(tx, kirim, "diterima", id_kiriman)
    tempat = {"kode_pd": kirim.pemeriksaan.kode_pd, "id_unggahan": id_lama}
    tx.jalankan("unggahan_diterima", **tempat, id_kiriman=id_kiriman)
    tx.jalankan("hapus_temuan", **tempat)
    tulis_temuan(tx, kirim, id_lama)
    tandai_diperbaiki(tx, kirim, id_lama, diterima=True)
    return Tercatat(id_lama, tx.kueri("unggahan_satu", **tempat)[0]["nomor"], None)


def _tulis_kiriman(tx: Transaksi, kirim: Pengiriman, identitas: IdentitasFormat, id_kiriman: str, versi: int) -> None:
    baris = {
        **kirim.letak,
        "id_kiriman": id_kiriman,
        "versi": versi,
        "sha256": kirim.pemeriksaan.sha256,
        "nama_berkas": kirim.pemeriksaan.nama_berkas,
        "versi_format": identitas.versi_format,
        "diterima_pada": kirim.waktu,
        "oleh": kirim.oleh,
    }
    tx.tambah("kiriman", [baris])


def _tulis_fakta(
    tx: Transaksi, pemeriksaan: Pemeriksaan, identitas: IdentitasFormat, id_kiriman: str, alasan: Mapping[str, str]
) -> None:
    dasar = {"kode_pd": pemeriksaan.kode_pd, "id_kiriman": id_kiriman}
    waktu = {"tahun": identitas.tahun, "triwulan": identitas.triwulan}
    diberikan = _alasan_per_indikator(pemeriksaan, alasan)
    tx.tambah(
        "realisasi",
        [
            {**dasar, **waktu, **_fakta_realisasi(satu, diberikan.get(satu.kode_indikator))}
            for satu in pemeriksaan.realisasi
            if satu.disimpan
        ],
    )
    tx.tambah(
        "realisasi_anggaran",
        [{**dasar, **waktu, **_fakta_anggaran(satu)} for satu in pemeriksaan.anggaran if satu.rupiah is not None],
    )
    tx.tambah(
        "narasi",
        [
            {
                **dasar,
                "kode_indikator": baris.kode_indikator,
                "jenis": satu.jenis,
                "isi": satu.isi,
                "lembar": satu.lembar,
                "sel": satu.sel,
            }
            for baris in pemeriksaan.realisasi
            for satu in baris.narasi
        ],
    )


def _alasan_per_indikator(pemeriksaan: Pemeriksaan, alasan: Mapping[str, str]) -> dict[str, str]:
    """The reason that was given on screen for a due indicator without data."""
    return {
        satu.kode_indikator: alasan[satu.kunci].strip()
        for satu in pemeriksaan.temuan
        if satu.kode == "belum_ada_data" and satu.kode_indikator is not None and satu.kunci in alasan
    }


def _fakta_realisasi(satu: BarisRealisasi, alasan: str | None) -> dict[str, Any]:
    return {
        "kode_indikator": satu.kode_indikator,
        "keadaan": satu.keadaan,
        "nilai": satu.nilai,
        "pembilang": satu.pembilang,
        "penyebut": satu.penyebut,
        "peringkat": satu.peringkat,
        "alasan": satu.alasan or alasan,
        "diketik": satu.diketik,
        "lembar": satu.lembar,
        "sel": satu.sel,
    }


def _fakta_anggaran(satu: BarisAnggaran) -> dict[str, Any]:
    return {"kode_simpul": satu.kode_simpul, "rupiah": satu.rupiah, "lembar": satu.lembar, "sel": satu.sel}


def _bandingkan(tx: Transaksi, pemeriksaan: Pemeriksaan, id_lama: str) -> Iterator[Perbedaan]:
    """What differs from the versi before, indicators first."""
    lama, uang_lama = _tersimpan(tx, pemeriksaan.kode_pd, id_lama)
    yield from _selisih("indikator", lama, {satu.kode_indikator: satu.tulis() for satu in pemeriksaan.realisasi})
    uang_baru = {
        satu.kode_simpul: "" if satu.rupiah is None else tulis_rupiah(satu.rupiah) for satu in pemeriksaan.anggaran
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
    indikator = {satu["kode_indikator"]: _tulis_lama(satu) for satu in penanya.kueri("kiriman_realisasi", **milik)}
    uang = {satu["kode_simpul"]: tulis_rupiah(satu["rupiah"]) for satu in penanya.kueri("kiriman_anggaran", **milik)}
    return indikator, uang


def _selisih(
    jenis: Literal["indikator", "anggaran"], lama: Mapping[str, str], baru: Mapping[str, str]
) -> Iterator[Perbedaan]:
    for kode in dict.fromkeys((*baru, *lama)):
        sebelum, sesudah = lama.get(kode, ""), baru.get(kode, "")
        if sebelum != sesudah:
            yield Perbedaan(jenis, kode, sebelum, sesudah)


def _tulis_lama(satu: Mapping[str, Any]) -> str:
    if satu["peringkat"] is not None:
        return str(satu["peringkat"])
    if satu["pembilang"] is not None:
        return f"{tulis_angka(satu['pembilang'])} / {tulis_angka(satu['penyebut'])}"
    return "" if satu["nilai"] is None else tulis_angka(satu["nilai"])
