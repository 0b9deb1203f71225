-- Change what describes one indicator; its rule is changed by a new row of aturan_indikator instead.
UPDATE indikator
SET kode_simpul = $kode_simpul, nama = $nama, satuan = $satuan, kode_unit = $kode_unit,
    definisi = $definisi, sumber_data = $sumber_data, bukti_wajib = $bukti_wajib
WHERE kode_pd = $kode_pd AND kode_indikator = $kode_indikator
