"""Files that people filled in → drafts of records, with everything that is doubtful about them."""
