"""The whole house, run as its owner runs it: real model, real database, real processes."""
