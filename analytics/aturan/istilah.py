"""The words of the rules as people read them, one place for screen, workbook and docs."""

from __future__ import annotations

from typing import Final

NAMA_POLARITAS: Final = {"naik": "makin tinggi makin baik", "turun": "makin rendah makin baik"}
NAMA_CARA_ISI: Final = {"triwulan_ini": "nilai triwulan ini saja", "sd_triwulan": "nilai s/d triwulan ini (kumulatif)"}
