"""A page as a browser would see it, for the tests of what `to_html` writes."""

from __future__ import annotations

import json
from functools import cached_property
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

VOID = ("meta", "input", "br")


class Page(HTMLParser):
    """Texts, marks and anchors with the places where they stand; ids, links, tags, data.

    Nothing in it may act: no attribute runs or fetches, every tag is closed.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        #: Number of the text, first character, last.
        self.marks: list[tuple[int, int, int]] = []
        #: For each id of a fact: the number of the text, the character.
        self.anchors: dict[str, tuple[int, int]] = {}
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.said: dict[str, list[str]] = {}
        self.facts = 0
        self._raw = ""
        self._within: list[tuple[str, str | None]] = []
        self.feed(page)
        self.close()
        assert self._within == []

    @property
    def fact_links(self) -> list[str]:
        """The ids of facts that links lead to."""
        return [unquote(one[1:]) for one in self.links if not one.startswith("#page-")]

    @cached_property
    def data(self) -> Any:
        return json.loads(self._raw)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        assert len(told) == len(attrs)
        assert not [name for name in told if name.startswith("on")]
        assert not {"src", "srcset", "action", "data", "style", "xlink:href"} & set(told)
        self.tags.append(tag)
        self.ids += [told["id"]] if told.get("id") else []
        self.links += [told["href"]] if told.get("href") else []
        self.facts += told.get("class") == "fact"
        if told.get("class") == "text":
            self.texts.append("")
        here = len(self.texts) - 1, len(self.texts[-1]) if self.texts else 0
        if tag == "mark":
            self.marks.append((*here, here[1]))
        if told.get("class") == "at":
            self.anchors[told["id"] or ""] = here
        if tag not in VOID:
            self._within.append((tag, told.get("class")))
        for name in ("data-say", "data-name"):
            if say := told.get(name):
                self.said.setdefault(say, [])

    def handle_endtag(self, tag: str) -> None:
        assert self._within.pop()[0] == tag
        if tag == "mark":
            self.marks[-1] = (*self.marks[-1][:2], len(self.texts[-1]))

    def handle_data(self, data: str) -> None:
        if ("div", "text") in self._within:
            self.texts[-1] += data
        if self._within and self._within[-1] == ("script", "data"):
            self._raw += data

    def check_words(self) -> None:
        """Refuse a page on which a language lacks words for something that changes with it."""
        for told in self.data["languages"].values():
            for say in self.said:
                group, _, key = say.partition(" ")
                words = told[group]
                assert isinstance(words[int(key) if isinstance(words, list) else key], str)
