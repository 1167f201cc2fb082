"""One way to write a value as JSON, so that hashes and MACs over it mean the same everywhere."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

JsonValue = None | bool | int | str | Sequence["JsonValue"] | Mapping[str, "JsonValue"]


def canonical_json(value: JsonValue) -> bytes:
    """Keys sorted, no spaces, ASCII with `\\u` escapes; `NaN` and infinities are refused."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False).encode("ascii")
