-- Every periode of an office that has a kiriman. One row = one triwulan.
SELECT DISTINCT tahun, triwulan FROM kiriman WHERE kode_pd = $kode_pd ORDER BY tahun, triwulan
