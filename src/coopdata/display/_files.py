"""What the command line writes for other programs: JSON that no terminal obeys."""

from __future__ import annotations

import json
from typing import Any

from ..errors import CONTROLS

__all__ = ["json_text"]


def json_text(tree: Any) -> str:
    """Return a tree as JSON whose strings have every control character as its escape."""
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    return CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
