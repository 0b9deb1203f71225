-- What one kiriman said about its indicators. One row = one indicator.
SELECT kode_indikator, keadaan, nilai, pembilang, penyebut, peringkat, alasan, diketik, lembar, sel
FROM realisasi
WHERE kode_pd = $kode_pd AND id_kiriman = $id_kiriman
ORDER BY kode_indikator
