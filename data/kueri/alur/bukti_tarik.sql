-- Withdraw one piece of evidence, once; its bytes stay. One row when it was withdrawn now.
UPDATE bukti
SET ditarik_pada = $pada
WHERE kode_pd = $kode_pd AND id_bukti = $id_bukti AND ditarik_pada IS NULL
RETURNING id_bukti
