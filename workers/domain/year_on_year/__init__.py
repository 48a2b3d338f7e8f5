"""This year beside last year: what changed, and by what."""

from workers.domain.year_on_year.changes import with_changes as with_changes
