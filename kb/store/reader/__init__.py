"""Every SELECT as a named function: a connection in, plain rows out; shared by commands, pages and tests."""
