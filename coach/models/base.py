"""What all words of the product share."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Word(BaseModel):
    """A frozen record whose fields each carry one plain sentence."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class PlanWord(BaseModel):
    """A frozen record of the plan family; unknown fields are ignored.

    Plans of other products are checked too, and theirs may say more than ours.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", use_attribute_docstrings=True)
