"""Outlines and points that maps are drawn from."""
