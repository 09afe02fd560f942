"""What the kit has of countries that is out of date or wrong, and what stands in its place."""

from collections.abc import Mapping

CAPITALS: Mapping[str, str] = {
    "BOL": "Sucre; La Paz",
    "MDA": "Chișinău",
    "MNG": "Ulaanbaatar",
    "SWZ": "Mbabane; Lobamba",
}
"""Capitals whose English name differs from the kit's, and the seats of government that it leaves out."""

SPOKEN: Mapping[str, str] = {
    "AUT": "German",
    "CHE": "German; French; Italian; Romansh",
    "DZA": "Arabic; Berber",
    "MDA": "Romanian",
}
"""Languages as the states themselves name them: Moldova has called its own Romanian since 2023."""

CURRENCIES: Mapping[str, str] = {
    "BGR": "EUR: Euro",
    "CUB": "CUP: Cuban peso",
    "FSM": "USD: United States dollar",
    "SLE": "SLE: Sierra Leonean leone",
    "ZWE": "ZWG: Zimbabwe gold; USD: United States dollar",
}
"""Currencies since 2021 (Cuba), 2022 (Sierra Leone), 2024 (Zimbabwe) and 2026 (Bulgaria).

Micronesia has none of its own.
"""
