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
from analytics.aturan.nama import arah_nama
from analytics.aturan.periode import ROMAWI, WAJIB_LAPOR, jadwal, sebut_jadwal
from analytics.rencana.baris import (
    AturanRencana,
    IdentitasKantor,
    IndikatorRencana,
    NilaiRencana,
    Rujukan,
    TargetRencana,
    VersiDokumen,
)
from analytics.rencana.konteks import KonteksRencana
from analytics.rencana.pilihan import PUNCAK
from analytics.rencana.tegur import tegur
from analytics.rencana.templat import DAFTAR_LEMBAR
from analytics.temuan.butir import Temuan

_NAMA_LEMBAR: Final = {lembar.kunci: lembar.nama for lembar in DAFTAR_LEMBAR}
_TOLERANSI_RATA: Final = Fraction(1, 100)
"""A mean of quarters is usually typed with two decimals."""
_KODE_WILAYAH: Final = re.compile(r"\d\d\.\d\d(\.\d\d)?")
_KODE_BPS: Final = re.compile(r"\d{4}|\d{7}")
_BERKODE_ANGKA: Final = re.compile(r"\d+(\.\d+)+")


def periksa_makna(konteks: KonteksRencana) -> Iterator[Temuan]:
    """Every question about meaning."""
    if konteks.rencana.identitas is not None:
        yield from _kode_wilayah(konteks.rencana.identitas)
    yield from _pohon(konteks)
    yield from _tanpa_unit(konteks)
    yield from makna_aturan(konteks)
    yield from _target(konteks)
    yield from _triwulan(konteks)
    yield from _menurut_renstra(konteks)
    yield from _antartahun(konteks)
    yield from _pagu(konteks)
    for dokumen in konteks.rencana.dokumen:
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


def _pohon(konteks: KonteksRencana) -> Iterator[Temuan]:
    berindikator = {indikator.simpul for indikator in konteks.indikator.values()}
    for simpul in konteks.rencana.simpul:
        induk = simpul.induk or ""
        berangka = _BERKODE_ANGKA.fullmatch(induk) and _BERKODE_ANGKA.fullmatch(simpul.kode)
        if berangka and not simpul.kode.startswith(f"{induk}."):
            pesan = f"Kode {simpul.kode} tidak diawali kode induknya, {induk}."
            yield tegur(
                "kode_tidak_seiring", pesan, "Periksa kode dan kode induknya.", simpul.asal, diketik=simpul.kode
            )
        if simpul.tingkat in {"kegiatan", "sub_kegiatan"} and simpul.kode not in berindikator:
            nama = simpul.tingkat.replace("_", " ").capitalize()
            pesan = f"{nama} {simpul.kode} belum punya indikator."
            yield tegur("tanpa_indikator", pesan, "Tambahkan indikatornya di lembar Indikator.", simpul.asal)


def _tanpa_unit(konteks: KonteksRencana) -> Iterator[Temuan]:
    """Money is filled by the unit of a leaf, unless one unit fills it for all."""
    unit = {baris.kode: baris for baris in (*konteks.tersimpan.rencana.unit, *konteks.rencana.unit)}
    beranak = {baris.induk for baris in konteks.simpul.values()}
    if any(baris.anggaran_semua for baris in unit.values()):
        return
    for simpul in konteks.rencana.simpul:
        if simpul.unit is None and simpul.tingkat in {"kegiatan", "sub_kegiatan"} and simpul.kode not in beranak:
            pesan = f"{simpul.kode} tidak punya unit, sehingga tidak ada yang mengisi realisasi anggarannya."
            saran = "Isi kolom Unit, atau tetapkan satu unit yang mengisi anggaran semua unit."
            yield tegur("tanpa_unit", pesan, saran, simpul.asal.di("unit"))


def makna_aturan(konteks: KonteksRencana) -> Iterator[Temuan]:
    """The questions about the rules of the plan that is being checked."""
    for aturan in konteks.rencana.aturan:
        indikator = konteks.indikator.get(aturan.kode)
        if indikator is not None:
            yield from _nama_polaritas(indikator, aturan)
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


def _target(konteks: KonteksRencana) -> Iterator[Temuan]:
    for target in konteks.rencana.target:
        indikator = konteks.indikator.get(target.indikator)
        besar = [angka for angka in (target.nilai.nilai, target.nilai.atas) if angka is not None]
        kecil = [angka for angka in (target.nilai.nilai, target.nilai.bawah) if angka is not None]
        if indikator and indikator.persen and besar and max(besar) > 100:
            pesan = f"Target {tulis_angka(max(besar))} lebih dari 100, sedangkan satuannya persen."
            saran = "Betulkan targetnya atau satuannya; bila benar, beri alasan."
            yield tegur("target_persen", pesan, saran, target.asal, kode_indikator=target.indikator)
        if kecil and min(kecil) < 0:
            pesan = f"Target {tulis_angka(min(kecil))} negatif."
            saran = "Betulkan targetnya; bila benar, beri alasan."
            yield tegur("target_negatif", pesan, saran, target.asal, kode_indikator=target.indikator)


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
        ]
        if dokumen.jenis == "renja" and kode:
            pesan = (
                f"{len(kode)} indikator tujuan atau sasaran tanpa target di {dokumen.sebutan}: {', '.join(kode)}. "
                "Target Renstra tahun itu yang berlaku, dan unitnya diminta melapor."
            )
            yield tegur("menurut_renstra", pesan, "Tidak perlu apa-apa bila memang demikian.", dokumen.asal)


def _antartahun(konteks: KonteksRencana) -> Iterator[Temuan]:
    """A kondisi akhir that says nothing about how the years of something counted are taken together."""
    setahun: defaultdict[tuple[str, str], list[Decimal]] = defaultdict(list)
    for target in konteks.rencana.target:
        if konteks.dokumen.get(target.dokumen) and target.triwulan == 0 and target.nilai.nilai is not None:
            setahun[target.dokumen, target.indikator].append(target.nilai.nilai)
    for riwayat in konteks.rencana.riwayat:
        angka, akhir = setahun[riwayat.dokumen, riwayat.indikator], riwayat.nilai.nilai
        aturan = konteks.aturan.get((riwayat.indikator, konteks.tahun_terakhir))
        if riwayat.jenis != "kondisi_akhir" or akhir is None or aturan is None or not angka:
            continue
        if aturan.agregasi == "jumlah" and aturan.agregasi_tahun is None and akhir not in (sum(angka), angka[-1]):
            pesan = (
                f"Kondisi akhir {tulis_angka(akhir)} bukan jumlah target tahunan ({tulis_angka(sum(angka))}) dan bukan "
                f"target tahun terakhir ({tulis_angka(angka[-1])}); tahun terakhir yang dipakai."
            )
            saran = "Isi kolom Antartahun di lembar Indikator, atau betulkan kondisi akhirnya."
            yield tegur("kondisi_akhir_janggal", pesan, saran, riwayat.asal, kode_indikator=riwayat.indikator)


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
    """Money is counted at the leaves, so a parent's pagu must be the sum of its children."""
    anak: defaultdict[tuple[str, int, str], list[Decimal]] = defaultdict(list)
    for pagu in konteks.rencana.pagu:
        simpul = konteks.simpul.get(pagu.simpul)
        if simpul is not None and simpul.induk is not None:
            anak[pagu.dokumen, pagu.tahun, simpul.induk].append(pagu.rupiah)
    beranak = {simpul.induk for simpul in konteks.simpul.values()}
    for pagu in konteks.rencana.pagu:
        simpul = konteks.simpul.get(pagu.simpul)
        if simpul is None or pagu.simpul not in beranak:
            continue
        jumlah = sum(anak[pagu.dokumen, pagu.tahun, pagu.simpul], Decimal(0))
        if jumlah != pagu.rupiah:
            beda = f"{tulis_rupiah(pagu.rupiah)}, sedangkan jumlah di bawahnya {tulis_rupiah(jumlah)}"
            pesan = f"Pagu {simpul.tingkat.replace('_', ' ')} {pagu.simpul} tahun {pagu.tahun} {beda}."
            saran = "Samakan keduanya; yang dihitung adalah rincian di bawahnya."
            yield tegur("pagu_anak", pesan, saran, pagu.asal, diketik=tulis_rupiah(pagu.rupiah))


def _versi(konteks: KonteksRencana, dokumen: VersiDokumen) -> Iterator[Temuan]:
    berisi = {target.dokumen for target in konteks.rencana.target} | {pagu.dokumen for pagu in konteks.rencana.pagu}
    if dokumen.kode not in berisi:
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
