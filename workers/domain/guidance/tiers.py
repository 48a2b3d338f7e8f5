"""The shape of the chain: why its rules matter, with examples."""

from __future__ import annotations

from workers.domain.guiding import guide

GUIDANCE = {
    "SUP-001": guide(
        why_nl="De keten loopt van de grondstof naar u. In een kring levert een bedrijf aan zichzelf, en is niet te zeggen hoe ver het van u af staat.",
        why_en="The chain runs from the raw material to you. In a circle a firm supplies itself, and nobody can say how far it is from you.",
        good_nl="S2 levert aan S1, en S1 levert aan de concessiehouder.",
        good_en="S2 supplies S1, and S1 supplies the concession holder.",
        bad_nl="S2 levert aan S1, en S1 levert aan S2.",
        bad_en="S2 supplies S1, and S1 supplies S2.",
        found={"circle": "S1 → S2 → S1"},
    ),
    "SUP-002": guide(
        why_nl="Het ketenniveau zegt hoe ver een leverancier van u af staat. Daaraan zien wij hoe diep u uw keten kent.",
        why_en="The tier says how far a supplier is from you. By it we see how deep you know your chain.",
        good_nl="S2 levert aan S1 (ketenniveau 1) en heeft ketenniveau 2.",
        good_en="S2 supplies S1 (tier 1) and has tier 2.",
        bad_nl="S2 levert aan S1 (ketenniveau 1) en heeft ketenniveau 4.",
        bad_en="S2 supplies S1 (tier 1) and has tier 4.",
        found={"supplier_id": "S2", "tier": 4, "wanted": 2, "parent_id": "S1"},
    ),
}
