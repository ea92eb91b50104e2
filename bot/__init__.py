"""Cooldown: the booking assistant that runners' massage clinics run themselves."""
