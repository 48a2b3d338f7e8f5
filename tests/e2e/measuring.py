"""What is measured of every page: rules, width, larger text, targets, focus and weight; each gives the troubles in words."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from playwright.sync_api import Page

MOST_BYTES: Final = 150_000
AXE: Final = Path(__file__).parents[2] / "deploy" / "assets" / "node_modules" / "axe-core" / "axe.min.js"
TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN: Final = """async tags => (await axe.run(document, {runOnly: tags})).violations
    .map(one => `${one.id}: ${one.nodes.map(node => node.target.join(' ')).slice(0, 3).join(' | ')}`)"""
SIDEWAYS: Final = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# Text is cut off where a box hides what does not fit in it; a scrolling box, and text that is hidden on purpose, is no fault.
CUT_OFF: Final = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(e => {
    const look = getComputedStyle(e);
    return look.overflowX === 'hidden' && !e.closest('.hidden-text, svg') && e.scrollWidth > e.clientWidth + 1 && e.innerText;
  }).slice(0, 3).map(e => `cut off: ${e.tagName} ${e.className}`)"""
# A link in a line of text may be as high as the text (WCAG 2.5.8, inline); a choice is as large as its label.
SMALL: Final = """() => {
  const controls = 'a[href], button, summary, select, textarea, input:not([type=hidden])';
  const seen = e => e.checkVisibility({checkOpacity: true, checkVisibilityCSS: true});
  const inLine = e => e.tagName === 'A' && getComputedStyle(e).display === 'inline';
  const box = e => (e.labels?.length && /checkbox|radio/.test(e.type) ? e.labels[0] : e).getBoundingClientRect();
  return [...document.querySelectorAll(controls)].filter(e => seen(e) && !e.matches('.skip') && !inLine(e))
    .filter(e => { const {width, height} = box(e); return width && (width < 23.99 || height < 23.99); })
    .slice(0, 5).map(e => `small target: ${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 30)}`);
}"""
# Each stop is given the focus as the keyboard does; then it must show it, and nothing may lie over it.
COVERED: Final = """() => {
  const stops = 'a[href], button:not([disabled]), summary, select, textarea, input:not([type=hidden])';
  const seen = e => e.checkVisibility({checkOpacity: true, checkVisibilityCSS: true});
  const found = [];
  for (const e of [...document.querySelectorAll(stops)].filter(seen).slice(0, 150)) {
    e.focus();
    if (e !== document.activeElement) continue;
    const {left, top, width, height} = e.getBoundingClientRect();
    const [first] = e.getClientRects();
    const over = document.elementFromPoint(first.left + first.width / 2, first.top + first.height / 2);
    const name = `${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 30)}`;
    if (getComputedStyle(e).outlineStyle === 'none') found.push(`focus is not seen: ${name}`);
    const inView = top < innerHeight && top + height > 0 && left < innerWidth && left + width > 0;
    if (!inView) found.push(`focus is out of view: ${name}`);
    else if (over && !e.contains(over) && !over.contains(e) && !(e.labels && [...e.labels].some(l => l.contains(over))))
      found.push(`focus is covered: ${name}`);
  }
  return found.slice(0, 5);
}"""

LEADS_NOWHERE = """() => [...document.querySelectorAll('.summary a')]
  .filter(link => !document.querySelector(`[id="${decodeURIComponent(link.hash.slice(1))}"]`)).map(link => `${link.hash} is not there`)"""


def broken_rules(page: Page) -> list[str]:
    """The rules of axe for WCAG 2.2 AA that a page breaks, on a narrow screen and on a wide one."""
    found: list[str] = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found += [f"{told} ({width} px)" for told in page.evaluate(RUN, TAGS)]
    return found


def sideways(page: Page) -> list[str]:
    """Whether a page scrolls sideways at 320 px, or at 1280 px with text of twice the size, or cuts such text off."""
    page.set_viewport_size({"width": 320, "height": 900})
    narrow = ["scrolls sideways at 320 px"] * bool(page.evaluate(SIDEWAYS))
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    large = ["scrolls sideways with text of 200 %"] * bool(page.evaluate(SIDEWAYS))
    cut: list[str] = page.evaluate(CUT_OFF)
    page.evaluate("document.documentElement.style.fontSize = ''")
    return narrow + large + cut


def hard_to_hit(page: Page) -> list[str]:
    """The targets under 24 by 24 CSS pixels, on a narrow screen and on a wide one."""
    found: list[str] = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        found += page.evaluate(SMALL)
    return found


def lost_focus(page: Page) -> list[str]:
    """The stops whose focus is not seen, lies out of view or under something else."""
    page.keyboard.press("Tab")
    found: list[str] = page.evaluate(COVERED)
    return found


def too_heavy(page: Page) -> list[str]:
    """Whether a first view asks for more than 150 kB, everything on it counted as it is sent."""
    sent = list[float]()
    browser = page.context.new_cdp_session(page)
    browser.send("Network.enable")
    browser.send("Network.setCacheDisabled", {"cacheDisabled": True})
    browser.on("Network.loadingFinished", lambda told: sent.append(told["encodedDataLength"]))
    page.reload(wait_until="networkidle")
    browser.detach()
    return [f"{sum(sent) / 1000:.0f} kB"] if sum(sent) > MOST_BYTES else []


def unread_summary(page: Page) -> list[str]:
    """Of a refused form: whether the summary of its errors has the focus, and each of its links leads to a field."""
    focused = page.evaluate("document.activeElement?.matches('.summary, .summary *') ?? false")
    lost: list[str] = page.evaluate(LEADS_NOWHERE)
    return [*([] if focused else ["the summary of errors has no focus"]), *lost]
