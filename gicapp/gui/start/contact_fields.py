"""The fields for what the lead paragraph tells its reader: where the report is, whom to ask."""

from dataclasses import asdict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from gicapp.core.text.contact import CONTACT_NAMES, Contact
from gicapp.gui.appearance import GAP

_EXAMPLES = {
    "site": "公布网站和网址，如“××市人民政府门户网站（www.××.gov.cn）”",
    "office": "联系部门，如“办公室”",
}


class ContactFields(QWidget):
    """One field for each part of a Contact, in two lines; `changed` with every letter."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        self.fields = {name: QLineEdit() for name in CONTACT_NAMES}
        places = {"site": (0, 0, 1, 2), "office": (0, 2, 1, 1), "address": (1, 0, 1, 1)}
        places |= {"phone": (1, 1, 1, 1), "mail": (1, 2, 1, 1)}
        for name, field in self.fields.items():
            field.setPlaceholderText(_EXAMPLES.get(name, CONTACT_NAMES[name]))
            field.setToolTip(f"{CONTACT_NAMES[name]}，写进导语；可以不填，不填的导语里不写")
            field.setAccessibleName(CONTACT_NAMES[name])
            field.textChanged.connect(self.changed)
            grid.addWidget(field, *places[name])
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self.setFocusProxy(self.fields["site"])

    @property
    def contact(self) -> Contact:
        """Return what the fields say."""
        return Contact(**{name: field.text().strip() for name, field in self.fields.items()})

    def propose(self, contact: Contact, before: Contact) -> None:
        """Fill in what is known, but for what a person typed: not what was proposed before."""
        proposed = asdict(before)
        for name, value in asdict(contact).items():
            if self.fields[name].text().strip() in ("", proposed[name]):
                self.fields[name].setText(value)
                self.fields[name].setCursorPosition(0)  # its beginning is what tells
