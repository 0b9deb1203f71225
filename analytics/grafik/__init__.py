"""One picture a module: a result in, a plotly figure out."""
