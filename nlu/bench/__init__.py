"""What was tried before the language model became what it is."""
