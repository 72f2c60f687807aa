// What pages are made of, and how they hang together: titles, headings, landmarks, links, ways to each page.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, nothing, visitAll } from "../browser.js";
import { languageOf, serve } from "../site.js";

let site, browser, pages, listed;
before(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
  [pages, listed] = await Promise.all([site.pages(), site.sitemap()]);
});
after(async () => Promise.all([site?.stop(), browser?.close()]));

test("every page has a title and a description of its own, and one heading that the title begins with", async () => {
  const titles = new Map();
  const descriptions = new Map();
  const findings = await visitAll(browser, site, listed, async (page, path) => {
    const { title, description, headings } = await page.evaluate(() => ({
      title: document.title,
      description: document.querySelector("meta[name=description]")?.content,
      headings: [...document.querySelectorAll("h1")].map((heading) => heading.textContent.trim()),
    }));
    const found = [];
    for (const [seen, value] of [[titles, title], [descriptions, description]]) {
      if (!value) found.push("no title or description");
      else if (seen.has(value)) found.push(`same as ${seen.get(value)}: ${value}`);
      seen.set(value, path);
    }
    if (headings.length !== 1) found.push(`${headings.length} headings of the first level`);
    else if (!title.includes(headings[0])) found.push(`the title "${title}" is not of "${headings[0]}"`);
    return found;
  });
  nothing(findings);
});

test("headings skip no level, are not empty, not long, and not the same as their neighbour", async () => {
  const findings = await visitAll(browser, site, pages, (page) =>
    page.evaluate(() => {
      const found = [];
      let before = 0;
      let last = "";
      for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
        const [level, text] = [Number(heading.tagName[1]), heading.textContent.trim()];
        const inMain = heading.closest("main");
        if (inMain && before > 0 && level > before + 1) found.push(`h${level} after h${before}: ${text}`);
        if (text === "") found.push("empty");
        if (text.length > 80) found.push(`longer than 80 characters: ${text}`);
        if (level === before && text === last) found.push(`twice: ${text}`);
        if (inMain) [before, last] = [level, text];
      }
      return found;
    }),
  );
  nothing(findings);
});

test("every page of a language has the same header, menu and footer, and a trail that starts at its home", async () => {
  const frames = new Map();
  const findings = await visitAll(browser, site, pages, async (page, path) => {
    const frame = await page.evaluate(() => {
      // The ways to other languages lead to the same page there.
      const links = (selector) => [...document.querySelectorAll(`${selector} a:not(.languages a)`)].map((link) => `${link.getAttribute("href")} ${link.textContent.trim()}`);
      const trail = document.querySelector(".breadcrumb");
      return {
        language: document.documentElement.lang,
        landmarks: ["header.site-header", "main", "footer.site-footer", "nav.site-nav"].map((selector) => document.querySelectorAll(selector).length),
        links: [links("header.site-header"), links("footer.site-footer")],
        trail: trail && { name: trail.ariaLabel ?? trail.getAttribute("aria-label"), first: trail.querySelector("a")?.getAttribute("href"), here: trail.querySelectorAll("a[aria-current]").length },
      };
    });
    const found = [];
    const language = languageOf(path);
    const home = language === "nl" ? "/" : `/${language}/`;
    if (frame.language !== language) found.push(`language ${frame.language}`);
    if (frame.landmarks.some((count) => count !== 1)) found.push(`landmarks ${frame.landmarks}`);
    frames.set(language + JSON.stringify(frame.links), path);
    if (listed.includes(path) && Boolean(frame.trail) !== (path !== home)) found.push("the trail is missing, or should not be there");
    if (frame.trail && (!frame.trail.name || frame.trail.first !== home || frame.trail.here !== 0)) found.push(JSON.stringify(frame.trail));
    return found;
  });
  nothing(findings);
  assert.equal(frames.size, 3, `the frame differs between ${[...frames.values()].join(", ")}`);
});

test("within the header and the footer one address has one name", async () => {
  const findings = await visitAll(browser, site, await site.kinds(), (page) =>
    page.evaluate(() =>
      ["header.site-header", "footer.site-footer"].flatMap((part) => {
        const names = new Map();
        return [...document.querySelectorAll(`${part} a:not(.languages a)`)].flatMap((link) => {
          const [href, name] = [link.getAttribute("href"), link.textContent.trim().replace(/\s+/g, " ")];
          const before = names.get(href) ?? name;
          names.set(href, name);
          return before === name ? [] : [`${href} is called "${before}" and "${name}"`];
        });
      }),
    ),
  );
  nothing(findings);
});

test("a link says where it leads: no vague words, and no two destinations for one text on a page", async () => {
  const vague = "^(lees (meer|verder)|meer|meer info(rmatie)?|klik hier|hier|link|download|bekijk|deze pagina|volgende|vorige)$";
  const findings = await visitAll(browser, site, pages, (page) =>
    page.evaluate((vague) => {
      const found = [];
      const to = new Map();
      for (const link of document.querySelectorAll("a[href]")) {
        const copy = link.cloneNode(true);
        const text = (link.getAttribute("aria-label") ?? copy.textContent).trim().replace(/\s+/g, " ").toLowerCase();
        const href = link.getAttribute("href");
        if (text === "" || new RegExp(vague).test(text)) found.push(`"${text}" to ${href}`);
        if (to.has(text) && to.get(text) !== href) found.push(`"${text}" to ${to.get(text)} and ${href}`);
        to.set(text, href);
      }
      return found;
    }, vague),
  );
  nothing(findings);
});

test("tables have a caption or the name of the heading above, heads with a scope, and stand in a region that can be focused", async () => {
  const findings = await visitAll(browser, site, pages, (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll("table")].flatMap((table) => {
        const region = table.parentElement;
        const heading = document.getElementById(region.getAttribute("aria-labelledby"));
        const named = region.getAttribute("aria-label") || heading?.textContent;
        const headings = [...document.querySelectorAll("h2, h3, h4")].map((above) => above.textContent.trim());
        const caption = table.caption ?? table.closest("figure")?.querySelector("figcaption");
        const captioned = caption?.textContent.trim() || headings.some((above) => named?.replace(/^Tabel \d+: /, "") === above);
        return [
          !(region.tagName === "SECTION" && region.tabIndex === 0 && named) && "no region",
          !captioned && `no caption: ${table.textContent.trim().slice(0, 40)}`,
          [...table.querySelectorAll("th")].some((head) => !head.scope) && "a head without scope",
          table.querySelectorAll("th").length === 0 && "no heads",
          table.querySelector("[colspan], [rowspan]") && "cells that were joined",
        ].filter(Boolean);
      }),
    ),
  );
  nothing(findings);
});

/** How many links it takes to go from a page to each other one; `part` is what counts of a page. */
async function stepsFrom(start, part) {
  const steps = new Map([[start, 0]]);
  for (const path of steps.keys()) {
    const html = (await site.text(path)).match(part)?.[0] ?? "";
    for (const [, href] of html.matchAll(/<a [^>]*href="(\/[^"#?]*)/g)) {
      if (!steps.has(href)) steps.set(href, steps.get(path) + 1);
    }
  }
  return steps;
}

for (const [start, name, most, part] of [
  ["/", "the home page in three steps", 3, /[^]*/],
  ["/overzicht/", "the overview in two steps, without the header and the footer", 2, /<main[^]*<\/main>/],
]) {
  test(`every page of the sitemap is reached by links from ${name}`, async () => {
    const steps = await stepsFrom(start, part);
    // The A to Z is the other list of all pages; the footer leads to both.
    const far = listed.filter((path) => !(steps.get(path) <= most) && path !== "/a-z/");
    nothing(far.map((path) => `${path}  ${steps.get(path) ?? "never"}`));
  });
}

test("what is not in the sitemap says that it does not want to be indexed", async () => {
  const findings = await visitAll(browser, site, pages.filter((path) => !listed.includes(path)), async (page) =>
    (await page.locator("meta[name=robots][content~=noindex]").count()) === 1 ? [] : ["may be indexed"],
  );
  nothing(findings);
});
