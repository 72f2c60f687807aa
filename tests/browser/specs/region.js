// Another region, with everything its own: axe finds nothing on its pages, and nothing of Twente is on them.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch, nothing, schemes, visitAll } from "../browser.js";
import { serve } from "../site.js";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let site, browser;
before(async () => ([site, browser] = await Promise.all([serve({ region: "tests/regions/isles" }), launch()])));
after(async () => Promise.all([site?.stop(), browser?.close()]));

/** In what the pages of another region are looked at; the parts that they are made of are seen in every way on those of this one. */
const combinations = [["light", 320], ["dark", 1280]];

test("axe finds nothing on any page of another region, light or dark, narrow or wide", async () => {
  const findings = await visitAll(browser, site, await site.sitemap(), async (page) => {
    await page.evaluate(axe);
    const found = [];
    for (const [scheme, width] of combinations) {
      await page.emulateMedia(schemes[scheme]);
      await page.setViewportSize({ width, height: 800 });
      const { violations } = await page.evaluate(() => window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      found.push(...violations.map(({ id, nodes }) => `${scheme}, ${width} px: ${id}: ${nodes[0].html.slice(0, 160)}`));
    }
    return found;
  });
  nothing(findings);
});

test("what it shows is its own", async () => {
  const pages = await site.sitemap();
  assert.ok(pages.length > 12);
  for (const path of pages) assert.doesNotMatch(await site.text(path), /twen(te|ts)|gemeente|municipalit/i, path);
  const [logo] = (await site.text("/")).match(/\/static\/logo\.[^"]+svg/) ?? [];
  assert.match(await site.text(logo), /d9a441/, "the logo is that of the isles");
});
