"""Where does a printed capaian come from?

The classifier sees only polaritas, rumus, target, realisasi and the print.

A class of slip counts only if it reproduces the printed figure to its last printed digit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final

from analytics.aturan import ekspresi
from analytics.aturan.angka import (
    Ambigu,
    Angka,
    BacaanAngka,
    Batas,
    Kosong,
    Peringkat,
    Rentang,
    TidakTerbaca,
    baca_angka,
    tulis_angka,
    tulis_ketikan,
)
from analytics.aturan.capaian import Masukan, Target, bulatkan_pecahan, hitung_mentah, potong_pecahan, tulis_cara_hitung
from analytics.aturan.rumus import ALASAN, DAFTAR_RUMUS

KELAS: Final = {
    "tepat": "Tercetak sama dengan hasil rumus yang dibulatkan.",
    "tepat_dibatasi": "Tercetak sama dengan hasil rumus yang dibatasi paling tinggi 100 atau 120.",
    "terpotong": "Tercetak sama dengan hasil rumus yang dipotong, bukan dibulatkan.",
    "polaritas_terbalik": "Tercetak memakai rumus polaritas yang lain.",
    "realisasi_sebagai_capaian": "Yang tercetak adalah realisasi, bukan capaian.",
    "salah_hitung": "Tercetak memakai langkah hitung yang keliru.",
    "angka_tertukar": "Dua angka yang bersebelahan tertukar, pada angka tercetak, target, atau realisasi.",
    "tidak_dapat_dihitung": "Capaian tidak dapat dihitung karena masukannya tidak lengkap atau tidak bermakna.",
    "tidak_terjelaskan": "Tidak ada rumus atau kekeliruan yang dikenal yang menghasilkan angka tercetak.",
    "tanpa_cetakan": "Tidak ada angka tercetak untuk dibandingkan.",
}
"""Every class with its sentence."""

SALAH_HITUNG: Final = (
    ("realisasi / target", "tidak dikali 100"),
    ("(target - realisasi) / target * 100", "yang dihitung selisih terhadap target"),
)
"""Wrong workings that are seen in reports, as expressions."""

_BATAS_CETAK: Final = (100, 120)
_LAWAN: Final = {"naik": "turun", "turun": "naik"}
_DICOBA: Final = tuple(rumus for rumus in DAFTAR_RUMUS.values() if rumus.dicetak_orang)
_PER_POLARITAS: Final = {
    polaritas: tuple(rumus.kode for rumus in _DICOBA if polaritas in rumus.polaritas) for polaritas in _LAWAN
}
_KEBIJAKAN: Final = frozenset({"kebijakan_nol"})
_KEBIJAKAN_LAIN: Final = frozenset({"target_nol_meleset"})
"""What some offices print by a setting, and others leave blank."""


@dataclass(frozen=True)
class Pengakuan:
    """The class of one printed figure.

    `nilai` is our capaian in persen (unrounded, exact) by the first rumus of the polaritas, None with `alasan` where
    there is none; `rumus` the formula that reproduces the print; `cara` what was done to it; `catatan` a hint.
    """

    kelas: str
    nilai: Fraction | None
    rumus: str | None
    cara: str
    alasan: str | None
    catatan: str
    rumus_kami: str | None = None
    masukan: Masukan | None = None

    @property
    def cara_hitung(self) -> str:
        """Our working with its numbers, empty where there is no value."""
        if self.masukan is None or self.nilai is None or self.rumus_kami is None:
            return ""
        return tulis_cara_hitung(self.rumus_kami, self.masukan)


@dataclass(frozen=True)
class _Soal:
    target: Target
    realisasi: Fraction
    tercetak: Decimal
    desimal: int
    diketik: Mapping[str, str]

    def cocok(self, nilai: Fraction) -> bool:
        return bulatkan_pecahan(nilai, self.desimal) == self.tercetak

    def cocok_dipotong(self, nilai: Fraction) -> bool:
        return potong_pecahan(nilai, self.desimal) == self.tercetak


def akui(polaritas: str, target: str, realisasi: str, tercetak: str, rumus: str = "") -> Pengakuan:
    """Classify one printed capaian, all given as typed.

    `polaritas` is naik, turun, or empty where the table does not say; `rumus` a kode of the registry, or empty.
    """
    bacaan = {"target": baca_angka(target), "realisasi": baca_angka(realisasi)}
    cetak = baca_angka(tercetak)
    sasaran, nyata = _susun_target(bacaan["target"]), bacaan["realisasi"]
    calon = _calon(polaritas, rumus)
    if sasaran.kosong or not isinstance(nyata, Angka):
        return _tanpa_masukan(bacaan, cetak, calon[0])
    pecahan = Fraction(nyata.nilai)
    hasil = {kode: hitung_mentah(kode, pecahan, sasaran, _KEBIJAKAN) for kode in calon}
    if isinstance(cetak, Angka):
        diketik = {"target": target, "realisasi": realisasi}
        kelas = _kelaskan(_Soal(sasaran, pecahan, cetak.nilai, _desimal(tercetak), diketik), hasil, polaritas)
    else:
        kelas = _tanpa_cetakan(hasil, cetak)
    kami = next((kode for kode, nilai in hasil.items() if nilai == kelas.nilai), None)
    pengganti = _sebut_pengganti(calon[0], kami, kelas.rumus)
    catatan = " ".join(filter(None, (kelas.catatan, pengganti, *_pertanyaan(bacaan | {"capaian tercetak": cetak}))))
    return replace(kelas, catatan=catatan, rumus_kami=kami, masukan=Masukan(pecahan, sasaran, _KEBIJAKAN))


def _sebut_pengganti(pertama: str, kami: str | None, dicetak: str | None) -> str:
    """Which rumus gave our value where the first one gives none and the print names no other."""
    if kami in {None, pertama, dicetak}:
        return ""
    return f"Rumus {pertama} tidak memberi nilai; hitungan ini menurut rumus {kami}."


def _pertanyaan(bacaan: Mapping[str, BacaanAngka]) -> Iterator[str]:
    """What was asked about the spelling of a number, by column."""
    for kolom, angka in bacaan.items():
        tanya = angka.tanya if isinstance(angka, Angka | Rentang | Batas) else None
        if tanya is not None:
            yield f"Kolom {kolom}: {tanya}"


def _kelaskan(soal: _Soal, hasil: HasilMenurutRumus, polaritas: str) -> Pengakuan:
    for penjelas in (
        _tepat,
        _terpotong,
        _terbalik,
        _realisasi_dicetak,
        _salah_hitung,
        _tertukar,
        _masukan_tertukar,
    ):
        pengakuan = penjelas(soal, hasil, polaritas)
        if pengakuan is not None:
            return pengakuan
    return _tidak_terjelaskan(soal, hasil)


HasilMenurutRumus = dict[str, "Fraction | str"]


def _calon(polaritas: str, rumus: str) -> tuple[str, ...]:
    """The rumus that a print is held against: the one named, else those of the polaritas, else all that are printed."""
    if rumus in DAFTAR_RUMUS:
        return (rumus,)
    return _PER_POLARITAS.get(polaritas, tuple(calon.kode for calon in _DICOBA))


def _susun_target(bacaan: BacaanAngka) -> Target:
    match bacaan:
        case Angka(nilai=nilai) | Batas(nilai=nilai):
            return Target(nilai=nilai)
        case Rentang(bawah=bawah, atas=atas):
            return Target(bawah=bawah, atas=atas)
    return Target()


def _desimal(tercetak: str) -> int:
    """Decimals as printed; a number out of a numeric cell is compared at ten at the most."""
    belakang = tercetak.strip().removesuffix("%").strip().replace(".", ",").rpartition(",")
    return min(len(belakang[2]), 10) if belakang[1] else 0


def _angka_hasil(hasil: HasilMenurutRumus) -> Iterator[tuple[str, Fraction]]:
    for kode, nilai in hasil.items():
        if isinstance(nilai, Fraction):
            yield kode, nilai


def _pertama(hasil: HasilMenurutRumus) -> Fraction | None:
    return next((nilai for _, nilai in _angka_hasil(hasil)), None)


def _alasan(hasil: HasilMenurutRumus) -> str | None:
    return next((nilai for nilai in hasil.values() if isinstance(nilai, str)), None)


def _susun(kelas: str, hasil: HasilMenurutRumus, rumus: str | None, cara: str, catatan: str = "") -> Pengakuan:
    ada = hasil.get(rumus) if rumus else None
    nilai = ada if isinstance(ada, Fraction) else _pertama(hasil)
    return Pengakuan(kelas, nilai, rumus, cara, None if nilai is not None else _alasan(hasil), catatan)


def _tepat(soal: _Soal, hasil: HasilMenurutRumus, _polaritas: str) -> Pengakuan | None:
    cocok = [kode for kode, nilai in _angka_hasil(hasil) if soal.cocok(nilai)]
    if cocok:
        cara = f"rumus {' dan '.join(cocok)}, dibulatkan"
        return _susun("tepat", hasil, cocok[0], cara)
    for kode, nilai in _angka_hasil(hasil):
        batas = next((batas for batas in _BATAS_CETAK if nilai > batas and soal.cocok(Fraction(batas))), None)
        if batas is not None:
            return _susun("tepat_dibatasi", hasil, kode, f"rumus {kode}, dibatasi {batas}")
    return _tepat_menurut_kebijakan(soal, hasil)


def _tepat_menurut_kebijakan(soal: _Soal, hasil: HasilMenurutRumus) -> Pengakuan | None:
    """A value that a rumus has only under another setting."""
    for kode in (kode for kode, tanpa in hasil.items() if isinstance(tanpa, str)):
        nilai = hitung_mentah(kode, soal.realisasi, soal.target, _KEBIJAKAN | _KEBIJAKAN_LAIN)
        if isinstance(nilai, Fraction) and soal.cocok(nilai):
            return _susun("tepat", hasil, kode, f"rumus {kode}, target 0 yang meleset dicetak 0")
    return None


def _terpotong(soal: _Soal, hasil: HasilMenurutRumus, _polaritas: str) -> Pengakuan | None:
    for kode, nilai in _angka_hasil(hasil):
        if soal.cocok_dipotong(nilai):
            return _susun("terpotong", hasil, kode, f"rumus {kode}, dipotong pada {soal.desimal} desimal")
    return None


def _terbalik(soal: _Soal, hasil: HasilMenurutRumus, polaritas: str) -> Pengakuan | None:
    for kode in _PER_POLARITAS.get(_LAWAN.get(polaritas, ""), ()):
        nilai = hitung_mentah(kode, soal.realisasi, soal.target, _KEBIJAKAN)
        if isinstance(nilai, Fraction) and (soal.cocok(nilai) or soal.cocok_dipotong(nilai)):
            cara = "dibulatkan" if soal.cocok(nilai) else "dipotong"
            return _susun("polaritas_terbalik", hasil, kode, f"rumus {kode} pada polaritas {polaritas}, {cara}")
    return None


def _realisasi_dicetak(soal: _Soal, hasil: HasilMenurutRumus, _polaritas: str) -> Pengakuan | None:
    if soal.realisasi == Fraction(soal.tercetak):
        return _susun("realisasi_sebagai_capaian", hasil, None, "realisasi tertulis di kolom capaian")
    return None


def _salah_hitung(soal: _Soal, hasil: HasilMenurutRumus, _polaritas: str) -> Pengakuan | None:
    if soal.target.nilai is None or soal.target.nilai == 0:
        return None
    masukan = {"realisasi": soal.realisasi, "target": Fraction(soal.target.nilai)}
    for teks, kalimat in SALAH_HITUNG:
        if soal.cocok(ekspresi.nilai(teks, masukan)):
            return _susun("salah_hitung", hasil, None, f"{ekspresi.tulis_ekspresi(teks)}: {kalimat}")
    return None


def _tertukar(soal: _Soal, hasil: HasilMenurutRumus, _polaritas: str) -> Pengakuan | None:
    for kode, nilai in _angka_hasil(hasil):
        benar = f"{bulatkan_pecahan(nilai, soal.desimal):f}"
        if f"{soal.tercetak:f}" != benar and any(Decimal(tukar) == soal.tercetak for tukar in _tukaran(benar)):
            return _susun(
                "angka_tertukar", hasil, kode, f"{tulis_angka(Decimal(benar), soal.desimal)} tertukar angkanya"
            )
    return None


def _masukan_tertukar(soal: _Soal, hasil: HasilMenurutRumus, _polaritas: str) -> Pengakuan | None:
    """The print follows from a target or realisasi in which two neighbouring digits changed places."""
    for kolom, benar in soal.diketik.items():
        for tukar in _tukaran(benar):
            kode = _rumus_cocok(soal, hasil, {**soal.diketik, kolom: tukar})
            if kode is not None:
                return _susun("angka_tertukar", hasil, kode, f"{kolom} {benar} dihitung sebagai {tukar}")
    return None


def _rumus_cocok(soal: _Soal, hasil: HasilMenurutRumus, diketik: Mapping[str, str]) -> str | None:
    """The rumus that gives the print from these inputs instead."""
    target, realisasi = _susun_target(baca_angka(diketik["target"])), baca_angka(diketik["realisasi"])
    if target.kosong or not isinstance(realisasi, Angka):
        return None
    for kode in hasil:
        nilai = hitung_mentah(kode, Fraction(realisasi.nilai), target, _KEBIJAKAN)
        if isinstance(nilai, Fraction) and soal.cocok(nilai):
            return kode
    return None


def _tukaran(teks: str) -> Iterator[str]:
    """The spellings of a number in which two neighbouring, different digits changed places."""
    letak = [posisi for posisi, huruf in enumerate(teks) if huruf.isdigit()]
    for kiri, kanan in pairwise(letak):
        if teks[kiri] != teks[kanan]:
            huruf = list(teks)
            huruf[kiri], huruf[kanan] = huruf[kanan], huruf[kiri]
            yield "".join(huruf)


def _tidak_terjelaskan(soal: _Soal, hasil: HasilMenurutRumus) -> Pengakuan:
    nilai = _pertama(hasil)
    if nilai is None:
        alasan = _alasan(hasil)
        return _susun("tidak_dapat_dihitung", hasil, None, ALASAN[alasan] if alasan else "")
    beda = abs(bulatkan_pecahan(nilai, 2) - soal.tercetak)
    return _susun("tidak_terjelaskan", hasil, None, "", f"Berselisih {tulis_angka(beda, 2)} poin dari hitungan kami.")


def _tanpa_masukan(bacaan: Mapping[str, BacaanAngka], cetak: BacaanAngka, rumus: str) -> Pengakuan:
    kosong = [kolom for kolom, angka in bacaan.items() if isinstance(angka, Kosong)]
    sebab = [f"tidak ada {' dan '.join(kosong)}"] if kosong else []
    sebab += [kata for kolom, angka in bacaan.items() if (kata := _tidak_terbaca(kolom, angka))]
    alasan = f"tanpa_{kosong[0]}" if kosong else "tidak_terbaca"
    realisasi = bacaan["realisasi"]
    if isinstance(cetak, Angka) and isinstance(realisasi, Angka) and cetak.nilai == realisasi.nilai:
        cara = f"{tulis_angka(cetak.nilai)} adalah realisasi; {'target tidak ada' if kosong else '; '.join(sebab)}"
        return Pengakuan("realisasi_sebagai_capaian", None, None, cara, alasan, "")
    catatan = " ".join((*_menurut_bacaan(bacaan, cetak, rumus), *_pertanyaan(bacaan)))
    return Pengakuan("tidak_dapat_dihitung", None, None, "; ".join(sebab), alasan, catatan)


def _tidak_terbaca(kolom: str, angka: BacaanAngka) -> str:
    """Why something that was typed gives no number here, or an empty text."""
    match angka:
        case Ambigu(teks=teks, bacaan=(kiri, kanan)):
            return f"{kolom} “{teks.strip()}” mempunyai dua bacaan: {tulis_ketikan(kiri)} atau {tulis_ketikan(kanan)}"
        case Peringkat(teks=teks):
            return f"{kolom} “{teks.strip()}” adalah peringkat, bukan angka"
        case TidakTerbaca(teks=teks, sebab=sebab):
            return f"{kolom} “{teks.strip()}” tidak terbaca: {sebab[:1].lower()}{sebab[1:].rstrip('.')}"
        case Rentang() | Batas() if kolom == "realisasi":
            return f"{kolom} bukan satu angka"
    return ""


def _menurut_bacaan(bacaan: Mapping[str, BacaanAngka], cetak: BacaanAngka, rumus: str) -> Iterator[str]:
    """What each reading would give where everything else is clear, and whether the print tells which was meant."""
    ganda = [(kolom, angka) for kolom, angka in bacaan.items() if isinstance(angka, Ambigu)]
    if len(ganda) != 1:
        return
    kolom, ambigu = ganda[0]
    for tawaran in ambigu.bacaan:
        pasti: Mapping[str, BacaanAngka] = {**bacaan, kolom: Angka(tawaran)}
        target, realisasi = _susun_target(pasti["target"]), pasti["realisasi"]
        if target.kosong or not isinstance(realisasi, Angka):
            return
        nilai = hitung_mentah(rumus, Fraction(realisasi.nilai), target, _KEBIJAKAN)
        if isinstance(nilai, Fraction):
            hasil = bulatkan_pecahan(nilai, 2)
            sama = ", sama dengan yang tercetak" if isinstance(cetak, Angka) and cetak.nilai == hasil else ""
            yield f"Bila {kolom} {tulis_ketikan(tawaran)}: {tulis_angka(hasil, 2)}{sama}."


def _tanpa_cetakan(hasil: HasilMenurutRumus, cetak: BacaanAngka) -> Pengakuan:
    catatan = "" if isinstance(cetak, Kosong) else "Angka tercetak tidak terbaca tanpa menebak."
    if isinstance(cetak, Ambigu):
        catatan = f"{_tidak_terbaca('Angka tercetak', cetak)}."
    return _susun("tanpa_cetakan", hasil, next(iter(hasil)), "", catatan)
