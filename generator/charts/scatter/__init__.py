"""Two indicators against each other, a dot for each country."""
