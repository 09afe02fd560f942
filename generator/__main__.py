"""``python -m generator`` is ``profiles``."""

from generator.cli import main

if __name__ == "__main__":
    main()
