"""What every workbook of ours shares: writing texts, estimating heights, naming sheets."""
