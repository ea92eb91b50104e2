"""The action server's one action: write the appointment down, as a tutorial would."""

import os
import sqlite3
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import AllSlotsReset
from rasa_sdk.executor import CollectingDispatcher

record = sqlite3.connect(os.environ["ACTIONS_DB"], check_same_thread=False)
record.execute("PRAGMA journal_mode=WAL")
record.execute("CREATE TABLE IF NOT EXISTS appointment (client TEXT, start TEXT, complaint TEXT)")


class Book(Action):
    """Runs when the form is full."""

    def name(self) -> str:
        """What the domain calls it."""
        return "action_book"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        """Insert a row and say so."""
        row = [tracker.get_slot(slot) for slot in ("client", "start", "complaint")]
        with record:
            record.execute("INSERT INTO appointment VALUES (?, ?, ?)", row)
        dispatcher.utter_message(text="Booked. See you then.")
        return [AllSlotsReset()]
