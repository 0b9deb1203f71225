"""Findings: the catalogue of every rule that a workbook can break, and one finding with its place and advice."""
