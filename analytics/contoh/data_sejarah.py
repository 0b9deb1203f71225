"""What was before and around the sample plan: history, standards, RPJMD, IKK, and the Renja Perubahan. Contoh."""

from __future__ import annotations

from typing import Final

KONDISI_AWAL: Final = {
    "IKU-01": "3,72",
    "IKU-02": "71,64",
    "IKU-03": "82,70",
    "IKU-04": "24",
    "IKU-05": "81,25",
    "IKU-06": "5",
    "IKU-07": "66,10",
    "IKU-08": "B",
    "IKU-09": "WTP",
    "IKU-10": "85,71",
    "IKU-11": "61,54",
    "IKU-12": "76,92",
    "IKU-13": "17",
    "IKU-14": "33,80",
    "IKU-15": "57",
    "IKU-16": "27",
    "IKU-17": "1",
}
"""The state of every IKU at the end of 2023. Kondisi akhir is the target of 2028, where that is one value."""

REALISASI_2023: Final = {
    "P-01": "94,74",
    "P-02": "88,40",
    "P-04": "88,89",
    "K-01": "1",
    "K-02": "15",
    "K-07": "12",
    "K-10": "15",
    "K-11": "2318",
    "K-12": "5",
    "K-14": "4",
    "K-15": "12",
    "K-17": "7",
    "SK-05": "12",
    "SK-06": "12",
    "SK-17": "15",
    "SK-20": "7",
    "SK-22": "4",
}
SUMBER_2023: Final = "LKjIP Kecamatan 2023 (contoh)"

STANDAR: Final = {
    "IKU-03": ("76,61", "PermenPANRB 14/2017, batas bawah mutu pelayanan B"),
    "IKU-01": ("3,51", "Batas bawah kategori baik, penilaian pelayanan publik (contoh)"),
}
"""(value, source) for every year of the Renstra."""

RPJMD: Final = {
    "IKU-02": ("Pemberdayaan masyarakat desa", "Rata-rata Indeks Desa kabupaten", "71 72 73 74 75"),
    "IKU-03": ("Peningkatan kualitas pelayanan publik", "Indeks Kepuasan Masyarakat kabupaten", "83 84 85 86 87"),
    "IKU-07": ("Reformasi birokrasi", "Nilai SAKIP kabupaten", "70 71 72 73 74"),
    "IKU-16": ("Ketenteraman dan ketertiban", "Gangguan ketenteraman dan ketertiban", "410 400 . 380 370"),
}
"""(program prioritas, indikator RPJMD, targets of the five years)."""

IKK: Final = (
    ("IKU-12", "IKK-KEC-01", "Persentase desa dengan APBDes tepat waktu", "desa tepat waktu / desa x 100", "pembilang"),
    ("IKU-12", "IKK-KEC-01", "Persentase desa dengan APBDes tepat waktu", "desa tepat waktu / desa x 100", "penyebut"),
    ("IKU-14", "IKK-KEC-02", "Persentase usulan musrenbang terakomodasi", "usulan masuk / usulan x 100", "pembilang"),
    ("IKU-14", "IKK-KEC-02", "Persentase usulan musrenbang terakomodasi", "usulan masuk / usulan x 100", "penyebut"),
    ("P-04", "IKK-KEC-03", "Persentase gangguan yang diselesaikan", "nilai indikator", "capaian"),
)
"""(indikator, kode IKK, nama IKK, rumus IKK, elemen); the codes are made up."""

TARGET_PERUBAHAN: Final = {
    "IKU-03": ("84,00", ""),
    "IKU-16": ("26", "6 6 7 7"),
    "K-10": ("14", "4 4 3 3"),
    "K-11": ("2400", "600 600 600 600"),
    "SK-02": ("2", ". . . 2"),
    "SK-17": ("14", "4 8 11 14"),
    "SK-28": (".", ""),
}
"""What the Renja Perubahan 2025 changes: (target of the year, quarterly targets)."""
