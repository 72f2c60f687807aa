// What a page weighs on the wire, for every page, with a table for each kind.

import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { launch, nothing } from "../browser.js";
import { kindOf, results, serve } from "../site.js";

/** In bytes over the wire, headers included. */
const budget = { first: 14_000, view: 100_000, script: 0, elsewhere: 0, cookies: 0 };

let site, browser;
before(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
  await site.settled();
});
after(async () => Promise.all([site?.stop(), browser?.close()]));

/** Loads a page as a first-time visitor on a phone does, and weighs what comes over the wire. */
async function weigh(path) {
  const context = await browser.newContext({ viewport: { width: 412, height: 915 }, deviceScaleFactor: 2.6, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const requests = new Map();
  session.on("Network.requestWillBeSent", ({ requestId, request, type }) => requests.set(requestId, { url: request.url, type, bytes: 0 }));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => requests.has(requestId) && (requests.get(requestId).bytes = encodedDataLength));
  await page.goto(site.url(path), { waitUntil: "load" });
  // The icon of the tab comes after the page.
  for (let waited = 0; waited < 50 && (requests.size < 3 || [...requests.values()].some(({ bytes }) => bytes === 0)); waited++) await setTimeout(10);
  const cookies = (await context.cookies()).length;
  // What stands in the body before what it dresses does not hold up the rest: the browser says which sheets do.
  const blocking = await page.evaluate(() => performance.getEntriesByType("resource").filter((resource) => resource.renderBlockingStatus === "blocking").map(({ name }) => name));
  await context.close();
  const all = [...requests.values()];
  const sum = (wanted) => all.filter(wanted).reduce((total, { bytes }) => total + bytes, 0);
  return {
    html: sum(({ type }) => type === "Document"),
    // What the browser needs before it can paint: the page and what it says is in the way.
    first: sum(({ type, url }) => type === "Document" || blocking.includes(url)),
    view: sum(() => true),
    script: sum(({ type }) => type === "Script"),
    elsewhere: all.filter(({ url }) => !url.startsWith(site.origin)).length,
    requests: all.length,
    cookies,
  };
}

test("every page stays within its budget", async () => {
  const heaviest = new Map();
  const findings = [];
  const pages = await site.pages();
  const weights = new Map();
  const queue = [...pages];
  const worker = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) weights.set(path, await weigh(path));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  for (const path of pages) {
    const weight = weights.get(path);
    for (const [what, most] of Object.entries(budget)) {
      if (weight[what] > most) findings.push(`${path}  ${what}: ${weight[what]}, at most ${most}`);
    }
    const kind = kindOf(path);
    if (!(heaviest.get(kind)?.first >= weight.first)) heaviest.set(kind, { path, ...weight });
  }
  const columns = ["html", "first", "view", "requests", "script", "elsewhere", "cookies"];
  const rows = [["kind", "heaviest page", ...columns], ...[...heaviest].map(([kind, { path, ...weight }]) => [kind, path, ...columns.map((column) => String(weight[column]))])];
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  const table = rows.map((row) => row.map((cell, at) => (at < 2 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join("  ").trimEnd()).join("\n");
  await mkdir(results, { recursive: true });
  await writeFile(join(results, "weight.txt"), `Bytes over the wire; budget ${JSON.stringify(budget)}\n\n${table}\n`);
  console.log(table);
  nothing(findings);
});
