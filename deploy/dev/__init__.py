"""What a developer's machine and CI need around the product: a broker, a database and a mail server of their own."""
