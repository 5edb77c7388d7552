"""Reading: files, folders and standard input become articles; what cannot be read becomes one error each."""

from kg.reading.reader import read

__all__ = ["read"]
