"""Plan, reports and a date → the state of every activity in every territory that carries it out; pure."""
