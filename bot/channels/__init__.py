"""Where clients write: Telegram, the website's widget, Rasa's REST channel, the terminal."""
