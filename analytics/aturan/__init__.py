"""The law as code and data: numbers, formulas, aggregation, predikat, periods."""
