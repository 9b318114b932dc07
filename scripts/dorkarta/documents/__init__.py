"""Printable documents and downloads: papers are made of records, and written as PDF, DOCX, XLSX and CSV."""
