"""Composite indices.

Contracts of ``data/indices/*.yaml``, the engine that computes them, and what is wrong with either.
"""
