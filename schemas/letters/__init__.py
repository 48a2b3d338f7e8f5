"""Letters: the words of each kind of mail, with what they are filled with; both sides read them."""
