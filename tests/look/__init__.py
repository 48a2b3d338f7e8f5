"""Every page, document and mail as a picture: for people to look at, and for the tests that walk them all."""
