"""Score a folder of articles with planted errors: ``python -m benchmarks.checks FOLDER``."""

from benchmarks.checks import main

main()
