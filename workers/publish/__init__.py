"""What the product gives to people: documents, workbooks, lists, the template and the schema."""
