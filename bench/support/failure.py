"""A measurement that cannot be made."""


class Failure(Exception):
    """Says what is in the way and what to do about it."""

    def __init__(self, message: str, hint: str):
        super().__init__(message)
        self.hint = hint
