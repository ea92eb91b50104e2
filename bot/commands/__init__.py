"""What the command line does, command by command."""
