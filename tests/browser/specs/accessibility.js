// axe-core on every page: WCAG 2.0 to 2.2 at A and AA, EN 301 549 and its best practices.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, schemes, nothing, visitAll } from "../browser.js";
import { results, serve } from "../site.js";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const options = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "EN-301-549"],
  resultTypes: ["violations", "incomplete"],
  rules: Object.fromEntries(
    ["p-as-heading", "table-fake-caption", "td-has-header", "label-content-name-mismatch", "css-orientation-lock"].map((rule) => [rule, { enabled: true }]),
  ),
};

let site, browser;
before(async () => ([site, browser] = await Promise.all([serve(), launch()])));
after(async () => Promise.all([site?.stop(), browser?.close()]));

/** Every scheme, narrow and wide; and what is enough where the same parts are seen on another page of the kind. */
const combinations = Object.keys(schemes).flatMap((scheme) => [320, 1280].map((width) => ({ scheme, width })));
const least = combinations.filter(({ scheme, width }) => (scheme === "light" && width === 320) || (scheme === "dark" && width === 1280));

test("axe finds nothing on any page, light or dark, nor on one of each kind in any scheme, narrow or wide", async () => {
  const undecided = new Map();
  const kinds = await site.kinds();
  const findings = await visitAll(browser, site, await site.pages(), async (page, path) => {
    await page.evaluate(axe);
    const found = [];
    for (const { scheme, width } of kinds.includes(path) ? combinations : least) {
      await page.emulateMedia(schemes[scheme]);
      await page.setViewportSize({ width, height: 800 });
      const { violations, incomplete } = await page.evaluate((options) => window.axe.run(options), options);
      for (const { id, help, nodes } of violations) {
        found.push(`${scheme}, ${width} px: ${id}: ${help} (${nodes.length}): ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary.split("\n")[1]?.trim()}`);
      }
      for (const { id, nodes } of incomplete) {
        for (const node of nodes) {
          const reason = [...node.any, ...node.all, ...node.none].map((check) => check.message).join(" ");
          const what = `${id}: ${reason.slice(0, 160)}`;
          undecided.set(what, [...(undecided.get(what) ?? []), `${page.url()} ${scheme} ${width} ${node.html.slice(0, 120)}`]);
        }
      }
    }
    return found;
  });
  await mkdir(results, { recursive: true });
  const lines = [...undecided].map(([what, where]) => `${where.length}x ${what}\n    ${[...new Set(where)].slice(0, 3).join("\n    ")}`);
  await writeFile(join(results, "axe-undecided.txt"), `${lines.join("\n")}\n`);
  nothing(findings);
});
