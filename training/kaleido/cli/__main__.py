"""`python -m kaleido.cli`, where the package is not installed."""

import sys

from kaleido.cli.main import main

sys.exit(main())
