"""Sets of indicators that come ready to use."""

from rodedraad.measuring.sets.bbv import bbv_social_domain
from rodedraad.measuring.sets.text import as_toml

SETS = {"bbv-sociaal-domein": bbv_social_domain}

__all__ = ["SETS", "as_toml", "bbv_social_domain"]
