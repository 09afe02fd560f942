"""Refreshing: producers asked, replies mapped and compared, origins written whole or not at all."""
