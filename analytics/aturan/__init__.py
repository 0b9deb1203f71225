"""What does the law say? Numbers, formulas, aggregation, predikat, periods, as code and data."""
