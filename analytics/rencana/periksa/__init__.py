"""What is asked about a plan before it is stored, and how the answers are taken."""
