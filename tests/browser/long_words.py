"""An essay of the small site in which everything is too long for a phone."""

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ADDRESS = "https://example.org/" + "a-very-long-path-without-any-space/" * 5
CELLS = " | ".join(f"Column{number}WithAName" for number in range(12))
TEXT = f"""---
title: {LONG}
date: 2026-01-01
authors: [{LONG}]
countries: [KEN]
summary: A test of {LONG}.
---

A word, {LONG}, a link <{ADDRESS}>, code `{"x" * 90}` and **{LONG}**.

{CELLS}
{"|".join(["---"] * 12)}
{" | ".join(["cell"] * 12)}

> {LONG}

* {LONG}[^a] and again[^a]

## {LONG}

    {"y" * 90}

Short | Table
--- | ---
a | b

[^a]: {LONG}, <{ADDRESS}>
"""
