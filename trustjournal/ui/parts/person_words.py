"""What a person's role and the ground of a rating are called on screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trustjournal.domain.person import Role
from trustjournal.domain.trust import Basis


def role_label(role: Role) -> str:
    """What somebody is to the writer, in a word or two that can stand after a name."""
    labels = {
        Role.PARTNER: QCoreApplication.translate("PersonWords", "partner"),
        Role.EX: QCoreApplication.translate("PersonWords", "former partner"),
        Role.FRIEND: QCoreApplication.translate("PersonWords", "friend"),
        Role.FAMILY: QCoreApplication.translate("PersonWords", "family"),
        Role.WORK: QCoreApplication.translate("PersonWords", "work"),
        Role.OTHER: QCoreApplication.translate("PersonWords", "someone else"),
        Role.MYSELF: QCoreApplication.translate("PersonWords", "myself"),
    }
    return labels[role]


def basis_label(basis: Basis) -> str:
    """What a rating mostly rests on."""
    labels = {
        Basis.SAW: QCoreApplication.translate("PersonWords", "something I saw"),
        Basis.TOLD: QCoreApplication.translate("PersonWords", "something they told me"),
        Basis.HEARD: QCoreApplication.translate("PersonWords", "something someone else told me"),
        Basis.FEELING: QCoreApplication.translate("PersonWords", "a feeling"),
        Basis.OLD_MEMORY: QCoreApplication.translate("PersonWords", "an old memory"),
    }
    return labels[basis]
