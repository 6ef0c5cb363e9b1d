"""The one exception that stands for an action that cannot be done."""


class GicError(Exception):
    """An action that cannot be done; its text is Chinese and fit for the user.

    What is wrong with the user's data is never raised: it is returned as findings or problems.
    """
