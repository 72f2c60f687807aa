// Lighthouse as on a middling phone: the median of three runs on four pages.

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch as launchChrome } from "chrome-launcher";
import lighthouse from "lighthouse";
import { results, serve } from "../site.js";

const least = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };
const runs = 3;

let site, chrome;
before(async () => {
  site = await serve();
  chrome = await launchChrome({
    chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    logLevel: "silent",
  });
});
after(async () => {
  await chrome?.kill();
  await site?.stop();
});

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function judge(path) {
  const reports = [];
  for (let run = 0; run < runs; run++) {
    const { lhr } = await lighthouse(site.url(path), { port: chrome.port, logLevel: "silent", output: "json", onlyCategories: Object.keys(least) });
    reports.push(lhr);
  }
  await mkdir(join(results, "lighthouse"), { recursive: true });
  await writeFile(join(results, "lighthouse", `${path.replaceAll("/", "-").replace(/^-|-$/g, "") || "home"}.json`), JSON.stringify(reports.at(-1), null, 1));
  const scores = Object.fromEntries(Object.keys(least).map((name) => [name, Math.round(100 * median(reports.map((report) => report.categories[name].score)))]));
  const failed = Object.values(reports.at(-1).audits).filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode === "binary");
  return { scores, failed: failed.map(({ id, title }) => `${id}: ${title}`) };
}

for (const [name, find] of [
  ["the home page", (path) => path === "/"],
  ["a theme", (path) => /^\/themas\/[^/]+\/$/.test(path)],
  ["an item of news", (path) => /^\/nieuws\/[^/]+\/$/.test(path) && !/\d{4}\/$/.test(path)],
  ["the municipalities", (path) => path === "/gemeenten/"],
]) {
  test(`Lighthouse is content with ${name}`, async () => {
    const path = (await site.sitemap()).find(find);
    const { scores, failed } = await judge(path);
    console.log(`${path} ${JSON.stringify(scores)}`);
    for (const [category, score] of Object.entries(least)) {
      assert.ok(scores[category] >= score, `${path}: ${category} ${scores[category]}, at least ${score}\n${failed.join("\n")}`);
    }
  });
}
