"""From stored rows to one indicator at the end of each triwulan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from analytics.aturan.agregasi import DAFTAR_AGREGASI, KUMULATIF, cara_gabung
from analytics.aturan.angka import bulatkan
from analytics.aturan.capaian import Capaian, Masukan, Pengaturan, Target
from analytics.aturan.periode import BELUM_ADA_DATA, BELUM_WAKTUNYA, TERISI, TIDAK_DIRENCANAKAN
from analytics.evaluasi.hasil import Asal, Indikator, Koreksi, Nilai, Triwulan
from data.gudang import Baris


def baca_nilai(baris: Mapping[str, Any], faktor: Decimal | None, skala: Mapping[str, Decimal | None]) -> Nilai:
    """One stored value, exact: pembilang / penyebut × faktor where given, a grade as its number, if it has one."""
    pembilang, penyebut, peringkat = baris.get("pembilang"), baris.get("penyebut"), baris.get("peringkat")
    if pembilang is not None and penyebut is not None and faktor is not None:
        return Nilai(Fraction(pembilang) / Fraction(penyebut) * Fraction(faktor), None, pembilang, penyebut)
    angka = baris["nilai"] if peringkat is None else skala.get(peringkat)
    return Nilai(None if angka is None else Fraction(angka), peringkat)


def baca_target(baris: Mapping[str, Any], skala: Mapping[str, Decimal | None]) -> Target:
    """The target of one stored row; a grade also carries the number of its scale, if any."""
    peringkat = baris["peringkat"]
    nilai = baris["nilai"] if peringkat is None else skala.get(peringkat)
    return Target(ringkas(nilai), ringkas(baris["bawah"]), ringkas(baris["atas"]), peringkat)


def nilai_berjalan(indikator: Indikator, kini: Triwulan) -> Nilai | None:
    """The value of the year so far: s/d the last report, None when a due triwulan that it needs is missing."""
    return kini.realisasi if kini.lengkap or not DAFTAR_AGREGASI[_gabung(indikator)].perlu_semua else None


def _gabung(indikator: Indikator) -> str:
    return cara_gabung(indikator.cara_isi, indikator.agregasi)


def gabungkan(agregasi: str, nilai: Sequence[Nilai]) -> Nilai | None:
    """Aggregate reported values in order of time; grades take the last one."""
    if not nilai:
        return None
    tepat = [satu.tepat for satu in nilai if satu.tepat is not None]
    if len(nilai) == 1 or agregasi == "nilai_akhir" or len(tepat) != len(nilai):
        return nilai[-1]
    return Nilai(DAFTAR_AGREGASI[agregasi].hitung(tepat))


def empat_triwulan(
    indikator: Indikator,
    ukuran: Mapping[tuple[int, str], Baris],
    lapor: Sequence[Baris],
    pengaturan: Pengaturan,
) -> tuple[Triwulan, Triwulan, Triwulan, Triwulan]:
    """The four triwulan of one indicator.

    `ukuran` are the rows of the question `capaian_triwulan` by (triwulan, dasar), `lapor` those of `realisasi_tahun`.
    """
    skala = pengaturan.skala_ordinal.get(indikator.skala_ordinal or "", {})
    terlapor = {baris["triwulan"]: baris for baris in lapor}
    nilai = {
        triwulan: baca_nilai(baris, indikator.faktor, skala)
        for triwulan, baris in terlapor.items()
        if baris["keadaan"] == TERISI
    }
    satu, dua, tiga, empat = (
        _triwulan(indikator, nomor, ukuran, terlapor, nilai, pengaturan) for nomor in (1, 2, 3, 4)
    )
    return satu, dua, tiga, empat


def _triwulan(
    indikator: Indikator,
    nomor: int,
    ukuran: Mapping[tuple[int, str], Baris],
    laporan: Mapping[int, Baris],
    nilai: Mapping[int, Nilai],
    pengaturan: Pengaturan,
) -> Triwulan:
    sd, tahun = ukuran[nomor, "sd"], ukuran.get((nomor, "tahun"))
    lampau = [nilai[triwulan] for triwulan in sorted(nilai) if triwulan <= nomor]
    realisasi = gabungkan(_gabung(indikator), lampau)
    dilaporkan, terlapor = nilai.get(nomor), laporan.get(nomor)
    target, target_tahun = _target_ukuran(sd), _target_ukuran(tahun)
    return Triwulan(
        triwulan=nomor,
        keadaan=_keadaan(sd),
        keadaan_sel=_keadaan_sel(nomor, sd, dilaporkan),
        dilaporkan=dilaporkan,
        sendiri=_sendiri(indikator, nomor, nilai),
        asal=None if terlapor is None else susun_asal(terlapor),
        alasan_kosong=_alasan(terlapor),
        posisi=sd["posisi"],
        lengkap=sd["lengkap"],
        realisasi=realisasi,
        target=target,
        capaian=_capaian(indikator, sd, realisasi, target, pengaturan),
        target_tahun=target_tahun,
        capaian_tahun=_capaian(indikator, tahun, realisasi, target_tahun, pengaturan),
        tercapai=sd["tercapai"],
        dokumen=sd["dokumen"],
        alasan_keadaan=_alasan(laporan.get(sd["posisi"])),
    )


def _alasan(baris: Baris | None) -> str | None:
    return baris["alasan"] if baris and baris["keadaan"] == BELUM_ADA_DATA else None


def _keadaan(sd: Baris) -> str:
    if not sd["direncanakan"]:
        return TIDAK_DIRENCANAKAN
    if sd["posisi"] is None:
        return BELUM_WAKTUNYA
    return TERISI if sd["terlapor"] else BELUM_ADA_DATA


def _keadaan_sel(nomor: int, sd: Baris, dilaporkan: Nilai | None) -> str:
    if dilaporkan is not None:
        return TERISI
    if not sd["direncanakan"]:
        return TIDAK_DIRENCANAKAN
    return BELUM_ADA_DATA if sd["posisi"] == nomor else BELUM_WAKTUNYA


def _sendiri(indikator: Indikator, nomor: int, nilai: Mapping[int, Nilai]) -> float | None:
    """The part of one triwulan alone; for *s/d triwulan* reports the difference to the last report before it."""
    kini = nilai.get(nomor)
    if kini is None or kini.tepat is None:
        return None
    lampau = [satu for satu in sorted(nilai) if satu < nomor]
    if indikator.cara_isi != KUMULATIF or not lampau:
        return float(kini.tepat)
    dasar = nilai[lampau[-1]].tepat
    return None if dasar is None else float(kini.tepat - dasar)


def susun_asal(baris: Baris) -> Asal:
    """Where a stored row of a kiriman came from."""
    return Asal(
        berkas=baris["nama_berkas"],
        lembar=baris["lembar"],
        sel=baris["sel"],
        id_kiriman=baris["id_kiriman"],
        versi=baris["versi"],
        diterima_pada=baris["diterima_pada"],
        koreksi=_koreksi(baris),
    )


def _koreksi(baris: Baris) -> Koreksi | None:
    if baris["koreksi_alasan"] is None:
        return None
    return Koreksi(*(baris[f"koreksi_{satu}"] for satu in ("lama", "baru", "alasan", "oleh", "pada")))


def _target_ukuran(baris: Baris | None) -> Target:
    if baris is None:
        return Target()
    if baris["target_peringkat"] is not None:
        return Target(nilai=ringkas(baris["target"]), peringkat=baris["target_peringkat"])
    return Target(ringkas(baris["target"]), ringkas(baris["bawah"]), ringkas(baris["atas"]))


def _capaian(
    indikator: Indikator, baris: Baris | None, realisasi: Nilai | None, target: Target, pengaturan: Pengaturan
) -> Capaian:
    if baris is None:
        return Capaian(indikator.rumus, None, None, None, "tanpa_target", None)
    if baris["mentah"] is None or realisasi is None or realisasi.tepat is None:
        return Capaian(indikator.rumus, None, None, None, baris["alasan"], None)
    nilai = bulatkan(baris["nilai"], pengaturan.desimal)
    return Capaian(
        rumus=indikator.rumus,
        mentah=baris["mentah"],
        nilai=nilai,
        predikat=pengaturan.skala.beri(nilai),
        alasan=None,
        masukan=Masukan(realisasi.tepat, target, pengaturan.kebijakan),
    )


def ringkas(nilai: Decimal | None) -> Decimal | None:
    """A stored DECIMAL without its trailing zeros, as people wrote it."""
    if nilai is None:
        return None
    return nilai.quantize(Decimal(1)) if nilai == nilai.to_integral_value() else nilai.normalize()
