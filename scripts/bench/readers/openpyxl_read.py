"""openpyxl in its read-only mode, to rows of values."""
import sys
import openpyxl

workbook = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
rows = list(workbook.worksheets[0].iter_rows(values_only=True))
assert len(rows) > 0
