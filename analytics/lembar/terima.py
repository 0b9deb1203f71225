"""Receives a workbook: checks it, and stores it with everything it says in one transaction, or only its refusal."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from analytics.aturan.angka import tulis_angka, tulis_rupiah
from analytics.aturan.periode import Periode
from analytics.lembar.baca import Buku, Pembaca, baca_buku
from analytics.lembar.bahan import UnitTidakDikenal, muat_bahan, muat_kantor
from analytics.lembar.format import Identitas
from analytics.lembar.hasil import BarisAnggaran, BarisRealisasi, Pemeriksaan
from analytics.lembar.kenali import bandingkan_permintaan, kenali
from analytics.lembar.periksa import IsiLembar, periksa
from analytics.lembar.temuan import Temuan, buat, urutkan
from data.gudang import Gudang, Peristiwa, SudahTercatat, Transaksi

Status = Literal["diterima", "perlu_alasan", "ditolak", "sudah_ada"]

_NAMA_BERKAS: Final = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff]")
_FORMAT_BARU: Final = "Unduh format baru dari Capaian dan pindahkan isiannya."


@dataclass(frozen=True)
class Perbedaan:
    """What the new versi changed: an indikator or a leaf (`jenis` anggaran), before and after, as people write it."""

    jenis: Literal["indikator", "anggaran"]
    kode: str
    sebelum: str
    sesudah: str


@dataclass(frozen=True)
class Putusan:
    """What became of a workbook.

    `id_objek` is the kiriman (diterima, sudah_ada) or the refusal (ditolak); `perlu_alasan` the peringatan that still
    lack a reason; `perbedaan` what changed against the versi before. `pesan` is one sentence for the sender.
    """

    status: Status
    pesan: str
    id_objek: str | None = None
    versi: int | None = None
    temuan: tuple[Temuan, ...] = ()
    perlu_alasan: tuple[Temuan, ...] = ()
    perbedaan: tuple[Perbedaan, ...] = ()


class _RencanaBerubah(Exception):
    """A plan was imported between the check and the write."""


class _SudahAda(Exception):
    """The same bytes are a kiriman already."""

    def __init__(self, kiriman: Mapping[str, Any]) -> None:
        super().__init__(kiriman["id_kiriman"])
        self.kiriman = kiriman


def periksa_berkas(
    gudang: Gudang,
    kode_pd: str,
    isi: bytes,
    nama_berkas: str,
    *,
    kode_unit: str | None = None,
    periode: Periode | None = None,
    pembaca: Pembaca | None = None,
) -> Pemeriksaan:
    """Guard, parse and check one uploaded file; nothing is stored.

    `kode_unit` and `periode` state which workbook was asked for, when it was one; `pembaca` is a running child process
    for bulk work. Never raises for the file's sake. Raises LookupError when the store has no such office.
    """
    kantor = muat_kantor(gudang, kode_pd)
    if kantor is None:
        raise LookupError(kode_pd)
    sampul = _Sampul(kode_pd, isi, nama_berkas, _versi_rencana(gudang, kode_pd))
    hasil = pembaca.baca(isi) if pembaca is not None else baca_buku(isi)
    if not isinstance(hasil, Buku):
        return sampul.tutup(IsiLembar(temuan=hasil))
    identitas = kenali(hasil, kantor)
    if isinstance(identitas, Temuan):
        return sampul.tutup(IsiLembar(temuan=(identitas,)))
    try:
        bahan = muat_bahan(gudang, kode_pd, identitas.kode_unit, identitas.periode)
    except UnitTidakDikenal:
        return sampul.tutup(IsiLembar(temuan=(_unit_asing(identitas, gudang),)), identitas)
    permintaan = tuple(bandingkan_permintaan(identitas, kode_unit, periode))
    return sampul.tutup(periksa(hasil, bahan, identitas), identitas, bahan.nama_unit, permintaan)


@dataclass(frozen=True)
class _Sampul:
    """The file that a check is about, and the plan in force when the check began."""

    kode_pd: str
    isi: bytes
    nama_berkas: str
    versi_rencana: int

    def tutup(
        self,
        hasil: IsiLembar,
        identitas: Identitas | None = None,
        nama_unit: str | None = None,
        tambahan: Sequence[Temuan] = (),
    ) -> Pemeriksaan:
        """Bind what the sheets say to the file."""
        return Pemeriksaan(
            kode_pd=self.kode_pd,
            nama_berkas=_NAMA_BERKAS.sub("", self.nama_berkas).strip()[:200] or "tanpa nama",
            isi=self.isi,
            sha256=hashlib.sha256(self.isi).hexdigest(),
            identitas=identitas,
            nama_unit=nama_unit,
            realisasi=hasil.realisasi,
            anggaran=hasil.anggaran,
            temuan=urutkan((*hasil.temuan, *tambahan)),
            alasan_tertulis=hasil.alasan,
            versi_rencana=self.versi_rencana,
        )


def _versi_rencana(gudang: Gudang | Transaksi, kode_pd: str) -> int:
    return int(gudang.kueri("versi_rencana", kode_pd=kode_pd)[0]["nomor"])


def _unit_asing(identitas: Identitas, gudang: Gudang) -> Temuan:
    dikenal = ", ".join(satu["kode_unit"] for satu in gudang.kueri("unit", kode_pd=identitas.kode_pd))
    pesan = f"Unit {identitas.kode_unit} tidak dikenal. Yang diharapkan salah satu dari: {dikenal}."
    return buat("unit_asing", pesan, _FORMAT_BARU)


def terima(
    gudang: Gudang,
    pemeriksaan: Pemeriksaan,
    alasan: Mapping[str, str],
    oleh: str,
    waktu: datetime,
    kunci: str,
) -> Putusan:
    """Store a checked workbook, or say why not.

    With a galat only the refusal is stored (its findings and the original bytes). Every peringatan needs a reason, from
    the workbook or from `alasan` by `Temuan.kunci`; without one nothing is stored and the caller asks. `kunci` makes a
    repeated call harmless: the second one answers what the first one did. Raises SudahTercatat when the kunci belongs
    to something else than a kiriman.
    """
    if pemeriksaan.identitas is None or not pemeriksaan.boleh_disimpan:
        return _tolak(gudang, pemeriksaan, oleh, waktu, kunci)
    ada = gudang.kueri("kiriman_sidik", kode_pd=pemeriksaan.kode_pd, sha256=pemeriksaan.sha256)
    if ada:
        return _sudah_ada(gudang, pemeriksaan, pemeriksaan.identitas, ada[0])
    kurang = pemeriksaan.perlu_alasan(alasan)
    if kurang:
        pesan = f"Ada {len(kurang)} peringatan yang perlu diberi alasan sebelum kiriman dapat diterima."
        return Putusan("perlu_alasan", pesan, temuan=pemeriksaan.temuan, perlu_alasan=kurang)
    return _simpan(gudang, pemeriksaan, pemeriksaan.identitas, alasan, oleh, waktu, kunci)


def _sudah_ada(gudang: Gudang, pemeriksaan: Pemeriksaan, identitas: Identitas, kiriman: Mapping[str, Any]) -> Putusan:
    """Nothing new; when a newer versi is in force the sender learns that, and how to go back."""
    berlaku = gudang.kueri(
        "kiriman_terakhir",
        kode_pd=pemeriksaan.kode_pd,
        kode_unit=identitas.kode_unit,
        tahun=identitas.tahun,
        triwulan=identitas.triwulan,
    )
    pesan = (
        f"Berkas ini sudah diterima sebagai kiriman {identitas.kode_unit} {identitas.periode.nama} "
        f"versi {kiriman['versi']}; tidak ada yang berubah."
    )
    if berlaku and berlaku[0]["versi"] > kiriman["versi"]:
        pesan += (
            f" Yang berlaku tetap versi {berlaku[0]['versi']}; untuk kembali ke isian ini, "
            "simpan ulang berkasnya dari aplikasi lembar kerja lalu kirim lagi."
        )
    return Putusan("sudah_ada", pesan, kiriman["id_kiriman"], kiriman["versi"])


def _simpan(
    gudang: Gudang,
    pemeriksaan: Pemeriksaan,
    identitas: Identitas,
    alasan: Mapping[str, str],
    oleh: str,
    waktu: datetime,
    kunci: str,
) -> Putusan:
    id_kiriman = f"K-{pemeriksaan.sha256[:16]}"
    rincian = _rincian(pemeriksaan)
    peristiwa = Peristiwa(pemeriksaan.kode_pd, oleh, "terima_kiriman", id_kiriman, rincian, waktu, kunci)
    try:
        with gudang.transaksi(peristiwa) as tx:
            if _versi_rencana(tx, pemeriksaan.kode_pd) != pemeriksaan.versi_rencana:
                raise _RencanaBerubah
            lama = _kiriman_lama(tx, pemeriksaan, identitas)
            versi = lama["versi"] + 1 if lama else 1
            rincian["versi"] = versi
            perbedaan = tuple(_bandingkan(tx, pemeriksaan, lama["id_kiriman"])) if lama else ()
            _tulis_kiriman(tx, pemeriksaan, identitas, id_kiriman, versi, oleh, waktu)
            _tulis_fakta(tx, pemeriksaan, identitas, id_kiriman, alasan)
            _tulis_temuan(tx, pemeriksaan, "kiriman", id_kiriman, alasan)
    except _RencanaBerubah:
        pesan = "Rencana kantor berubah sejak berkas ini diperiksa; tidak ada yang disimpan. Unggah lagi berkasnya."
        return Putusan("ditolak", pesan)
    except _SudahAda as kembar:
        return _sudah_ada(gudang, pemeriksaan, identitas, kembar.kiriman)
    except SudahTercatat:
        ada = gudang.kueri("kiriman_kunci", kode_pd=pemeriksaan.kode_pd, kunci=kunci)
        if not ada:
            raise
        return _sudah_ada(gudang, pemeriksaan, identitas, ada[0])
    pesan = f"Kiriman {identitas.kode_unit} {identitas.periode.nama} diterima sebagai versi {versi}."
    return Putusan("diterima", pesan, id_kiriman, versi, pemeriksaan.temuan, perbedaan=perbedaan)


def _rincian(pemeriksaan: Pemeriksaan) -> dict[str, Any]:
    """What the log says about the file. The versi is added inside the transaction, where it is known."""
    jumlah = dict.fromkeys(("galat", "peringatan", "info"), 0)
    for satu in pemeriksaan.temuan:
        jumlah[satu.tingkat] += 1
    rincian: dict[str, Any] = {
        "nama_berkas": pemeriksaan.nama_berkas,
        "sha256": pemeriksaan.sha256,
        "temuan": jumlah,
    }
    if pemeriksaan.identitas is not None:
        rincian["kode_unit"] = pemeriksaan.identitas.kode_unit
        rincian["periode"] = pemeriksaan.identitas.periode.singkat
    return rincian


def _kiriman_lama(tx: Transaksi, pemeriksaan: Pemeriksaan, identitas: Identitas) -> Mapping[str, Any] | None:
    """The newest kiriman of this unit and periode; raises _SudahAda when the bytes came in meanwhile."""
    ada = tx.kueri("kiriman_sidik", kode_pd=pemeriksaan.kode_pd, sha256=pemeriksaan.sha256)
    if ada:
        raise _SudahAda(ada[0])
    lama = tx.kueri(
        "kiriman_terakhir",
        kode_pd=pemeriksaan.kode_pd,
        kode_unit=identitas.kode_unit,
        tahun=identitas.tahun,
        triwulan=identitas.triwulan,
    )
    return lama[0] if lama else None


def _tulis_berkas(tx: Transaksi, pemeriksaan: Pemeriksaan) -> None:
    if not tx.kueri("berkas_ada", sha256=pemeriksaan.sha256):
        ukuran = len(pemeriksaan.isi)
        tx.tambah("berkas", [{"sha256": pemeriksaan.sha256, "isi": pemeriksaan.isi, "ukuran": ukuran}])


def _tulis_kiriman(
    tx: Transaksi,
    pemeriksaan: Pemeriksaan,
    identitas: Identitas,
    id_kiriman: str,
    versi: int,
    oleh: str,
    waktu: datetime,
) -> None:
    _tulis_berkas(tx, pemeriksaan)
    tx.tambah(
        "kiriman",
        [
            {
                "kode_pd": pemeriksaan.kode_pd,
                "id_kiriman": id_kiriman,
                "kode_unit": identitas.kode_unit,
                "tahun": identitas.tahun,
                "triwulan": identitas.triwulan,
                "versi": versi,
                "sha256": pemeriksaan.sha256,
                "nama_berkas": pemeriksaan.nama_berkas,
                "versi_format": identitas.versi_format,
                "diterima_pada": waktu,
                "oleh": oleh,
            }
        ],
    )


def _tulis_fakta(
    tx: Transaksi, pemeriksaan: Pemeriksaan, identitas: Identitas, id_kiriman: str, alasan: Mapping[str, str]
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


def _tulis_temuan(
    tx: Transaksi, pemeriksaan: Pemeriksaan, objek: str, id_objek: str, alasan: Mapping[str, str]
) -> None:
    tx.tambah(
        "temuan",
        [
            {
                "kode_pd": pemeriksaan.kode_pd,
                "objek": objek,
                "id_objek": id_objek,
                "nomor": nomor,
                "kode": satu.kode,
                "tingkat": satu.tingkat,
                "lembar": satu.lembar,
                "sel": satu.sel,
                "kode_indikator": satu.kode_indikator,
                "diketik": satu.diketik,
                "dipahami": satu.dipahami,
                "pesan": satu.pesan,
                "saran": satu.saran,
                "keadaan": "dijelaskan" if pemeriksaan.alasan_untuk(satu, alasan) else "baru",
                "alasan": pemeriksaan.alasan_untuk(satu, alasan),
            }
            for nomor, satu in enumerate(pemeriksaan.temuan, 1)
        ],
    )


def _tolak(gudang: Gudang, pemeriksaan: Pemeriksaan, oleh: str, waktu: datetime, kunci: str) -> Putusan:
    """Store the refusal: its findings, the original bytes, and who sent them when."""
    id_tolakan = f"T-{hashlib.sha256(kunci.encode()).hexdigest()[:16]}"
    peristiwa = Peristiwa(pemeriksaan.kode_pd, oleh, "tolak_kiriman", id_tolakan, _rincian(pemeriksaan), waktu, kunci)
    try:
        with gudang.transaksi(peristiwa) as tx:
            _tulis_berkas(tx, pemeriksaan)
            _tulis_temuan(tx, pemeriksaan, "tolakan", id_tolakan, {})
    except SudahTercatat:
        pass
    jumlah = sum(satu.tingkat == "galat" for satu in pemeriksaan.temuan)
    pesan = f"Berkas ditolak karena {jumlah} galat; tidak ada angka yang disimpan."
    return Putusan("ditolak", pesan, id_tolakan, temuan=pemeriksaan.temuan)


def _bandingkan(tx: Transaksi, pemeriksaan: Pemeriksaan, id_lama: str) -> Iterator[Perbedaan]:
    """What differs from the versi before, indicators first."""
    lama = {
        satu["kode_indikator"]: _tulis_lama(satu)
        for satu in tx.kueri("kiriman_realisasi", kode_pd=pemeriksaan.kode_pd, id_kiriman=id_lama)
    }
    baru = {satu.kode_indikator: satu.tulis() for satu in pemeriksaan.realisasi}
    yield from _selisih("indikator", lama, baru)
    uang_lama = {
        satu["kode_simpul"]: tulis_rupiah(satu["rupiah"])
        for satu in tx.kueri("kiriman_anggaran", kode_pd=pemeriksaan.kode_pd, id_kiriman=id_lama)
    }
    uang_baru = {
        satu.kode_simpul: "" if satu.rupiah is None else tulis_rupiah(satu.rupiah) for satu in pemeriksaan.anggaran
    }
    yield from _selisih("anggaran", uang_lama, uang_baru)


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
