"""The language model's room: Rasa Open Source on Python 3.10. It shares no code with the bot; they speak HTTP."""
