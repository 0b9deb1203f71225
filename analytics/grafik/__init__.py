"""Pictures: one module each, a frozen result in, a plotly `Figure` out. Nothing here queries or imports a screen."""
