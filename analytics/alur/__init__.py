"""How is a step done? The one command that moves a document of the SOP, and what each step brings along."""
