"""The whole site: frames, splicing, search index, manifest, publishing; the thin MkDocs plugin."""
