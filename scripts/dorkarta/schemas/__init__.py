"""What every field may hold, out of the models: for the programs in which editors write, and for the guide."""
