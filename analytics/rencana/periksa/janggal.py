"""What stands in a plan but was probably meant otherwise: each question offers what that may have been."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from statistics import median
from typing import Any, Final

from analytics.aturan.agregasi import DAFTAR_AGREGASI, RASIO
from analytics.aturan.angka import satuan_rupiah, tulis_angka, tulis_ketikan, tulis_rupiah
from analytics.aturan.satuan import dugaan_satuan, tak_dijumlah
from analytics.rencana.baris import NilaiRencana, Pagu, Riwayat, TargetRencana
from analytics.rencana.periksa.konteks import KonteksRencana
from analytics.rencana.periksa.makna import tulis_nilai
from analytics.rencana.periksa.pagu_ganda import soal_berulang, soal_kembar
from analytics.rencana.periksa.sasaran import soal_sasaran
from analytics.rencana.periksa.turunan import periksa_turunan
from analytics.rencana.pilihan import KONDISI_AKHIR, TAHUNAN
from analytics.rencana.soal import BacaanSoal, Soal, kelompokkan, sebut_tahun, susun_soal, tanpa

_TIDAK_DIRENCANAKAN: Final = "tidak direncanakan"
_BUKAN_INDIKATOR: Final = "bukan nilai indikator"
_PAGU_KECIL: Final = Decimal(100_000)
"""Rupiah below which a pagu is probably written in thousands or millions."""
_RUPIAH_TERKECIL: Final = Decimal(100_000)
"""Below it a kondisi awal is not taken for an amount of money."""
_KALI_RUPIAH: Final = 1_000
"""How many times its targets a kondisi awal is that is an amount of money."""
_KALI_JAUH: Final = 50
"""How many times the other years a target is that is probably a slip."""
_KALI_KONDISI: Final = 10
"""How many times its first target, or what part of it, a kondisi awal is that is asked about."""
_KALI: Final = tuple(Decimal(kali) for kali in ("100", "0.01", "1000", "0.001", "1000000", "0.000001"))
"""By what a number is wrong that was typed in another scale."""
_Bertarget = dict[str, list[TargetRencana]]


def periksa_janggal(konteks: KonteksRencana) -> Iterator[Soal]:
    """Every question that offers a reading."""
    yield from soal_sasaran(konteks)
    yield from soal_berulang(konteks)
    yield from soal_kembar(konteks)
    yield from _target_nol(konteks)
    yield from _target_tanpa_pagu(konteks)
    bertarget = _bertarget(konteks)
    yield from _target_pecahan(konteks, bertarget)
    yield from _target_jauh(bertarget)
    yield from _target_rupiah(konteks, bertarget)
    yield from _pagu_kecil(konteks)
    for riwayat in konteks.rencana.riwayat:
        yield from _riwayat(konteks, riwayat, bertarget.get(riwayat.indikator, []))
    yield from _satuan(konteks)
    yield from _agregasi(konteks)
    yield from _antartahun(konteks)
    yield from periksa_turunan(konteks)


def _target_nol(konteks: KonteksRencana) -> Iterator[Soal]:
    """0 for a year in which nothing is planned: it would be asked for every triwulan and judged as missed."""
    nol = [target for target in konteks.target_tahun if target.nilai.nilai == 0 and _janggal_nol(konteks, target)]
    for kode, semua in kelompokkan(nol, lambda target: target.indikator).items():
        masa = {(target.dokumen, target.tahun) for target in semua}
        baris = [
            target
            for target in konteks.target_indikator(kode)
            if target.nilai.nilai == 0 and (target.dokumen, target.tahun) in masa
        ]
        tanpa_uang = all(konteks.pagu_indikator(target) == 0 for target in semua)
        pesan = f"Target {kode} 0 pada {sebut_tahun(semua)}{'; pagunya juga 0' if tanpa_uang else ''}."
        saran = "Kosongkan bila tidak direncanakan; bila memang ditargetkan 0, beri alasan."
        yield susun_soal(
            "target_nol",
            kode,
            pesan,
            saran,
            semua[0].asal,
            (tanpa(_TIDAK_DIRENCANAKAN, baris),),
            diketik="0",
            kode_indikator=kode,
        )


def _janggal_nol(konteks: KonteksRencana, target: TargetRencana) -> bool:
    aturan = konteks.aturan.get((target.indikator, target.tahun))
    naik = aturan is not None and aturan.polaritas == "naik"
    return naik or konteks.pagu_indikator(target) == 0


def _target_tanpa_pagu(konteks: KonteksRencana) -> Iterator[Soal]:
    """What is to be reached without any money: not planned, or the money was forgotten."""
    semua = [
        target
        for target in konteks.target_tahun
        if target.nilai.nilai != 0 and target.indikator in konteks.indikator and konteks.tanpa_pagu(target)
    ]
    for kode, sesimpul in kelompokkan(semua, lambda target: konteks.indikator[target.indikator].simpul).items():
        masa = {(target.dokumen, target.tahun) for target in sesimpul}
        milik = dict.fromkeys(target.indikator for target in sesimpul)
        baris = [
            target
            for indikator in milik
            for target in konteks.target_indikator(indikator)
            if (target.dokumen, target.tahun) in masa
        ]
        pesan = f"{kode} bertarget pada {sebut_tahun(sesimpul)}, tetapi pagunya 0 atau tidak ada."
        saran = "Isi pagunya; bila tidak direncanakan, kosongkan targetnya; bila memang tanpa anggaran, beri alasan."
        bacaan = (tanpa(_TIDAK_DIRENCANAKAN, baris),)
        yield susun_soal(
            "target_tanpa_pagu", kode, pesan, saran, sesimpul[0].asal, bacaan, kode_indikator=sesimpul[0].indikator
        )


def _target_pecahan(konteks: KonteksRencana, bertarget: _Bertarget) -> Iterator[Soal]:
    """Percentages of which every year is a fraction, such as 0,95."""
    for kode, semua in bertarget.items():
        aturan = konteks.aturan.get((kode, semua[0].tahun))
        if not konteks.indikator[kode].persen or aturan is None or aturan.polaritas != "naik":
            continue
        if all(0 < _angka(target) <= 1 for target in semua):
            pesan = f"Target {kode} {tulis_angka(_angka(semua[0]))} persen pada {sebut_tahun(semua)}."
            saran = f"Tulis {tulis_ketikan(_angka(semua[0]) * 100)} bila itu yang dimaksud; bila benar, beri alasan."
            bacaan = (BacaanSoal("dikalikan 100", tuple(_kalikan(konteks.target_indikator(kode), Decimal(100)))),)
            yield susun_soal("target_pecahan", kode, pesan, saran, semua[0].asal, bacaan, kode_indikator=kode)


def _target_jauh(bertarget: _Bertarget) -> Iterator[Soal]:
    """One year in another scale than the others."""
    for kode, semua in bertarget.items():
        tengah = median(_angka(target) for target in semua)
        jauh = [target for target in semua if not tengah / _KALI_JAUH < _angka(target) < tengah * _KALI_JAUH]
        if jauh and len(semua) > len(jauh):
            angka = _angka(jauh[0])
            pesan = f"Target {kode} {tulis_angka(angka)} pada {sebut_tahun(jauh)} jauh dari tahun lainnya."
            saran = f"Periksa angkanya (tahun lain sekitar {tulis_angka(tengah)}); bila benar, beri alasan."
            kali = next((kali for kali in _KALI if tengah / 2 <= angka * kali <= tengah * 2), None)
            bacaan = () if kali is None else (BacaanSoal(tulis_ketikan(angka * kali), tuple(_kalikan(jauh, kali))),)
            yield susun_soal("target_jauh", kode, pesan, saran, jauh[0].asal, bacaan, kode_indikator=kode)


def _bertarget(konteks: KonteksRencana) -> _Bertarget:
    """The targets of a year that are one number above 0, by indicator."""
    angka = (
        t for t in konteks.target_tahun if t.nilai.nilai and t.nilai.nilai > 0 and t.indikator in konteks.indikator
    )
    return kelompokkan(angka, lambda target: target.indikator)


def _angka(target: TargetRencana) -> Decimal:
    return target.nilai.nilai or Decimal(0)


def _kalikan(semua: Sequence[TargetRencana], kali: Decimal) -> Iterator[tuple[TargetRencana, TargetRencana]]:
    for target in semua:
        if target.nilai.nilai is not None:
            yield target, replace(target, nilai=replace(target.nilai, nilai=target.nilai.nilai * kali, desimal=None))


def _target_rupiah(konteks: KonteksRencana, bertarget: _Bertarget) -> Iterator[Soal]:
    """The very pagu of its node where the target belongs."""
    for kode, semua in bertarget.items():
        sama = [
            target
            for target in semua
            if _angka(target) >= _RUPIAH_TERKECIL and konteks.pagu_indikator(target) == target.nilai.nilai
        ]
        if sama and not satuan_rupiah(konteks.indikator[kode].satuan):
            angka = tulis_angka(_angka(sama[0]))
            pesan = f"Target {kode} {angka} pada {sebut_tahun(sama)} sama persis dengan pagunya."
            yield susun_soal("target_rupiah", kode, pesan, _KOLOM_TERTUKAR, sama[0].asal, kode_indikator=kode)


_KOLOM_TERTUKAR: Final = "Periksa apakah kolom target dan pagu tertukar; bila benar, beri alasan."


def _pagu_kecil(konteks: KonteksRencana) -> Iterator[Soal]:
    """Money in thousands or millions: less than anything costs, or a thousandth of the same row in another year."""
    per_simpul = kelompokkan(konteks.rencana.pagu, lambda pagu: pagu.simpul)
    for kode, semua in per_simpul.items():
        kecil = [pagu for pagu in semua if 0 < pagu.rupiah < _PAGU_KECIL or _seperseribu(pagu, semua)]
        if kecil:
            tulisan = tulis_rupiah(kecil[0].rupiah)
            pesan = f"Pagu {kode} {tulisan} pada {sebut_tahun(kecil)}: ditulis dalam ribu atau juta?"
            saran = "Tulis rupiah penuh; bila memang sebesar itu, beri alasan."
            bacaan = (_dalam("dalam ribu rupiah", kecil, 1_000), _dalam("dalam juta rupiah", kecil, 1_000_000))
            yield susun_soal("pagu_kecil", kode, pesan, saran, kecil[0].asal, bacaan)


def _seperseribu(pagu: Pagu, semua: Sequence[Pagu]) -> bool:
    ribuan = pagu.rupiah * _KALI_RUPIAH
    return any(lain.rupiah > 0 and ribuan / 2 <= lain.rupiah <= ribuan * 2 for lain in semua)


def _dalam(teks: str, semua: Sequence[Pagu], kali: int) -> BacaanSoal:
    return BacaanSoal(teks, tuple((pagu, replace(pagu, rupiah=pagu.rupiah * kali)) for pagu in semua))


def _riwayat(konteks: KonteksRencana, riwayat: Riwayat, target: Sequence[TargetRencana]) -> Iterator[Soal]:
    """A measured value that is an amount of money; a baseline that does not go with its targets."""
    indikator, nilai = konteks.indikator.get(riwayat.indikator), riwayat.nilai.nilai
    if indikator is None or nilai is None or nilai <= 0 or not target:
        return
    terbesar, kode = max(map(_angka, target)), riwayat.indikator
    apa = riwayat.jenis.replace("_", " ").capitalize()
    angka = f"{apa} {riwayat.tahun} {kode} {tulis_angka(nilai)} {indikator.satuan} ({riwayat.dokumen})"
    if nilai >= max(_RUPIAH_TERKECIL, terbesar * _KALI_RUPIAH) and not satuan_rupiah(indikator.satuan):
        pesan = f"{angka}, sedangkan targetnya paling besar {tulis_angka(terbesar)}: seperti rupiah anggaran."
        saran = "Hapus barisnya bila itu anggaran; bila memang nilai indikator, beri alasan."
        bacaan, diketik = (tanpa(_BUKAN_INDIKATOR, (riwayat,)),), tulis_ketikan(nilai)
        letak = riwayat.asal
        yield susun_soal("riwayat_rupiah", kode, pesan, saran, letak, bacaan, kode_indikator=kode, diketik=diketik)
    elif riwayat.jenis == "kondisi_awal":
        yield from _kondisi_awal(konteks, riwayat, sorted(target, key=lambda sasaran: sasaran.tahun), angka)


def _kondisi_awal(
    konteks: KonteksRencana, riwayat: Riwayat, target: Sequence[TargetRencana], angka: str
) -> Iterator[Soal]:
    """A baseline far from its first target, or better already than the last."""
    awal, akhir, nilai = _angka(target[0]), _angka(target[-1]), riwayat.nilai.nilai or Decimal(0)
    kode = riwayat.indikator
    lain: dict[str, Any] = {"diketik": tulis_ketikan(nilai), "kode_indikator": kode}
    if not awal / _KALI_KONDISI < nilai < awal * _KALI_KONDISI:
        pesan = f"{angka} jauh dari target pertamanya, {tulis_angka(awal)} ({target[0].tahun})."
        yield susun_soal("kondisi_awal_jauh", kode, pesan, _PERIKSA, riwayat.asal, _skala(riwayat, awal), **lain)
    elif _lebih_baik(konteks, riwayat, akhir):
        pesan = f"{angka} sudah lebih baik dari target akhirnya, {tulis_angka(akhir)} ({target[-1].tahun})."
        yield susun_soal("kondisi_awal_lewat", kode, pesan, _PERIKSA, riwayat.asal, **lain)


_PERIKSA: Final = "Periksa kondisi awal, target, dan polaritasnya; bila benar, beri alasan."


def _skala(riwayat: Riwayat, target: Decimal) -> tuple[BacaanSoal, ...]:
    """The baseline in the scale of its targets."""
    nilai = riwayat.nilai.nilai or Decimal(0)
    kali = next((kali for kali in _KALI if target / 2 <= nilai * kali <= target * 2), None)
    if kali is None:
        return ()
    baru = replace(riwayat, nilai=NilaiRencana(nilai * kali))
    return (BacaanSoal(tulis_ketikan(nilai * kali), ((riwayat, baru),)),)


def _lebih_baik(konteks: KonteksRencana, riwayat: Riwayat, target: Decimal) -> bool:
    aturan = konteks.aturan_terdekat(riwayat.indikator, riwayat.tahun)
    nilai = riwayat.nilai.nilai
    if aturan is None or nilai is None:
        return False
    return nilai > target if aturan.polaritas == "naik" else nilai < target


def _satuan(konteks: KonteksRencana) -> Iterator[Soal]:
    dipakai = Counter(indikator.satuan for indikator in konteks.indikator.values())
    dikenal = [satuan for satuan, banyak in dipakai.most_common() if banyak > 1]
    for indikator in konteks.rencana.indikator:
        dugaan = dugaan_satuan(indikator.satuan, indikator.nama, dikenal)
        if dugaan is not None:
            pesan = f"Satuan {indikator.kode} “{indikator.satuan}” seperti salah ketik dari “{dugaan}”."
            bacaan = (BacaanSoal(dugaan, ((indikator, replace(indikator, satuan=dugaan)),)),)
            lain = {"diketik": indikator.satuan, "kode_indikator": indikator.kode}
            saran = f"Tulis {dugaan} bila itu yang dimaksud; bila benar, beri alasan."
            asal = indikator.asal.di("satuan")
            yield susun_soal("satuan_janggal", indikator.kode, pesan, saran, asal, bacaan, **lain)


def _agregasi(konteks: KonteksRencana) -> Iterator[Soal]:
    for aturan in konteks.rencana.aturan:
        indikator = konteks.indikator.get(aturan.kode)
        if indikator is None or aturan.agregasi != "jumlah" or aturan.cara_isi == "sd_triwulan":
            continue
        if tak_dijumlah(indikator.satuan):
            pesan = f"{aturan.kode} bersatuan {indikator.satuan}, tetapi triwulannya dijumlahkan menjadi tahun."
            saran = "Pilih agregasi lain: persen dan indeks tidak dijumlahkan; bila benar, beri alasan."
            cara = (*([RASIO] if aturan.pembilang else []), "nilai_akhir", "rata_rata")
            bacaan = [
                BacaanSoal(DAFTAR_AGREGASI[lain].nama, ((aturan, replace(aturan, agregasi=lain)),)) for lain in cara
            ]
            asal = aturan.asal.di("agregasi")
            yield susun_soal("agregasi_satuan", aturan.kode, pesan, saran, asal, bacaan, kode_indikator=aturan.kode)


def _antartahun(konteks: KonteksRencana) -> Iterator[Soal]:
    """A kondisi akhir that says nothing about how the years of something counted are taken together."""
    setahun = kelompokkan(konteks.target_tahun, lambda target: (target.dokumen, target.indikator))
    for riwayat in konteks.rencana.riwayat:
        kode, aturan = riwayat.indikator, konteks.aturan.get((riwayat.indikator, konteks.tahun_terakhir))
        if riwayat.jenis != KONDISI_AKHIR or aturan is None or aturan.agregasi_tahun is not None:
            continue
        target = [sasaran.nilai for sasaran in setahun.get((riwayat.dokumen, kode), [])]
        sebab = _bukan_akhir(riwayat.nilai, target) if aturan.agregasi == "jumlah" else ""
        if sebab:
            pesan = f"Kondisi akhir {tulis_nilai(riwayat.nilai)} {sebab}; tahun terakhir yang dipakai."
            saran = "Isi kolom Antartahun di lembar Indikator, atau betulkan kondisi akhirnya."
            bacaan = _antartahun_lain(konteks, riwayat)
            yield susun_soal("kondisi_akhir_janggal", kode, pesan, saran, riwayat.asal, bacaan, kode_indikator=kode)


def _bukan_akhir(akhir: NilaiRencana, target: Sequence[NilaiRencana]) -> str:
    """Why an end is neither the sum of the yearly targets nor the last of them; empty where it is one of them."""
    angka = [setahun.nilai for setahun in target if setahun.nilai is not None]
    if akhir.bawah is not None:
        sama = not target or akhir == target[-1]
        return "" if sama else f"berupa rentang dan bukan target tahun terakhir ({tulis_nilai(target[-1])})"
    if akhir.nilai is None or not angka or akhir.nilai in (sum(angka), angka[-1]):
        return ""
    return (
        f"bukan jumlah target tahunan ({tulis_angka(sum(angka))}) dan bukan target tahun terakhir "
        f"({tulis_angka(angka[-1])})"
    )


def _antartahun_lain(konteks: KonteksRencana, riwayat: Riwayat) -> tuple[BacaanSoal, ...]:
    """The ways of taking years together that such an end can have, written into the rules of the workbook, if any."""
    semua = [aturan for aturan in konteks.rencana.aturan if aturan.kode == riwayat.indikator]
    return tuple(
        BacaanSoal(cara.nama, tuple((aturan, replace(aturan, agregasi_tahun=cara.kode)) for aturan in semua))
        for cara in (TAHUNAN if semua else ())
        if riwayat.nilai.bawah is None or cara.kode != "jumlah"
    )
