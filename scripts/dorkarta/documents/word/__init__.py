"""WordprocessingML (ECMA-376), the language inside a DOCX file."""
