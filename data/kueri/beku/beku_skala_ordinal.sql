-- What a snapshot keeps of skala_ordinal: every row.
SELECT * FROM skala_ordinal ORDER BY ALL
