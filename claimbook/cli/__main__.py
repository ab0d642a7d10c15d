"""Run the command line as ``python -m claimbook.cli``."""

import sys

from claimbook.cli import main

sys.exit(main())
