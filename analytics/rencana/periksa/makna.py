"""Checks of meaning: what can be stored but is probably not what was meant. Accepted with a reason, never refused."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from analytics.aturan.agregasi import DAFTAR_AGREGASI, RASIO
from analytics.aturan.angka import tulis_angka, tulis_rupiah
from analytics.aturan.istilah import BAGIAN_UNIT
from analytics.aturan.nama import arah_nama, bagian_dari_seluruh, lawan_satuan
from analytics.aturan.nomenklatur import CONTOH_KODE, tingkat_kode
from analytics.aturan.periode import ROMAWI, WAJIB_LAPOR, jadwal, sebut_jadwal
from analytics.aturan.satuan import benda_utuh, rapikan_satuan
from analytics.aturan.teks import sandingan, sebaris
from analytics.rencana.baris import (
    AturanRencana,
    IdentitasKantor,
    IndikatorRencana,
    NilaiRencana,
    Pagu,
    Rujukan,
    SimpulPohon,
    TargetRencana,
    VersiDokumen,
)
from analytics.rencana.lembar.templat import DAFTAR_LEMBAR
from analytics.rencana.periksa.kas import periksa_kas
from analytics.rencana.periksa.konteks import BERPAGU, KonteksRencana
from analytics.rencana.periksa.pagu_ganda import sebut_disatukan
from analytics.rencana.pilihan import PUNCAK, SUB_SKPD
from analytics.rencana.soal import kelompokkan, sebut_tahun
from analytics.rencana.tegur import tegur
from analytics.temuan.butir import Temuan

_NAMA_LEMBAR: Final = {lembar.kunci: lembar.nama for lembar in DAFTAR_LEMBAR}
_TOLERANSI_RATA: Final = Fraction(1, 100)
"""A mean of quarters is usually typed with two decimals."""
_KODE_WILAYAH: Final = re.compile(r"\d\d\.\d\d(\.\d\d)?")
_KODE_BPS: Final = re.compile(r"\d{4}|\d{7}")
_MASA_RENSTRA: Final = 6
"""The most years that a Renstra has: five, or six with the year of transition."""
_KODE_SUB_SKPD: Final = re.compile(r"[\dX].*\D\d{4}")
_BERKODE_ANGKA: Final = re.compile(r"\d+(\.\d+)+")


def periksa_makna(konteks: KonteksRencana) -> Iterator[Temuan]:
    """Every question about meaning."""
    if konteks.rencana.identitas is not None:
        yield from _kode_wilayah(konteks.rencana.identitas)
    yield from _sub_skpd(konteks)
    yield from _pohon(konteks)
    yield from _bentuk_kode(konteks)
    yield from _kembar(konteks)
    yield from _tanpa_unit(konteks)
    yield from makna_aturan(konteks)
    yield from _target(konteks)
    yield from _triwulan(konteks)
    yield from _menurut_renstra(konteks)
    yield from _pagu(konteks)
    yield from sebut_disatukan(konteks)
    yield from _pagu_tanpa_target(konteks)
    yield from periksa_kas(konteks)
    for dokumen in konteks.rencana.dokumen:
        yield from _masa_renstra(dokumen)
        yield from _versi(konteks, dokumen)


def _kode_wilayah(identitas: IdentitasKantor) -> Iterator[Temuan]:
    saran = "Periksa kembali kodenya; kode yang salah banyak beredar."
    if identitas.kode_wilayah and not _KODE_WILAYAH.fullmatch(identitas.kode_wilayah):
        pesan = f"Kode wilayah Kemendagri {identitas.kode_wilayah} tidak berbentuk nn.nn.nn."
        yield tegur(
            "kode_wilayah_janggal", pesan, saran, identitas.asal.di("kode_wilayah"), diketik=identitas.kode_wilayah
        )
    if identitas.kode_bps and not _KODE_BPS.fullmatch(identitas.kode_bps):
        pesan = f"Kode BPS {identitas.kode_bps} tidak berupa tujuh angka."
        yield tegur("kode_wilayah_janggal", pesan, saran, identitas.asal.di("kode_bps"), diketik=identitas.kode_bps)


def _sub_skpd(konteks: KonteksRencana) -> Iterator[Temuan]:
    """A kelurahan or UPT has a code in the budget, whose last group has four digits when it is read."""
    for unit in konteks.rencana.unit:
        janggal = unit.kode_sub_skpd is not None and not _KODE_SUB_SKPD.fullmatch(unit.kode_sub_skpd)
        if janggal or (unit.jenis in SUB_SKPD and unit.kode_sub_skpd is None):
            apa = f"Kode sub SKPD {unit.kode_sub_skpd}" if janggal else f"{unit.nama} belum punya kode sub SKPD"
            pesan = f"{apa} tidak diakhiri tiga atau empat angka." if janggal else f"{apa}."
            saran = "Isi kodenya menurut dokumen anggaran; bila memang belum ada, beri alasan."
            asal = unit.asal.di("kode_sub_skpd")
            yield tegur("sub_skpd_janggal", pesan, saran, asal, kode_baris=unit.kode, diketik=unit.kode_sub_skpd)


def _pohon(konteks: KonteksRencana) -> Iterator[Temuan]:
    berindikator = {indikator.simpul for indikator in konteks.indikator.values()}
    berindikator |= {kode for lembar, kode in konteks.cacat if lembar == "simpul_indikator"}
    asing = (kode for kode in set(berindikator) if not konteks.dikenal("pohon", kode))
    mirip = {salah: konteks.mirip("pohon", salah) for salah in asing}
    berindikator |= {kode for semua in mirip.values() for kode in semua}
    # An indicator whose node nobody can tell may be the one that a node waits for.
    lepas = ("indikator", "") in konteks.cacat or "" in berindikator or not all(mirip.values())
    for simpul in konteks.rencana.simpul:
        induk = simpul.induk or ""
        berangka = _BERKODE_ANGKA.fullmatch(induk) and _BERKODE_ANGKA.fullmatch(simpul.kode)
        if berangka and induk in konteks.simpul and not simpul.kode.startswith(f"{induk}."):
            pesan = f"Kode {simpul.kode} tidak diawali kode induknya, {induk}."
            yield tegur(
                "kode_tidak_seiring", pesan, "Periksa kode dan kode induknya.", simpul.asal, diketik=simpul.kode
            )
        if simpul.tingkat in BERPAGU and simpul.kode not in berindikator and not lepas:
            nama = simpul.tingkat.replace("_", " ").capitalize()
            pesan = f"{nama} {simpul.kode} belum punya indikator."
            saran = "Tambahkan indikatornya di lembar Indikator."
            yield tegur("tanpa_indikator", pesan, saran, simpul.asal, kode_baris=simpul.kode)


def _bentuk_kode(konteks: KonteksRencana) -> Iterator[Temuan]:
    """New codes that lack the groups of their level; what is stored already was asked about."""
    tersimpan = {simpul.kode for simpul in konteks.tersimpan.rencana.simpul}
    for simpul in konteks.rencana.simpul:
        contoh = CONTOH_KODE.get(simpul.tingkat)
        if contoh is None or simpul.kode in tersimpan or _bertingkat_lain(konteks, simpul):
            continue
        if tingkat_kode(simpul.kode) != simpul.tingkat:
            pesan = f"Kode {_sebut_tingkat(simpul.tingkat)} “{simpul.kode}” tidak berbentuk seperti {contoh}."
            saran = "Betulkan kodenya menurut nomenklatur; bila memang demikian di kantor Anda, beri alasan."
            yield tegur("kode_bentuk", pesan, saran, simpul.asal, kode_baris=simpul.kode, diketik=simpul.kode)


def _bertingkat_lain(konteks: KonteksRencana, simpul: SimpulPohon) -> bool:
    """Whether a code has the groups of the level that its place in the tree asks for, so that the level is the slip."""
    tingkat = tingkat_kode(simpul.kode)
    return konteks.salah_tingkat(simpul) and tingkat is not None and tingkat == konteks.tingkat_seharusnya(simpul)


def _kembar(konteks: KonteksRencana) -> Iterator[Temuan]:
    """Two nodes of one parent, or two indicators of one node, that are called alike: often one row typed twice.

    What units report as parts of one indicator may be called like that.
    """
    pertama: dict[tuple[str | None, str], str] = {}
    for simpul in konteks.simpul.values():
        sudah = pertama.setdefault((simpul.induk, sandingan(simpul.nama)), simpul.kode)
        if sudah != simpul.kode and simpul.asal.lembar:
            pesan = f"{simpul.kode} bernama sama dengan {sudah}, yang induknya sama: {sebaris(simpul.nama, 80)}."
            saran = "Hapus salah satu bila barisnya terketik dua kali; bila memang dua, beri alasan."
            asal = simpul.asal.di("nama")
            yield tegur("simpul_kembar", pesan, saran, asal, kode_baris=simpul.kode, diketik=simpul.nama)
    serupa: dict[tuple[str, str, str], str] = {}
    bagian = {kode for (kode, _), aturan in konteks.aturan.items() if aturan.bagian_dari}
    for indikator in (indikator for indikator in konteks.indikator.values() if indikator.kode not in bagian):
        kunci = (indikator.simpul, sandingan(indikator.nama), rapikan_satuan(indikator.satuan))
        sudah = serupa.setdefault(kunci, indikator.kode)
        if sudah != indikator.kode and indikator.asal.lembar:
            pesan = f"{indikator.kode} bernama dan bersatuan sama dengan {sudah}: {sebaris(indikator.nama, 80)}."
            saran = "Hapus salah satu bila barisnya terketik dua kali; bila memang dua, beri alasan."
            lain = {"kode_indikator": indikator.kode, "diketik": indikator.nama}
            yield tegur("indikator_kembar", pesan, saran, indikator.asal.di("nama"), **lain)


def _sebut_tingkat(tingkat: str) -> str:
    return tingkat.replace("_", " ")


def _tanpa_unit(konteks: KonteksRencana) -> Iterator[Temuan]:
    """Money is filled by the unit of a leaf, unless one unit fills it for all."""
    unit = {baris.kode: baris for baris in (*konteks.tersimpan.rencana.unit, *konteks.rencana.unit)}
    beranak = {baris.induk for baris in konteks.simpul.values()}
    if any(baris.anggaran_semua for baris in unit.values()):
        return
    for simpul in konteks.rencana.simpul:
        if simpul.unit is None and simpul.tingkat in BERPAGU and simpul.kode not in beranak:
            pesan = f"{simpul.kode} tidak punya unit, sehingga tidak ada yang mengisi realisasi anggarannya."
            saran = "Isi kolom Unit, atau tetapkan satu unit yang mengisi anggaran semua unit."
            yield tegur("tanpa_unit", pesan, saran, simpul.asal.di("unit"))


def makna_aturan(konteks: KonteksRencana) -> Iterator[Temuan]:
    """The questions about the rules of the plan that is being checked."""
    for aturan in konteks.rencana.aturan:
        indikator = konteks.indikator.get(aturan.kode)
        if indikator is not None:
            yield from _nama_polaritas(indikator, aturan)
            yield from _nama_satuan(indikator)
        if aturan.cara_isi == "sd_triwulan" and aturan.agregasi != "jumlah":
            pesan = f"{aturan.kode} diisi s/d triwulan, tetapi agregasinya {DAFTAR_AGREGASI[aturan.agregasi].nama}."
            saran = "Pilih cara isi triwulan ini, atau agregasi jumlah."
            yield tegur("sd_bukan_jumlah", pesan, saran, aturan.asal.di("agregasi"), kode_indikator=aturan.kode)
        yield from _jatuh_tempo(aturan)


def _jatuh_tempo(aturan: AturanRencana) -> Iterator[Temuan]:
    tempo, banyak = jadwal(aturan.frekuensi, aturan.jatuh_tempo), len(WAJIB_LAPOR[aturan.frekuensi])
    if len(tempo) != banyak:
        pesan = f"{aturan.kode} dilaporkan {sebut_jadwal(aturan.frekuensi, aturan.jatuh_tempo)}."
        saran = f"Tulis {banyak} triwulan jatuh tempo, atau betulkan frekuensinya."
        yield tegur("jatuh_tempo_janggal", pesan, saran, aturan.asal.di("jatuh_tempo"), kode_indikator=aturan.kode)


def _nama_polaritas(indikator: IndikatorRencana, aturan: AturanRencana) -> Iterator[Temuan]:
    kata = arah_nama(indikator.nama)
    if kata is not None and kata[0] != aturan.polaritas:
        pesan = f"Nama indikator memuat “{kata[1]}”, sedangkan polaritasnya {aturan.polaritas}."
        saran = f"Periksa polaritasnya: biasanya {kata[0]}. Bila sudah benar, beri alasan."
        yield tegur(
            "nama_lawan_polaritas",
            pesan,
            saran,
            aturan.asal.di("polaritas"),
            kode_indikator=aturan.kode,
            diketik=indikator.nama,
        )


def _nama_satuan(indikator: IndikatorRencana) -> Iterator[Temuan]:
    kata = lawan_satuan(indikator.nama, indikator.satuan)
    if kata is not None:
        pesan = f"Nama {indikator.kode} diawali “{kata}”, sedangkan satuannya {indikator.satuan}."
        saran = "Betulkan satuan atau namanya; bila benar, beri alasan."
        lain = {"kode_indikator": indikator.kode, "diketik": indikator.satuan}
        yield tegur("satuan_nama", pesan, saran, indikator.asal.di("satuan"), **lain)


def _target(konteks: KonteksRencana) -> Iterator[Temuan]:
    """One question for an indicator, whatever the documents that repeat the target."""
    lebih = [target for target in konteks.rencana.target if _lebih_dari_seluruh(konteks, target)]
    for kode, semua in kelompokkan(lebih, lambda target: target.indikator).items():
        angka = max(_ujung(target)[-1] for target in semua)
        pesan = f"Target {kode} {tulis_angka(angka)} persen pada {sebut_tahun(semua)} lebih dari 100."
        saran = "Betulkan targetnya atau satuannya; bila benar, beri alasan."
        yield tegur("target_persen", pesan, saran, semua[0].asal, kode_indikator=kode)
    negatif = [target for target in konteks.rencana.target if min(_ujung(target), default=0) < 0]
    for kode, semua in kelompokkan(negatif, lambda target: target.indikator).items():
        angka = min(_ujung(target)[0] for target in semua)
        pesan = f"Target {kode} {tulis_angka(angka)} pada {sebut_tahun(semua)} negatif."
        saran = "Betulkan targetnya; bila benar, beri alasan."
        yield tegur("target_negatif", pesan, saran, semua[0].asal, kode_indikator=kode)
    pecahan = [target for target in konteks.rencana.target if any(angka % 1 for angka in _ujung(target))]
    for kode, semua in kelompokkan(pecahan, lambda target: target.indikator).items():
        indikator = konteks.indikator.get(kode)
        benda = benda_utuh(indikator.satuan, indikator.nama) if indikator else None
        if benda is not None:
            angka = next(angka for angka in _ujung(semua[0]) if angka % 1)
            pesan = f"Target {kode} {tulis_angka(angka)} pada {sebut_tahun(semua)}, padahal {benda} dihitung utuh."
            saran = "Tulis bilangan bulat; bila memang pecahan, misalnya rata-rata, beri alasan."
            yield tegur("target_tidak_utuh", pesan, saran, semua[0].asal, kode_indikator=kode)


def _lebih_dari_seluruh(konteks: KonteksRencana, target: TargetRencana) -> bool:
    indikator = konteks.indikator.get(target.indikator)
    ujung = _ujung(target)
    return bool(indikator and ujung and ujung[-1] > 100 and bagian_dari_seluruh(indikator.nama, indikator.satuan))


def _ujung(target: TargetRencana) -> list[Decimal]:
    """The numbers of a target, the smallest first."""
    nilai = (target.nilai.nilai, target.nilai.bawah, target.nilai.atas)
    return sorted(angka for angka in nilai if angka is not None)


def _triwulan(konteks: KonteksRencana) -> Iterator[Temuan]:
    """The quarters of every indicator of every Renja of the workbook against its year."""
    setahun: defaultdict[tuple[str, str], dict[int, TargetRencana]] = defaultdict(dict)
    for target in konteks.rencana.target:
        dokumen = konteks.dokumen.get(target.dokumen)
        if dokumen is not None and dokumen.jenis == "renja":
            setahun[target.dokumen, target.indikator][target.triwulan] = target
    tanpa: defaultdict[str, list[str]] = defaultdict(list)
    for (kode, indikator), per_triwulan in setahun.items():
        aturan = konteks.aturan.get((indikator, konteks.dokumen[kode].tahun_awal))
        if aturan is None or ("target_renja", f"{kode}|{indikator}") in konteks.cacat:
            continue
        yield from _waktu_triwulan(aturan, per_triwulan)
        yield from _jumlah_triwulan(aturan, per_triwulan)
        if set(per_triwulan) == {0} and aturan.frekuensi != "tahunan":
            tanpa[kode].append(indikator)
    for kode, daftar in tanpa.items():
        pesan = f"{len(daftar)} indikator berkala di {kode} belum punya target triwulan, antara lain {daftar[0]}."
        saran = "Isi target triwulan bila ada di dokumennya."
        yield tegur("tanpa_target_triwulan", pesan, saran, konteks.dokumen[kode].asal)


def _menurut_renstra(konteks: KonteksRencana) -> Iterator[Temuan]:
    """One remark per Renja about the tujuan and sasaran that it does not carry and the Renstra plans for its year."""
    semua = (*konteks.tersimpan.rencana.target, *konteks.rencana.target)
    renja = {(target.dokumen, target.indikator) for target in konteks.rencana.target}
    puncak = {simpul.kode for simpul in konteks.simpul.values() if simpul.tingkat in PUNCAK}
    dokumen_renstra = {
        dokumen.kode
        for dokumen in (*konteks.tersimpan.rencana.dokumen, *konteks.rencana.dokumen)
        if dokumen.jenis == "renstra"
    }
    direncanakan = {(target.indikator, target.tahun) for target in semua if target.dokumen in dokumen_renstra}
    for dokumen in konteks.rencana.dokumen:
        kode = [
            indikator.kode
            for indikator in konteks.indikator.values()
            if indikator.simpul in puncak
            and (indikator.kode, dokumen.tahun_awal) in direncanakan
            and (dokumen.kode, indikator.kode) not in renja
            and not konteks.terlepas("target_renja", dokumen.kode, indikator.kode)
        ]
        if dokumen.jenis == "renja" and kode:
            pesan = (
                f"{len(kode)} indikator tujuan atau sasaran tanpa target di {dokumen.sebutan}: {', '.join(kode)}. "
                "Target Renstra tahun itu yang berlaku, dan unitnya diminta melapor."
            )
            yield tegur("menurut_renstra", pesan, "Tidak perlu apa-apa bila memang demikian.", dokumen.asal)


def _waktu_triwulan(aturan: AturanRencana, per_triwulan: Mapping[int, TargetRencana]) -> Iterator[Temuan]:
    triwulan = {tw: target for tw, target in sorted(per_triwulan.items()) if tw > 0}
    if triwulan and 0 not in per_triwulan:
        pesan = f"{aturan.kode} punya target triwulan, tetapi target tahunnya kosong."
        saran = "Isi target tahun; bila kosong, indikator dianggap tidak direncanakan."
        asal = next(iter(triwulan.values())).asal
        yield tegur("target_tahun_kosong", pesan, saran, asal, kode_indikator=aturan.kode)
    for tw, target in triwulan.items():
        if tw not in jadwal(aturan.frekuensi, aturan.jatuh_tempo):
            waktu = sebut_jadwal(aturan.frekuensi, aturan.jatuh_tempo)
            pesan = f"{aturan.kode} dilaporkan {waktu}, sehingga target TW {ROMAWI[tw]} tidak dinilai."
            saran = "Kosongkan target ini, atau betulkan frekuensi atau jatuh temponya."
            yield tegur("target_bukan_waktunya", pesan, saran, target.asal, kode_indikator=aturan.kode)


def _jumlah_triwulan(aturan: AturanRencana, per_triwulan: Mapping[int, TargetRencana]) -> Iterator[Temuan]:
    tahun = per_triwulan.get(0)
    triwulan = [per_triwulan[tw] for tw in sorted(per_triwulan) if tw > 0]
    if tahun is None or not triwulan:
        return
    kumulatif = aturan.cara_isi == "sd_triwulan"
    agregasi = DAFTAR_AGREGASI["nilai_akhir" if kumulatif else aturan.agregasi]
    angka = [Fraction(target.nilai.nilai) for target in triwulan if target.nilai.nilai is not None]
    if tahun.nilai.nilai is None or len(angka) < len(triwulan):
        if agregasi.kode == "nilai_akhir" and triwulan[-1].nilai != tahun.nilai:
            yield _tidak_sama(aturan, tahun, triwulan[-1].nilai, agregasi.nama)
        return
    if kumulatif and angka != sorted(angka):
        pesan = f"{aturan.kode} diisi s/d triwulan, tetapi targetnya menurun."
        saran = "Tulis target kumulatif, yang tidak pernah turun."
        yield tegur("target_menurun", pesan, saran, triwulan[-1].asal, kode_indikator=aturan.kode)
    hasil = agregasi.hitung(angka)
    if agregasi.kode == RASIO and min(angka) <= tahun.nilai.nilai <= max(angka):
        return
    batas = _TOLERANSI_RATA if agregasi.kode == "rata_rata" else Fraction(0)
    if abs(hasil - Fraction(tahun.nilai.nilai)) > batas:
        yield _tidak_sama(
            aturan, tahun, NilaiRencana(Decimal(hasil.numerator) / Decimal(hasil.denominator)), agregasi.nama
        )


def _tidak_sama(aturan: AturanRencana, tahun: TargetRencana, hasil: NilaiRencana, agregasi: str) -> Temuan:
    pesan = (
        f"Target tahun {tulis_nilai(tahun.nilai)} tidak sama dengan {agregasi} target triwulan, {tulis_nilai(hasil)}."
    )
    saran = "Betulkan salah satunya; bila memang berbeda, beri alasan."
    return tegur("target_triwulan", pesan, saran, tahun.asal, kode_indikator=aturan.kode)


def tulis_nilai(nilai: NilaiRencana) -> str:
    """A planned value for people: `80,5`, `80-90`, `BB`; a dash for none. At most four decimals."""
    if nilai.bawah is not None and nilai.atas is not None:
        return f"{tulis_angka(nilai.bawah)}-{tulis_angka(nilai.atas)}"
    if nilai.nilai is not None:
        return tulis_angka(nilai.nilai.quantize(Decimal("0.0001")).normalize())
    return nilai.peringkat or "-"


def _pagu(konteks: KonteksRencana) -> Iterator[Temuan]:
    """Money is counted at the leaves, so a parent's pagu must be the sum of what is below it.

    A document need not divide among units what another one divides.
    """
    beda: list[tuple[Pagu, Decimal]] = []
    for pagu in konteks.rencana.pagu:
        if pagu.dokumen not in konteks.dokumen or pagu.simpul not in konteks.simpul or pagu.simpul not in konteks.anak:
            continue
        terinci = konteks.pagu_di_bawah((pagu.dokumen, pagu.tahun, pagu.simpul))
        utuh = terinci is None and all(
            konteks.simpul[kode].tingkat == BAGIAN_UNIT for kode in konteks.anak[pagu.simpul]
        )
        jumlah = terinci or Decimal(0)
        if jumlah != pagu.rupiah and not utuh and not konteks.terputus(pagu):
            beda.append((pagu, jumlah))
    for kode, semua in kelompokkan(beda, lambda pasangan: pasangan[0].simpul).items():
        fakta = kelompokkan(semua, lambda pasangan: (pasangan[0].rupiah, pasangan[1]))
        rincian = "; ".join(
            f"{sebut_tahun(pagu for pagu, _ in sama)} {tulis_rupiah(rupiah)}, jumlah di bawahnya {tulis_rupiah(jumlah)}"
            for (rupiah, jumlah), sama in fakta.items()
        )
        pesan = f"Pagu {_sebut_tingkat(konteks.simpul[kode].tingkat)} {kode}: {rincian}."
        saran = "Samakan keduanya; yang dihitung adalah rincian di bawahnya."
        pagu = semua[0][0]
        yield tegur("pagu_anak", pesan, saran, pagu.asal, kode_baris=kode, diketik=tulis_rupiah(pagu.rupiah))


def _pagu_tanpa_target(konteks: KonteksRencana) -> Iterator[Temuan]:
    """Money in a document that has no row of targets for its indicators; a row that is left empty is a decision.

    The store keeps no empty rows, so that a pagu which it has already was decided upon.
    """
    tersimpan = {versi.kode: versi.kunci for versi in konteks.tersimpan.rencana.dokumen}
    diputuskan = {(tersimpan[pagu.dokumen], pagu.simpul) for pagu in konteks.tersimpan.rencana.pagu}
    bertarget = {(r.dokumen, r.kode) for r in konteks.rencana.rujukan if r.lembar in {"target_renstra", "target_renja"}}
    dokumen = {kode for kode, _ in bertarget} & set(konteks.dokumen)
    milik = kelompokkan(konteks.indikator.values(), lambda indikator: indikator.simpul)
    kosong = [
        pagu
        for pagu in konteks.rencana.pagu
        if pagu.rupiah > 0
        and pagu.dokumen in dokumen
        and (konteks.dokumen[pagu.dokumen].kunci, pagu.simpul) not in diputuskan
        and pagu.simpul in milik
        and pagu.simpul not in konteks.anak
        and not any((pagu.dokumen, indikator.kode) in bertarget for indikator in milik[pagu.simpul])
        and not any(_target_terlepas(konteks, pagu.dokumen, indikator.kode) for indikator in milik[pagu.simpul])
    ]
    for kode, semua in kelompokkan(kosong, lambda pagu: pagu.simpul).items():
        pesan = f"{kode} berpagu pada {sebut_tahun(semua)}, tetapi indikatornya tidak punya baris target di sana."
        saran = "Tambahkan baris targetnya, kosong bila memang tidak ditargetkan; atau beri alasan."
        yield tegur("pagu_tanpa_target", pesan, saran, semua[0].asal, kode_baris=kode)


def _target_terlepas(konteks: KonteksRencana, dokumen: str, kode: str) -> bool:
    return any(konteks.terlepas(f"target_{jenis}", dokumen, kode) for jenis in ("renstra", "renja"))


def _masa_renstra(dokumen: VersiDokumen) -> Iterator[Temuan]:
    banyak = dokumen.tahun_akhir - dokumen.tahun_awal + 1
    if dokumen.jenis == "renstra" and banyak > _MASA_RENSTRA:
        pesan = f"Renstra {dokumen.kode} bermasa {banyak} tahun, {dokumen.tahun_awal}-{dokumen.tahun_akhir}."
        saran = "Betulkan tahun awal atau tahun akhir; bila memang demikian, beri alasan."
        asal, diketik = dokumen.asal.di("tahun_akhir"), str(dokumen.tahun_akhir)
        yield tegur("masa_renstra", pesan, saran, asal, kode_baris=dokumen.kode, diketik=diketik)


def _versi(konteks: KonteksRencana, dokumen: VersiDokumen) -> Iterator[Temuan]:
    berisi = {target.dokumen for target in konteks.rencana.target} | {pagu.dokumen for pagu in konteks.rencana.pagu}
    if dokumen.kode not in berisi and not berisi - set(konteks.dokumen):
        pesan = f"{dokumen.sebutan} ({dokumen.kode}) tidak memuat target maupun pagu."
        yield tegur("dokumen_kosong", pesan, "Isi target dan pagunya, atau hapus baris dokumen ini.", dokumen.asal)
    if dokumen.ke == 0:
        return
    sebelum = konteks.sebelum(dokumen)
    if sebelum is None:
        pesan = f"{dokumen.sebutan} tidak didahului versi murni."
        saran = "Sertakan versi murninya, agar triwulan sebelum perubahan punya target."
        yield tegur("perubahan_tanpa_murni", pesan, saran, dokumen.asal)
        return
    if dokumen.tanggal <= sebelum.tanggal:
        pesan = f"Tanggal {dokumen.sebutan} tidak sesudah {sebelum.sebutan}."
        yield tegur("perubahan_mendahului", pesan, "Periksa tanggal kedua dokumen.", dokumen.asal.di("tanggal"))
    yield from _tidak_dimuat(konteks, dokumen, sebelum)


def _tidak_dimuat(konteks: KonteksRencana, dokumen: VersiDokumen, sebelum: VersiDokumen) -> Iterator[Temuan]:
    """One question per sheet for the rows of the version before that a perubahan leaves out."""
    ada = {(rujukan.lembar, rujukan.kode) for rujukan in konteks.rujukan(dokumen)}
    hilang: defaultdict[str, list[Rujukan]] = defaultdict(list)
    for rujukan in konteks.rujukan(sebelum):
        if rujukan.lembar in {"target_renstra", "target_renja", "pagu"} and (rujukan.lembar, rujukan.kode) not in ada:
            hilang[rujukan.lembar].append(rujukan)
    for lembar, daftar in hilang.items():
        kode = ", ".join(rujukan.kode for rujukan in daftar[:5]) + (", ..." if len(daftar) > 5 else "")
        pesan = (
            f"{dokumen.sebutan} tidak memuat {len(daftar)} baris {_NAMA_LEMBAR[lembar]} yang ada di {sebelum.sebutan}: "
            f"{kode}. Yang tidak dimuat dianggap tidak direncanakan."
        )
        saran = "Salin barisnya dari versi sebelumnya; bila memang dihapus, beri alasan."
        yield tegur("perubahan_tidak_memuat", pesan, saran, dokumen.asal)
