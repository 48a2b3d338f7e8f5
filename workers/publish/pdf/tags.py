"""What each thing on paper is: the tags that a screen reader goes by, and the tree that they make."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Tag:
    """One thing: its kind (P, H1, Table …) and what it is part of; two alike are two things.

    ``alt`` says in words what a figure shows, ``scope`` whether a header cell is that of its row or of its column.
    """

    kind: str
    within: Tag | None = None
    alt: str = ""
    scope: str = ""


@dataclass(frozen=True)
class Mark:
    """A stretch of what is drawn on a page, by its number there."""

    page: int
    number: int


@dataclass(frozen=True)
class Press:
    """A place on a page that can be pressed, by its number there."""

    page: int
    number: int


Part = Tag | Mark | Press


class Tree:
    """What was drawn, in the order of drawing: a tag takes its place when something of it is drawn for the first time."""

    def __init__(self) -> None:
        self.top: list[Part] = []
        self.parts: dict[Tag, list[Part]] = {}
        self.marks: dict[int, list[Tag]] = {}
        self.presses: dict[int, list[Tag]] = {}
        self.boxes: dict[Tag, Box] = {}

    def __contains__(self, tag: Tag) -> bool:
        """Whether it has its place already."""
        return tag in self.parts

    def place(self, tag: Tag) -> list[Part]:
        """The parts of a tag, which from now on has its place."""
        if tag not in self.parts:
            self.parts[tag] = []
            (self.place(tag.within) if tag.within else self.top).append(tag)
        return self.parts[tag]

    def mark(self, tag: Tag, *, page: int) -> Mark:
        """A new stretch of a page that belongs to this tag."""
        of_page = self.marks.setdefault(page, [])
        mark = Mark(page, len(of_page))
        of_page.append(tag)
        self.place(tag).append(mark)
        return mark

    def press(self, tag: Tag, *, page: int) -> None:
        """A new place on a page that can be pressed, which belongs to this tag."""
        of_page = self.presses.setdefault(page, [])
        self.place(tag).append(Press(page, len(of_page)))
        of_page.append(tag)


def items(number: int) -> list[Tag]:
    """The tags of so many items of one list."""
    whole = Tag("L")
    return [Tag("LBody", within=Tag("LI", within=whole)) for _ in range(number)]
