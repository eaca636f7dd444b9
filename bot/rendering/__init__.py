"""From a structured reply to what a surface shows: plain text, Telegram's HTML and buttons."""
