// Contrast in every scheme, in the colours of this site and in those of another region, which replaces one file, colours.css.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, nothing, schemes, visitAll } from "../browser.js";
import { root, serve } from "../site.js";
import { otherColours, otherForms } from "../theme.js";

let site, other, browser;
before(async () => {
  const colours = await readFile(join(root, "static/css/colours.css"), "utf8");
  [site, other, browser] = await Promise.all([serve(), serve({ assets: { "css/colours.css": otherColours(colours), "css/tokens.css": otherForms } }), launch()]);
});
after(async () => Promise.all([site?.stop(), other?.stop(), browser?.close()]));

/**
 * What stands out too little on a page: text less than 4.5 to 1 from what lies behind it; borders, drawings, marks of where
 * the reader is and rings of focus less than 3 to 1.
 */
const faint = (page) =>
  page.evaluate(() => {
    const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const known = new Map();
    /** A colour of CSS as red, green, blue and alpha. */
    const parts = (colour) => {
      if (!known.has(colour)) {
        brush.clearRect(0, 0, 1, 1);
        brush.fillStyle = colour;
        brush.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
        known.set(colour, [r, g, b, a / 255]);
      }
      return known.get(colour);
    };
    const over = ([r, g, b, a], ground) => [r, g, b].map((part, at) => part * a + ground[at] * (1 - a));
    const luminance = (colour) => {
      const [r, g, b] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    /** What may lie behind the content of an element: one colour, or those of its pattern. */
    const grounds = (element) => {
      if (!element) return [parts("canvas").slice(0, 3)];
      const { backgroundColor, backgroundImage } = getComputedStyle(element);
      const plain = parts(backgroundColor);
      const behind = plain[3] === 1 ? [plain.slice(0, 3)] : grounds(element.parentElement).map((ground) => over(plain, ground));
      const pattern = backgroundImage.match(/(?:rgba?|color|oklch|oklab)\([^()]*\)/g) ?? [];
      return [...behind, ...pattern.flatMap((colour) => behind.map((ground) => over(parts(colour), ground)))];
    };
    /** The least contrast of a colour with any of the grounds. */
    const contrast = (colour, grounds) =>
      Math.min(
        ...grounds.map((ground) => {
          const [light, dark] = [luminance(over(parts(colour), ground)), luminance(ground)].sort((a, b) => b - a);
          return (light + 0.05) / (dark + 0.05);
        }),
      );
    const found = new Set();
    const least = (most, what, element, colour, behind) => {
      const ratio = contrast(colour, behind);
      if (ratio < most) found.add(`${what} ${ratio.toFixed(2)}: ${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} ${colour} "${element.textContent.trim().slice(0, 30)}"`);
    };
    const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name);

    const probe = document.createElement("a");
    document.body.append(probe);
    const resolved = (name) => {
      probe.style.color = token(name);
      return getComputedStyle(probe).color;
    };
    const [link, visited, hovered] = ["--nl-link-color", "--nl-link-visited-color", "--nl-link-hover-color"].map(resolved);
    probe.remove();

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || !element.checkVisibility() || element.closest("script, title, .visually-hidden")) continue;
      const style = getComputedStyle(element);
      if (element.closest("svg")) {
        // The letters of a name on the map have a rim in the colour of the land; those of a chart lie on the page.
        const around = style.stroke === "none" ? grounds(element.closest("svg").parentElement) : [parts(style.stroke).slice(0, 3)];
        least(4.5, "name in a drawing", element, style.fill, around);
        continue;
      }
      const behind = grounds(element);
      least(4.5, "text", element, style.color, behind);
      // A script is not told which links were visited, so these colours are tried wherever a link has the common one.
      if (element.closest("a") && style.color === link) {
        least(4.5, "visited link", element, visited, behind);
        least(4.5, "link under the pointer", element, hovered, behind);
      }
    }
    for (const element of document.querySelectorAll("button, input, .ways a, .pager li > *")) {
      if (element.querySelector(":scope > [aria-hidden]:not(svg)") || !element.checkVisibility() || getComputedStyle(element).borderTopStyle === "none") continue;
      least(3, "border", element, getComputedStyle(element).borderTopColor, grounds(element.parentElement));
    }
    for (const element of document.querySelectorAll(".site-nav [aria-current]")) {
      least(3, "mark of the current page", element, getComputedStyle(element).textDecorationColor, grounds(element));
    }
    for (const shape of document.querySelectorAll("svg path")) {
      // A tint says nothing that its border does not say; a target is not seen.
      if (!shape.checkVisibility() || shape.matches(".map-neighbour, .map-abroad, .map-lake, .map-target")) continue;
      const { stroke, fill } = getComputedStyle(shape);
      if (stroke === "none" && parts(fill)[3] === 0) continue;
      const land = shape.closest(".map > svg")?.querySelector(".map-land");
      const ground = land ? [parts(getComputedStyle(land).fill).slice(0, 3)] : grounds(shape.closest("svg"));
      least(3, "drawing", shape.closest("svg"), stroke === "none" ? fill : stroke, ground);
      if (stroke !== "none" && fill !== "none" && parts(fill)[3] !== 0) least(3, "border on the map", shape, stroke, [parts(fill).slice(0, 3)]);
    }
    const kinds = new Set();
    for (const element of document.querySelectorAll("a[href], button, input, [tabindex]")) {
      const kind = [];
      for (let at = element; at; at = at.parentElement) kind.push(`${at.tagName}.${at.getAttribute("class")}`);
      if (kinds.has(kind.join()) || element.closest("svg") || !element.checkVisibility()) continue;
      kinds.add(kind.join());
      element.focus();
      const { outlineColor, boxShadow } = getComputedStyle(element);
      const rings = [outlineColor, ...(boxShadow.match(/^(?:rgba?|color)\([^()]*\)/) ?? [])];
      const seen = Math.max(...rings.map((ring) => contrast(ring, grounds(element.parentElement))));
      if (seen < 3) found.add(`ring of focus ${seen.toFixed(2)}: ${kind[0]}`);
    }
    return [...found].slice(0, 12);
  });

const inEveryScheme = (site) => async () => {
  const findings = await visitAll(browser, site, await site.kinds(), async (page) => {
    const found = [];
    for (const [scheme, media] of Object.entries(schemes)) {
      await page.emulateMedia(media);
      found.push(...(await faint(page)).map((what) => `${scheme}: ${what}`));
    }
    return found;
  });
  nothing(findings);
};

test("text and controls stand out in every scheme", (context) => inEveryScheme(site)(context));

test("they do so in the colours of another region too", (context) => inEveryScheme(other)(context));

test("another colours.css changes every colour of the site", async () => {
  const colours = (page) =>
    page.evaluate(() => {
      const used = new Set();
      for (const element of document.querySelectorAll("*")) {
        for (const part of [undefined, "::before", "::after"]) {
          const { color, backgroundColor, backgroundImage, borderTopColor, fill, stroke, outlineColor } = getComputedStyle(element, part);
          for (const value of [color, backgroundColor, backgroundImage, borderTopColor, fill, stroke, outlineColor]) {
            for (const colour of value.match(/(?:rgba?|color)\([^()]*\)/g) ?? []) used.add(colour);
          }
        }
      }
      return [...used];
    });
  // Black, white, nothing and the grey that browsers give to a rule are everybody's.
  const common = /^(rgba?\((0, 0, 0|255, 255, 255|128, 128, 128)(, [\d.]+)?\)|color\(srgb 0 0 0 \/ [\d.]+\))$/;
  for (const scheme of ["light", "dark"]) {
    const used = [];
    for (const which of [site, other]) {
      const found = new Set();
      await visitAll(browser, which, await which.kinds(), async (page) => {
        await page.emulateMedia(schemes[scheme]);
        for (const colour of await colours(page)) found.add(colour);
      });
      used.push(found);
    }
    const left = [...used[0]].filter((colour) => used[1].has(colour) && !common.test(colour));
    assert.deepEqual(left, [], `${scheme}: colours that do not come from colours.css`);
  }
});
