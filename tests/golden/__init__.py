"""A few replies in full, as a person reads them, in each language: ``en.txt``, ``ko.txt``, ``ja.txt``.

``python -m tests.golden`` writes them anew; read the difference before committing it. The questions stand in the
files: a line that begins with ``›`` is asked, a blank line and ``---`` begin a new conversation.
"""
