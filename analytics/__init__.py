"""All that Capaian knows; imports neither streamlit nor pages."""
