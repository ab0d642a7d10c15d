"""Choose the language in which a case is shown."""

from claimbook.case.case import Case
from claimbook.language import speaking
from claimbook.language.phrase import LANGUAGES
from claimbook.tables.fault import Problems


def speak(language: str, case: Case | None = None) -> None:
    """Say everything in a language from now on, a case's data too as far as it is translated.

    Parameters
    ----------
    language : str
        ``en`` or ``zh``.
    case : Case, optional

    Raises
    ------
    Problems
        If it is another language.
    """
    if language not in LANGUAGES:
        raise Problems([f"LANGUAGE: “{language}” must be one of: {', '.join(LANGUAGES)}"])
    speaking.speak(language, case.book if case else None)
