"""The whole site: what it is made from, what need not be made again, how it is put together and published.

Before: a `request` and the hashes of the `sources`; `unchanged` compares them with the `ledger`, which remembers the
last edition. `checked` and `verdict` judge the records, `framework` and `mkdocs_run` let MkDocs build the prose.
While: `scopes` tell what each territory is made from, `origins` which files of the `former` edition stay as they are.
`frames` are pages of prose cut open, `drawing` fills them, `assembling` puts all together, file by file on a `shelf`.
After: `losses` and the `manifest` guard the addresses, `publishing` lets the new edition take the place of the old one.
"""
