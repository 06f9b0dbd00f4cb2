"""Where this checkout lies."""

from pathlib import Path

# The folder `training`: configs, the scripts that render the artwork, runs.
ROOT = Path(__file__).resolve().parents[1]
