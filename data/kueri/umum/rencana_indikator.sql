-- Every indicator of one office in the order of the plan, with or without a rule. One row = one indicator.
SELECT i.kode_indikator, i.kode_simpul, i.nama, i.satuan, i.kode_unit, i.definisi, i.sumber_data, i.bukti_wajib, i.urutan
FROM indikator AS i
JOIN simpul AS s ON s.kode_pd = i.kode_pd AND s.kode_simpul = i.kode_simpul
WHERE i.kode_pd = $kode_pd
ORDER BY s.urutan, i.urutan, i.kode_indikator
