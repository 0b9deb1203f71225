"""How does it look as a picture? One module each, a frozen result in, a plotly `Figure` out."""
