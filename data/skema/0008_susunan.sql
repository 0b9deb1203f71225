-- What a plan can say about who answers for what. What these columns leave open is NULL, as in every row of before.

-- bukti_wajib: whether every reported value of this indicator needs its bukti dukung.
ALTER TABLE indikator ADD COLUMN bukti_wajib BOOLEAN;
