"""The live preview: a server on this machine, what it shows, and what it watches."""
