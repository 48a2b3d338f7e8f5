"""The blueprint of reminders."""

from flask import Blueprint

reminders = Blueprint("reminders", __name__)
