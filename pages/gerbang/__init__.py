"""What stands before the screens: the gate, the login pages, whose browser session is whose. Not Streamlit."""
