"""A language that nobody speaks, made of the English one: it finds what no translation reaches.

Every text is longer, accented and in brackets, so that what is hard-coded, put together or cut off
can be seen. It takes the place of a language that browsers know.
"""

import json
import re
import shutil
from pathlib import Path

OPENS, CLOSES = "⟦⟧"
# Its name -> the language whose place it takes; the second is written from right to left.
PLACES = {"pseudo": "en", "pseudo-rtl": "ar"}
# How the web names such languages.
TAGS = {"pseudo": "en-XA", "pseudo-rtl": "ar-XB"}
# These say how the others are written.
_KEPT = {"language", "date_language"}
_ACCENTS = str.maketrans("aceginoruyACEINOSUY", "åçéğîñöŕüýÅÇÉÎÑÖŠÜÝ")
_RIGHT_TO_LEFT, _ENDS = "\u202e", "\u202c"


def lengthened(text: str) -> str:
    """An English text in that language; what stands for a value stays."""
    parts = re.split(r"(\$\d|\{\w+\})", text)
    parts[::2] = [
        re.sub(r"[aeiou]", lambda vowel: 2 * vowel[0], part).translate(_ACCENTS)
        for part in parts[::2]
    ]
    return f"{OPENS}{''.join(parts)}{CLOSES}"


def overridden(text: str) -> str:
    """The same, with the letters themselves from right to left."""
    return f"{OPENS}{_RIGHT_TO_LEFT}{lengthened(text)[1:-1]}{_ENDS}{CLOSES}"


WRITERS = {"pseudo": lengthened, "pseudo-rtl": overridden}


def pseudo_package(package: Path, name: str, folder: Path) -> Path:
    """Make a copy of a package that speaks it.

    Args:
        package: an unpacked one.
        name: one of `PLACES`.
        folder: an empty one, for the copy.

    Returns:
        The copy.
    """
    copy = Path(shutil.copytree(package, folder / package.name))
    place = PLACES[name]
    english = json.loads((package / "_locales/en/messages.json").read_text(encoding="utf-8"))
    for key, message in english.items():
        if key not in _KEPT:
            message["message"] = WRITERS[name](message["message"])
    english["language"]["message"] = TAGS[name]
    english["date_language"]["message"] = place
    file = copy / "_locales" / place / "messages.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(english, ensure_ascii=False), encoding="utf-8")
    return copy
