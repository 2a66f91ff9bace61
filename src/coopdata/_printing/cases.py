"""Names of units in the case that a phrase or a hedge demands, by the tables of their language."""

from __future__ import annotations

from .words import Words

__all__ = ["ended", "in_case"]


def in_case(text: str, case: str, unit: str, table: Words) -> str:
    """Return the name of a unit in a case: "тонну", "метрическую тонну", "тоннаға".

    Args:
        text: The name as it stands alone.
        case: A table of `cases` or `noun_endings`; the empty one changes nothing.
        unit: The unit, for the units that a table excepts.
        table: The language.
    """
    if case in table.noun_endings:
        return text + ended(text, case, table)
    found = table.cases.get(case)
    if found is None or unit in found["unchanged"]:
        return text
    if unit in found["genitive"]:
        return table.nouns[unit]["other"].replace("{0}", "").strip()
    words = text.split(" ")
    for nth, word in enumerate(words):
        adjective = _changed(word, found["adjective"])
        words[nth] = adjective or _changed(word, found["noun"]) or word
        if not adjective:
            break
    return " ".join(words)


def _changed(word: str, endings: dict[str, str]) -> str | None:
    """Return a word with another ending, the longest that the table has; nothing if it has none."""
    fitting = [ending for ending in endings if word.endswith(ending)]
    longest = max(fitting, key=len, default="")
    return word[: len(word) - len(longest)] + endings[longest] if longest else None


def ended(text: str, case: str, table: Words) -> str:
    """Return the ending that a name takes in a case, by its last vowel and its last letters."""
    word = "".join(char for char in text.casefold() if char.isalpha())
    back, front = table.noun_endings["vowels"]
    vowels = [char for char in word if char in back + front]
    is_front = bool(vowels) and vowels[-1] in front
    pairs = table.noun_endings[case]
    fitting = [tail for tail in pairs if word.endswith(tuple(tail.split("|")))]
    pair = pairs[max(fitting, key=lambda tail: max(map(len, tail.split("|"))), default="")]
    return str(pair[is_front])
