// Pages give way to what a reader does to them: a narrow window, larger text, more space between the letters.

import { after, before, test } from "node:test";
import { addStyle, launch, nothing, visitAll } from "../browser.js";
import { serve } from "../site.js";

let site, browser, pages;
before(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
  pages = await site.pages();
});
after(async () => Promise.all([site?.stop(), browser?.close()]));

/** What sticks out of the page, is cut off, or lies over something else. Regions that scroll by themselves may be wider. */
const misfits = (page) =>
  page.evaluate(() => {
    const found = [];
    for (const details of document.querySelectorAll("main details")) details.open = true;
    const width = document.documentElement.clientWidth;
    const name = (element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} "${element.textContent.trim().slice(0, 40)}"`;
    const { scrollWidth } = document.scrollingElement;
    if (scrollWidth > width) found.push(`the page is ${scrollWidth} px wide in a window of ${width}`);
    for (const element of document.querySelectorAll("body *")) {
      if (element.closest("svg, .visually-hidden, .skip-link:not(:focus), input") || element.parentElement.closest(".table, pre, .site-nav")) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (!element.checkVisibility() || box.width === 0) continue;
      const scrolls = element.matches("[tabindex='0']") && overflowX !== "hidden";
      if (!scrolls && (box.right > width + 1 || box.left < -1)) found.push(`sticks out: ${name(element)} to ${Math.round(box.right)}`);
      const clips = overflowX === "hidden" || overflowX === "clip" || overflowY === "hidden" || overflowY === "clip";
      if (clips && (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)) {
        found.push(`is cut off: ${name(element)}`);
      }
    }
    // Texts that lie over each other: the lines of one block over those of another.
    const blocks = [...document.querySelectorAll("h1, h2, h3, h4, p, li, dt, dd, figcaption, summary, button, input")].filter(
      (element) => !element.closest(".visually-hidden, .skip-link") && !element.querySelector("h1, h2, h3, h4, p, li, dt, dd, figcaption") && element.checkVisibility() && element.getBoundingClientRect().width > 0,
    );
    // Of what scrolls within a region only that part is there which the region shows.
    const shown = (element) => {
      const region = element.closest(".site-nav, .table")?.getBoundingClientRect();
      return [...element.getClientRects()].map(({ left, right, top, bottom }) =>
        region ? { left: Math.max(left, region.left), right: Math.min(right, region.right), top, bottom } : { left, right, top, bottom },
      );
    };
    const boxes = blocks.map(shown);
    const over = (one, other) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4;
    for (let a = 0; a < blocks.length; a++) {
      for (let b = a + 1; b < blocks.length && b < a + 40; b++) {
        if (boxes[a].some((one) => boxes[b].some((other) => over(one, other)))) found.push(`lies over: ${name(blocks[a])} and ${name(blocks[b])}`);
      }
    }
    return found.slice(0, 5);
  });

async function check(options, { widths = [options.viewport.width], prepare = async () => {} } = {}) {
  const findings = await visitAll(
    browser,
    site,
    pages,
    async (page) => {
      await prepare(page);
      const found = [];
      for (const width of widths) {
        await page.setViewportSize({ ...options.viewport, width });
        for (const misfit of await misfits(page)) found.push(`${width} px: ${misfit}`);
      }
      return found;
    },
    options,
  );
  nothing(findings);
}

test("everything fits in a window of 320 by 256 pixels", () => check({ viewport: { width: 320, height: 256 } }));

test("everything fits in windows of the widths between phone and large screen", () =>
  check({ viewport: { width: 360, height: 800 } }, { widths: [360, 480, 640, 768, 960, 1024, 1200, 1440, 1920] }));

test("text of twice the size pushes nothing out of the page or over each other", () =>
  check({ viewport: { width: 1280, height: 800 } }, { prepare: (page) => addStyle(page, "html { font-size: 200% }") }));

test("text of twice the size in half the window still fits", () =>
  check({ viewport: { width: 640, height: 512 } }, { prepare: (page) => addStyle(page, "html { font-size: 200% }") }));

test("more space between letters, words and lines pushes nothing out of the page", () =>
  check({ viewport: { width: 320, height: 640 } }, {
    prepare: (page) =>
      addStyle(
        page,
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
      ),
  }));

test("a page may be enlarged", async () => {
  const findings = await visitAll(browser, site, pages, async (page) => {
    const viewport = await page.locator("meta[name=viewport]").getAttribute("content");
    return /user-scalable|maximum-scale/.test(viewport) ? [viewport] : [];
  });
  nothing(findings);
});

test("text is large, has air, and its lines are short enough to read", async () => {
  const findings = await visitAll(browser, site, pages, (page) =>
    page.evaluate(() => {
      const found = [];
      for (const element of document.querySelectorAll("p, li, dd, dt, td, th, a, label, input, button, figcaption")) {
        const style = getComputedStyle(element);
        if (element.closest("svg") || element.getBoundingClientRect().width < 2) continue;
        if (Number.parseFloat(style.fontSize) < 16) found.push(`${style.fontSize}: ${element.textContent.trim().slice(0, 40)}`);
        if (style.textAlign === "justify") found.push(`justified: ${element.textContent.trim().slice(0, 40)}`);
      }
      for (const paragraph of document.querySelectorAll(".prose p, .prose li")) {
        const style = getComputedStyle(paragraph);
        const ratio = Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize);
        if (ratio < 1.5 || ratio > 2) found.push(`line height ${ratio}: ${paragraph.textContent.trim().slice(0, 40)}`);
        const probe = document.createElement("span");
        probe.textContent = "0";
        paragraph.append(probe);
        const most = 75 * probe.getBoundingClientRect().width;
        probe.remove();
        if (paragraph.getBoundingClientRect().width > most + 1) found.push(`longer than 75 characters: ${paragraph.textContent.trim().slice(0, 40)}`);
      }
      return found.slice(0, 5);
    }),
  );
  nothing(findings);
});

test("every name on the map has its middle and most of its letters within its own shape or has a line to it, lies over no other, and can be read on the smallest screen", async () => {
  for (const width of [320, 360, 768, 1280]) {
    const findings = await visitAll(
      browser,
      site,
      ["/", "/gemeenten/"],
      (page) =>
        page.evaluate(() => {
          const found = [];
          const names = [...document.querySelectorAll(".map text")].filter((text) => text.checkVisibility());
          // Above and below the letters a line has room that may lie over something else.
          const rows = (box) => [box.y + 5, box.y + box.height - 6];
          for (const text of names) {
            const [link, box] = [text.closest("a"), text.getBBox()];
            const [top, bottom] = rows(box);
            for (const other of names) {
              const [near, [above, below]] = [other.getBBox(), rows(other.getBBox())];
              const apart = near.x >= box.x + box.width || box.x >= near.x + near.width || above >= bottom || top >= below;
              if (other !== text && !apart) found.push(`${text.textContent} lies over ${other.textContent}`);
            }
            const shape = link && !link.querySelector(".map-leader, .map-mark") && link.querySelector("path");
            const inside = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => !shape || shape.isPointInFill(new DOMPoint(box.x + (tenth * box.width) / 10, (top + bottom) / 2)));
            if (!inside[4] || inside.filter(Boolean).length < 5) found.push(`${text.textContent} lies beside its shape`);
            const size = Number.parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
            if (size < 10) found.push(`${text.textContent} is ${size.toFixed(1)} px high`);
          }
          return found;
        }),
      { viewport: { width, height: 800 } },
    );
    nothing(findings, `${width} px`);
  }
});
