"""The words of the rules as people read them, one place for screen, workbook and docs."""

from __future__ import annotations

from typing import Final

NAMA_POLARITAS: Final = {"naik": "makin tinggi makin baik", "turun": "makin rendah makin baik"}
SEBUTAN_POLARITAS: Final = {
    "naik": ("positif", "progresif", "maksimal", "maximize", "makin tinggi makin baik", "semakin tinggi semakin baik"),
    "turun": ("negatif", "regresif", "minimal", "minimize", "makin rendah makin baik", "semakin rendah semakin baik"),
}
"""What plans and reports call a polaritas besides its own word."""
NAMA_CARA_ISI: Final = {"triwulan_ini": "nilai triwulan ini saja", "sd_triwulan": "nilai s/d triwulan ini (kumulatif)"}
BUKTI_WAJIB: Final = "bukti wajib"
"""What is said beside an indicator whose every value needs its evidence."""
BAGIAN_UNIT: Final = "bagian_unit"
"""The level of what one unit carries out of a sub kegiatan, or of a kegiatan without any: it stands below that node."""
