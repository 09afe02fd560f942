"""Sentences made from data."""
