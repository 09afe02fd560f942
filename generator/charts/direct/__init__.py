"""Charts drawn without Vega, equal to the byte to what it draws: only what is known in every detail."""
