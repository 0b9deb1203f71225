"""Do it: the one command that moves a document of the SOP, and what each step brings along."""
