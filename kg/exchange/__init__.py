"""Contacts for other programs and back: flat tables, networks with time, entities, and files of our own."""
