"""Stories: which articles tell of the same event, and what came of it."""

from sayso.link.stories.bonds import Ruling
from sayso.link.stories.grouping import STORY, Grouping, Story
from sayso.link.stories.story_index import StoryIndex

__all__ = ["STORY", "Grouping", "Ruling", "Story", "StoryIndex"]
