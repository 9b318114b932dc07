"""Git → what changed in the records, in words. The only room that runs git."""
