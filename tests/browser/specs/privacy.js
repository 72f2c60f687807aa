// Reading the site leaves no trace, asks nobody else, and the browser has nothing to complain of.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, nothing, visitAll } from "../browser.js";
import { serve } from "../site.js";

let site, browser;
before(async () => ([site, browser] = await Promise.all([serve(), launch()])));
after(async () => Promise.all([site?.stop(), browser?.close()]));

test("no page stores anything, asks another host, or makes the browser complain", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const findings = [];
  let path = "";
  const errors = new Set(site.errors());
  // The browser tells of the status of a page itself, which for these is as it should be.
  const expected = (text) => errors.has(path) && /status of (404|410)/.test(text);
  page.on("console", (message) => expected(message.text()) || findings.push(`${path}  console: ${message.text()}`));
  page.on("pageerror", (error) => findings.push(`${path}  error: ${error}`));
  // Going to the next page stops what this one was still fetching, such as its icon.
  const stopped = (request) => request.failure()?.errorText === "net::ERR_ABORTED";
  page.on("requestfailed", (request) => stopped(request) || findings.push(`${path}  failed: ${request.url()}`));
  page.on("request", (request) => new URL(request.url()).origin !== site.origin && findings.push(`${path}  asks ${request.url()}`));
  page.on("response", async (response) => {
    const on = path;
    if (response.status() >= 400 && response.url() !== site.url(on)) findings.push(`${on}  ${response.status()} ${response.url()}`);
    if ((await response.headersArray()).some(({ name }) => name.toLowerCase() === "set-cookie")) findings.push(`${on}  sets a cookie`);
  });
  for (path of await site.pages()) {
    await page.goto(site.url(path), { waitUntil: "load" });
  }
  const { cookies, origins } = await context.storageState({ indexedDB: true });
  const kept = await page.evaluate(async () => [
    localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length, (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
  ]);
  await context.close();
  nothing(findings);
  assert.deepEqual({ cookies, origins, kept }, { cookies: [], origins: [], kept: [0, 0, 0, 0, 0] });
});

test("every address that a page loads is its own", async () => {
  const findings = await visitAll(browser, site, await site.pages(), (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], img, source, iframe, video, audio, object, embed, use")]
        .flatMap((element) => ["src", "href", "srcset", "data"].map((name) => element.getAttribute(name)).filter(Boolean))
        .filter((address) => !/^\/(?!\/)/.test(address)),
    ),
  );
  nothing(findings);
});
