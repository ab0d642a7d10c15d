"""What Jupyter needs: notebooks are run on an article, and ``%load_ext claimbook`` adds its magic."""
