// Pages follow what visitors have set: less motion, other colours, no script; and they print well.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, schemes, nothing, visitAll } from "../browser.js";
import { results, serve } from "../site.js";

let site, browser, pages;
before(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
  pages = await site.pages();
});
after(async () => Promise.all([site?.stop(), browser?.close()]));

const seconds = (page) =>
  page.evaluate(() => {
    const longest = (list) => Math.max(...list.split(",").map((time) => Number.parseFloat(time) * (time.trim().endsWith("ms") ? 0.001 : 1)));
    let most = 0;
    for (const element of document.querySelectorAll("*")) {
      for (const part of [undefined, "::before", "::after"]) {
        const style = getComputedStyle(element, part);
        most = Math.max(most, longest(style.transitionDuration), style.animationName === "none" ? 0 : longest(style.animationDuration));
      }
    }
    return [most, getComputedStyle(document.documentElement).scrollBehavior];
  });

test("nothing moves for who asks for less motion, and nothing for long for others", async () => {
  const findings = await visitAll(browser, site, pages, async (page) => {
    const [most] = await seconds(page);
    await page.emulateMedia({ reducedMotion: "reduce" });
    const [reduced, scroll] = await seconds(page);
    return [most > 5 && `moves for ${most} s`, reduced > 0 && `still moves for ${reduced} s`, scroll === "smooth" && "scrolls smoothly"].filter(Boolean);
  });
  nothing(findings);
});

test("every page says the same without script, and has none", async () => {
  const words = (page) => page.evaluate(() => document.body.innerText.split(/\s+/).filter(Boolean).join(" "));
  const spoken = new Map();
  await visitAll(browser, site, pages, async (page, path) => void spoken.set(path, await words(page)));
  const findings = await visitAll(
    browser,
    site,
    pages,
    async (page, path) => {
      const scripts = await page.locator("script:not([type='application/ld+json'])").count();
      return [scripts > 0 && `${scripts} scripts`, (await words(page)) !== spoken.get(path) && "says something else"].filter(Boolean);
    },
    { javaScriptEnabled: false },
  );
  nothing(findings);
});

test("without its style sheet a page says the same in the same order", async () => {
  const words = (page) => page.evaluate(() => document.body.innerText.split(/\s+|(?=[,.;)])/).filter(Boolean));
  const findings = await visitAll(browser, site, pages, async (page) => {
    // The names on a drawing are not text of the page, and are left out of a small one.
    await page.evaluate(() => document.querySelectorAll("svg").forEach((drawing) => drawing.remove()));
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    const styled = await words(page);
    await page.evaluate(() => [...document.styleSheets].forEach((sheet) => (sheet.disabled = true)));
    const plain = await words(page);
    const at = plain.findIndex((word, index) => word !== styled[index]);
    return at === -1 && plain.length === styled.length ? [] : [`"${styled.slice(at, at + 6).join(" ")}" becomes "${plain.slice(at, at + 6).join(" ")}"`];
  });
  nothing(findings);
});

// A search in the page opens the details that it finds something in.
test("nothing that can be read is hidden from find in page", async () => {
  const findings = await visitAll(browser, site, pages, (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll("body *")]
        .filter((element) => !element.checkVisibility() && element.textContent.trim() !== "" && !element.closest("svg, script, details"))
        .map((element) => element.outerHTML.slice(0, 100)),
    ),
  );
  nothing(findings);
});

test("in forced colours buttons and fields keep their borders and drawings their lines", async () => {
  const findings = await visitAll(browser, site, pages, async (page) => {
    await page.emulateMedia(schemes["forced colours"]);
    return page.evaluate(() => {
      const found = [];
      for (const element of document.querySelectorAll("button, input")) {
        const style = getComputedStyle(element);
        if (Number.parseFloat(style.borderTopWidth) < 1 || style.borderTopStyle === "none") found.push(`no border: ${element.outerHTML.slice(0, 60)}`);
      }
      const ground = getComputedStyle(document.body).backgroundColor;
      for (const shape of document.querySelectorAll("svg path")) {
        const { stroke, fill } = getComputedStyle(shape);
        // Tints and targets are not seen there; the lines of the areas are those of the land below them.
        const isDrawnBelow = shape.parentElement.matches("a") && shape.closest("svg").querySelector(".map-land");
        if (isDrawnBelow || shape.matches(".map-neighbour, .map-abroad, .map-lake, .map-target")) continue;
        if ((stroke === "none" || stroke === ground) && (fill === "none" || fill === ground)) found.push(`cannot be seen: ${shape.outerHTML.slice(0, 60)}`);
      }
      return found;
    });
  });
  nothing(findings);
});

test("on paper a page keeps its words, drops what cannot be pressed, is black on white and shows where links lead", async () => {
  const findings = await visitAll(browser, site, pages, async (page) => {
    const main = () => page.evaluate(() => {
      const copy = [...document.querySelectorAll("main h1, main h2, main h3, main p, main li, main dt, main dd, main td, main th, main figcaption")];
      return copy.filter((element) => !element.closest("nav, search") && element.checkVisibility()).map((element) => element.textContent.trim().replace(/\s+/g, " "));
    });
    const onScreen = await main();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const onPaper = await main();
    const found = await page.evaluate(() => {
      const found = [];
      for (const element of document.querySelectorAll("nav:not(.map), search, form, .skip-link")) {
        if (element.checkVisibility()) found.push(`is printed: ${element.tagName}.${element.getAttribute("class") ?? ""}`);
      }
      const light = (colour) => colour.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
      for (const element of document.querySelectorAll("main p, main li, main h1, main h2, main h3, main a, main dd, main td")) {
        if (element.closest("nav, search")) continue;
        const colour = getComputedStyle(element).color;
        if (colour.startsWith("rgb") && light(colour) > 60) found.push(`${colour}: ${element.tagName} ${element.textContent.trim().slice(0, 30)}`);
      }
      if (light(getComputedStyle(document.body).backgroundColor) < 240 && getComputedStyle(document.body).backgroundColor !== "rgba(0, 0, 0, 0)") found.push("the ground is dark");
      for (const link of document.querySelectorAll(".prose a[href^=http], .sources a[href^=http]")) {
        if (!getComputedStyle(link, "::after").content.includes("attr") && !getComputedStyle(link, "::after").content.includes(link.getAttribute("href"))) found.push(`no address: ${link.href}`);
      }
      return found.slice(0, 5);
    });
    const lost = onScreen.filter((text) => !onPaper.includes(text));
    return [...found, ...lost.slice(0, 3).map((text) => `is lost: ${text.slice(0, 60)}`)];
  });
  nothing(findings);
});

test("one page of every kind prints as a document", async () => {
  await mkdir(join(results, "print"), { recursive: true });
  const findings = await visitAll(browser, site, await site.kinds(), async (page, path) => {
    const pdf = await page.pdf({ format: "A4", margin: { top: "2cm", bottom: "2cm", left: "2cm", right: "2cm" }, tagged: true });
    await writeFile(join(results, "print", `${path.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "home"}.pdf`), pdf);
    return pdf.length > 1000 ? [] : ["is empty"];
  });
  nothing(findings);
});
