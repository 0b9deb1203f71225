"""Where does it stand? The board of the SOP, the way of each document, deadlines, the work list."""
