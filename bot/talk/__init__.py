"""What the script and the dialogue are made of: questions, answers, offers, remarks, and what is remembered. Pure."""
