"""Pixels do not depend on the fonts of the machine."""

import os
import subprocess
import sys
from pathlib import Path

from tests.repository import REPOSITORY

PAINT = """
import hashlib
from generator.charts.svg.picture import make_png
svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text y="20" font-family="Liberation Sans">Kgҗ₂中</text></svg>'
print(hashlib.sha256(make_png(svg.encode())).hexdigest())
"""


def painted(**settings: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PAINT], env={**os.environ, **settings}, cwd=REPOSITORY, check=True, capture_output=True
    )
    return done.stdout.decode()


def test_a_machine_without_fonts_makes_the_same_pixels(tmp_path: Path) -> None:
    settings = tmp_path / "fonts.conf"
    settings.write_text(f"<?xml version='1.0'?><fontconfig><dir>{tmp_path}</dir></fontconfig>", encoding="utf-8")
    assert painted() == painted(FONTCONFIG_FILE=str(settings))


def test_the_setting_of_the_machine_is_given_back(tmp_path: Path) -> None:
    told = "import os; from generator.charts.svg.renderer import renderer; renderer(); print(os.environ.get('FONTCONFIG_FILE'))"
    for before, after in (("", "None"), (str(tmp_path), str(tmp_path))):
        env = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
        env |= {"FONTCONFIG_FILE": before} if before else {}
        done = subprocess.run([sys.executable, "-c", told], env=env, cwd=REPOSITORY, check=True, capture_output=True)
        assert done.stdout.decode().strip() == after
