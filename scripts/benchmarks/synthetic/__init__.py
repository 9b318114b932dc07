"""A country that does not exist: its places, the words of its plans, and records made of them."""
