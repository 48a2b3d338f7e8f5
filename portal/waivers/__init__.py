"""What a concession is not held to: waivers by the authority that leads, and exemptions of the terms."""

from portal.waivers.views import waivers

__all__ = ["waivers"]
