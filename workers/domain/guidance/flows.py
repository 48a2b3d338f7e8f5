"""Materials and incidents: why their rules matter, with examples."""

from __future__ import annotations

from schemas.judgement import Severity
from workers.domain.guiding import guide

GUIDANCE = {
    "MAT-001": guide(
        why_nl="Wij rekenen uit welk deel van uw afval opnieuw wordt gebruikt. Daarvoor moet van alles wat weggaat duidelijk zijn waar het heen gaat.",
        why_en="We reckon which part of your waste is used again. For that, it has to be clear of all that leaves where it goes.",
        good_nl="Stroom F3, Banden, Uitgaand: bestemming Recycling.",
        good_en="Flow F3, Tyres, Out: treatment Recycling.",
        bad_nl="Stroom F3, Banden, Uitgaand: bestemming leeg.",
        bad_en="Flow F3, Tyres, Out: treatment blank.",
        found={"flow_id": "F3", "material": "tyre", "direction": "out", "treatment": None},
    ),
    "MAT-002": guide(
        why_nl="In een oude busbatterij zitten schaarse metalen, en vaak nog veel capaciteit. Storten of verbranden mag niet volgens de Europese batterijregels.",
        why_en="An old bus battery holds scarce metals, and often much capacity still. European battery law forbids landfill and incineration.",
        good_nl="Stroom F4, Batterijpakket, Uitgaand: bestemming Tweede leven.",
        good_en="Flow F4, Battery pack, Out: treatment Second life.",
        bad_nl="Stroom F4, Batterijpakket, Uitgaand: bestemming Stort.",
        bad_en="Flow F4, Battery pack, Out: treatment Landfill.",
        found={"flow_id": "F4", "treatment": "landfill", "treatments": ["reuse", "second_life", "recycling"]},
        severity=Severity.ERROR,
    ),
    "INC-001": guide(
        why_nl="Meer meldingen betekent niet altijd dat het onveiliger is: wie beter registreert, telt meer. Wij noemen de sprong, zodat niemand het cijfer verkeerd leest.",
        why_en="More incidents does not always mean less safety: who registers better counts more. We point out the jump, so that nobody misreads the figure.",
        good_nl="Sociale veiligheid B in TRIAS: 100 dit jaar, 80 vorig jaar.",
        good_en="Social safety B in TRIAS: 100 this year, 80 last year.",
        bad_nl="Sociale veiligheid B in TRIAS: 300 dit jaar, 80 vorig jaar.",
        bad_en="Social safety B in TRIAS: 300 this year, 80 last year.",
        found={"category": "social_safety_b", "registration_system": "trias", "total": 300, "before": 80, "jump": 3},
    ),
}
