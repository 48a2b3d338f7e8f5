"""Pages for everybody: the beginning, help, what we check, what a report holds, and what other machines ask."""

from portal.pages.checking import checking
from portal.pages.dictionary import dictionary
from portal.pages.mailbox import mailbox
from portal.pages.offline import offline
from portal.pages.rules import rules
from portal.pages.site import site
from portal.pages.start import pages

__all__ = ["checking", "dictionary", "mailbox", "offline", "pages", "rules", "site"]
