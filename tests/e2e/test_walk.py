"""The main job in a browser, in Dutch, in English, and with script switched off."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from schemas.texts import Language
from tests.e2e.duties import a_new_duty
from tests.e2e.visiting import a_page
from tests.e2e.walking import (
    REPORTER,
    Walk,
    accept,
    hand_in_and_take_back_once,
    hear_the_holder,
    mend_and_hand_in_again,
    open_decided_reports,
    send_back_with_a_second_reader,
    upload_until_ready,
)
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.mark.parametrize(
    ("language", "script"),
    [(Language.NL, True), (Language.EN, True), (Language.NL, False)],
    ids=["nl", "en", "no-script"],
)
def test_a_report_goes_from_upload_to_a_decision_with_documents(
    browser: Browser, site: Site, tmp_path: Path, language: Language, script: bool
) -> None:
    code = f"VB-WEG-{language.upper()}{'' if script else '-0'}"
    name = a_new_duty(site, code, tmp_path)
    with a_page(browser, site.address, java_script_enabled=script) as page:
        walk = Walk(page, language, name, script=script)
        upload_until_ready(walk, code)
        hand_in_and_take_back_once(walk)
        hear_the_holder(walk)
        send_back_with_a_second_reader(walk)
        mend_and_hand_in_again(walk, code)
        accept(walk)
        walk.enter(REPORTER)
        walk.expect_text("Documenten")
        open_decided_reports(walk)
        walk.leave()
