"""From the bytes of the project to values that know their place."""
