-- What a snapshot keeps of pengaturan: every row.
SELECT * FROM pengaturan ORDER BY ALL
