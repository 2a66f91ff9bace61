"""Records that a notebook or a terminal shows as people read them; `coopdata.display` draws them.

Nothing is loaded until a view is asked for, and a class that is `Viewed` has no state of it.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers take it for true; importing typing would cost milliseconds
if TYPE_CHECKING:
    from typing import Any

__all__ = ["Viewed"]


class Viewed:
    """What `display.view` has a view of: IPython and rich ask for it by these two names."""

    __slots__ = ()

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        from .display import view

        return view(self).bundle()

    def __rich__(self) -> Any:
        from .display import view

        return view(self).rich()
