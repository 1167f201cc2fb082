"""A throw-away sample life for `trustjournal demo`: eighteen months of somebody who does not exist."""

from trustjournal.services.sample.life import fill_with_sample_life

__all__ = ["fill_with_sample_life"]
