// Chromium, and the ways in which visitors have set it.

import assert from "node:assert/strict";
import { availableParallelism } from "node:os";
import { chromium } from "playwright-core";

/** Starts Debian's Chromium. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-sandbox"],
  });
}

/** What visitors ask of colours, as `page.emulateMedia` takes it. */
export const schemes = {
  light: { colorScheme: "light", forcedColors: "none", contrast: "no-preference" },
  dark: { colorScheme: "dark", forcedColors: "none", contrast: "no-preference" },
  "forced colours": { colorScheme: "dark", forcedColors: "active", contrast: "no-preference" },
  "forced colours, light": { colorScheme: "light", forcedColors: "active", contrast: "no-preference" },
  "more contrast": { colorScheme: "light", forcedColors: "none", contrast: "more" },
  "more contrast, dark": { colorScheme: "dark", forcedColors: "none", contrast: "more" },
};

/**
 * Opens every path in a few tabs at a time and hands each to `visit(page, path)`. What `visit` returns or throws is a
 * finding; the findings of all pages come back as lines that name the page.
 */
export async function visitAll(browser, site, paths, visit, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const queue = [...paths];
  const findings = [];
  const worker = async () => {
    const page = await context.newPage();
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      await page.goto(site.url(path), { waitUntil: "load" });
      for (const finding of (await visit(page, path)) ?? []) findings.push(`${path}  ${finding}`);
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
  await context.close();
  return findings.sort();
}

/**
 * Takes a picture as `page.screenshot` does. Chromium at times has no frame at hand on a busy machine, and then says no more
 * than this; asked again it has one.
 */
export async function picture(page, options) {
  for (let again = 3; ; again--) {
    try {
      return await page.screenshot(options);
    } catch (error) {
      if (again === 0 || !error.message.includes("Unable to capture screenshot")) throw error;
    }
  }
}

/** Adds a style sheet to the page in a way that its security policy allows. */
export function addStyle(page, css) {
  return page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);
}

/**
 * Fails with the findings, each on a line: what was found, and on which pages. The lines are as `visitAll` makes them: the
 * page, two spaces, the finding.
 */
export function nothing(findings, where = "") {
  if (findings.length === 0) return;
  const pages = grouped(findings);
  const lines = [...pages].map(([finding, on]) => {
    const first = on[0].split("  ")[0];
    return on.length === 1 ? `${first}  ${finding}` : `${first} and ${on.length - 1} more pages  ${finding}`;
  });
  const rest = lines.length - 60;
  assert.fail(`${where} ${findings.length} findings:\n${lines.slice(0, 60).join("\n")}${rest > 0 ? `\n… and ${rest} more` : ""}`);
}

function grouped(findings) {
  const groups = new Map();
  for (const line of findings) {
    const finding = line.split("  ").slice(1).join("  ");
    groups.set(finding, [...(groups.get(finding) ?? []), line]);
  }
  return groups;
}
