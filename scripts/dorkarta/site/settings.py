"""What our pages need of MkDocs' configuration."""

from mkdocs.config.defaults import MkDocsConfig

from dorkarta.pages.edition import Settings


def settings_of(config: MkDocsConfig) -> Settings:
    """The settings of a site."""
    repository = config.extra.get("repository") or {}
    return Settings(
        site_name=config.site_name,
        site_url=config.site_url or "",
        edit_url=repository.get("edit"),
        new_url=repository.get("new"),
    )
