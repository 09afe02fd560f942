"""The images that texts show, their credits, and the pictures in several widths made of them."""
