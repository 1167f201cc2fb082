"""Names of things a person makes: 128-bit random ids, one type each so that they cannot be mixed up."""

from __future__ import annotations

from typing import NewType
from uuid import UUID

EntryId = NewType("EntryId", UUID)
PersonId = NewType("PersonId", UUID)
CheckInId = NewType("CheckInId", UUID)
ServedPromptId = NewType("ServedPromptId", UUID)
DeviceId = NewType("DeviceId", UUID)
VersionId = NewType("VersionId", UUID)
AttachmentId = NewType("AttachmentId", UUID)
TemplateId = NewType("TemplateId", UUID)
SavedSearchId = NewType("SavedSearchId", UUID)
DeckId = NewType("DeckId", UUID)
OwnPromptId = NewType("OwnPromptId", UUID)
OwnNumberId = NewType("OwnNumberId", UUID)
