"""What is published: frozen models of records, without input, output or clock."""
