"""The parts of the pages in this folder: not pages themselves."""
