"""Words as runners write them: what hurts and where, what alarms, what they wish for, and who they are. Pure."""
