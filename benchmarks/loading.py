"""Measure how soon each type of page shows something on a slow phone, and what it weighs.

Run: `python -m benchmarks.loading SITE`, with the site of a build.  The phone is a processor four times
slower, on 1.6 Mbit/s with a delay of 150 ms, which is what Lighthouse calls slow 4G; nothing is cached.
"""

import sys
from pathlib import Path

import brotli
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import FLAGS
from tests.support.serving import one_of_each_served
from tests.support.views import NARROW, viewed
from tools.chromium import find

SLOWER = 4
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
FIRST = "list.getEntriesByName('first-contentful-paint').forEach(one => done(one.startTime))"
PAINTED = f"""() => new Promise(done =>
  new PerformanceObserver(list => {FIRST}).observe({{ type: 'paint', buffered: true }}))"""


def measured(browser: Browser, address: str) -> tuple[float, int, int]:
    """Return the milliseconds to the first content, the requests and the bytes (Brotli) of a page."""
    with viewed(browser, **NARROW) as told:
        phone = told.page.context.new_cdp_session(told.page)
        phone.send("Network.enable")
        phone.send("Network.emulateNetworkConditions", NETWORK)
        phone.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        told.page.goto(address)
        painted: float = told.page.evaluate(PAINTED)
        weight = sum(len(brotli.compress(one.body())) for one in told.responses if "data:" not in one.url)
        return painted, len(told.responses), weight


def main() -> None:
    """Print a line for each type of page."""
    with sync_playwright() as playwright, one_of_each_served(Path(sys.argv[1])) as pages:
        browser = playwright.chromium.launch(executable_path=find(), args=FLAGS)
        for template, address in pages.items():
            painted, requests, weight = measured(browser, address)
            print(f"{template:24} {painted:6.0f} ms {requests:3} requests {weight / 1000:6.1f} kB")
        browser.close()


if __name__ == "__main__":
    main()
