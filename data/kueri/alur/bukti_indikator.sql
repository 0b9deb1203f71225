-- The unit that reports an indicator. One row when the office has it.
SELECT kode_unit FROM indikator WHERE kode_pd = $kode_pd AND kode_indikator = $kode_indikator
