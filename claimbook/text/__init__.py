"""Where words are in a text: selectors, sentences, and two texts side by side."""
