-- What indicators supply to the IKK of the LPPD, all documents and revisi. One row = one indicator, IKK and element.
SELECT id_rencana, kode_indikator, kode_ikk, nama_ikk, rumus_ikk, elemen
FROM elemen_ikk
WHERE kode_pd = $kode_pd
ORDER BY id_rencana, kode_indikator, kode_ikk, elemen
