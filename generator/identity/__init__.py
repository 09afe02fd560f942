"""How a site looks like its publisher's: colours, logo, icon, and what stands at its foot."""
