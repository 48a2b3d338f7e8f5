"""The one page that lies on the table of a contract meeting."""
