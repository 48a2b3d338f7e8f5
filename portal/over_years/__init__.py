"""The figures of a concession through the years, as its holder and its authorities may see them: charts with a table behind each."""
