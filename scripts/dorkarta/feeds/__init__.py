"""What machines read: the JSON API. Its types are apart from the model, so that records may change under it."""
