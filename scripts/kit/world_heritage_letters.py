"""Letters that the mirror of the World Heritage list lost.

It has a question mark for what its code page cannot hold.
"""

from collections.abc import Mapping

LOST: Mapping[str, str] = {
    "?Khomani": "ǂKhomani",
    "?al Saflieni": "Ħal Saflieni",
    "?eský Krumlov": "Český Krumlov",
    "?widnica": "Świdnica",
    "Bia?owie?a": "Białowieża",
    "Cumal?k?z?k": "Cumalıkızık",
    "Divri?i": "Divriği",
    "Diyarbak?r": "Diyarbakır",
    "Hollók?": "Hollókő",
    "J?mé": "Jāmé",
    "Kernav?": "Kernavė",
    "Kh?neg?h": "Khānegāh",
    "Krom??íž": "Kroměříž",
    "Krušnoho?í": "Krušnohoří",
    "Levo?a": "Levoča",
    "Ma?opolska": "Małopolska",
    "Maramure?": "Maramureș",
    "Mu?akowski": "Mużakowski",
    "Nemrut Da?": "Nemrut Dağ",
    "Papah?naumoku?kea": "Papahānaumokuākea",
    "Pore?": "Poreč",
    "Q?bus": "Qābus",
    "Sighi?oara": "Sighișoara",
    "Sokolovi?": "Sokolović",
    "Sopo?ani": "Sopoćani",
    "Ste?ci": "Stećci",
    "T?ebí?": "Třebíč",
    "Taputapu?tea": "Taputapuātea",
    "Tel?": "Telč",
    "Toru?": "Toruń",
    "Wroc?aw": "Wrocław",
    "Zamo??": "Zamość",
}
"""Words of the mirror and the same words in full."""


def mend_letters(name: str) -> str:
    """Return a name with its lost letters in their places."""
    for wrong, right in LOST.items():
        name = name.replace(wrong, right)
    return name
