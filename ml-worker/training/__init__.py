"""Trains the worker's image models: one command per model, see README.md."""
