"""Find every numeric expression in a text, Chinese or English."""

from claimbook.mention.scan import Mention, mentions

__all__ = ["ROLES", "Mention", "mentions"]

ROLES = {
    "claim": "says something about the world that could be wrong",
    "condition": "part of a claim (the “90 days” of “holders for over 90 days”); inherits its verdict",
    "period": "dates another claim",
    "ordinal": "numbers a section or a list",
    "advice": "tells the reader what to do",
    "self-description": "speaks of the article itself",
    "markup": "left over from the page's code",
}
