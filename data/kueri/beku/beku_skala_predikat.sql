-- What a snapshot keeps of skala_predikat: every row.
SELECT * FROM skala_predikat ORDER BY ALL
