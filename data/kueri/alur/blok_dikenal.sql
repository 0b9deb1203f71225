-- Which of these bytes are kept already, which are a kiriman of this office, and which of these kunci are in the log: what
-- berkas_ada, kiriman_sidik and peristiwa_kunci are asked for one. One row = one of them that is known.
SELECT sha256 AS dikenal FROM berkas WHERE list_contains($sha256, sha256)
UNION ALL
SELECT sha256 FROM kiriman WHERE kode_pd = $kode_pd AND list_contains($sha256, sha256)
UNION ALL
SELECT kunci FROM peristiwa WHERE list_contains($kunci, kunci)
