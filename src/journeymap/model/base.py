"""What parts of a map and of a configuration are made of: pydantic's models.

Whoever has no time to import them puts `quick_base` in this place first.
"""

from pydantic import BaseModel, ConfigDict, Field, ValidationError

__all__ = ["BaseModel", "ConfigDict", "Field", "ValidationError"]
