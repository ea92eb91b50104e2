"""What clients and the clinic hear of an appointment unasked, and when. Pure."""
