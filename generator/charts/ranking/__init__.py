"""Bars of countries in order."""
