"""Mail: replies of the outbox as letters with an .ics, handed to the clinic's mail server."""
