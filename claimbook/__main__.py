"""Run the command line as ``python -m claimbook``."""

import sys

from claimbook.cli import main

sys.exit(main())
