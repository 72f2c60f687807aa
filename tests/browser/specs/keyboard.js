// Everything can be reached and seen with the keyboard alone, in the order of the page.

import { after, before, test } from "node:test";
import { launch, nothing, picture, schemes, visitAll } from "../browser.js";
import { languageOf, serve } from "../site.js";

let site, browser, pages;
before(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
  pages = await site.pages();
});
after(async () => Promise.all([site?.stop(), browser?.close()]));

const stops = "a[href], button, input, select, textarea, summary, [tabindex='0']";

/** Numbers everything that takes focus, in the order of the document, and returns how many there are. */
const number = (page) =>
  page.evaluate((stops) => {
    const all = [...document.querySelectorAll(stops)].filter((element) => element.checkVisibility());
    all.forEach((element, index) => (element.dataset.stop = index));
    return all.length;
  }, stops);

test("the Tab key goes through a page in the order of the document, and back again", async () => {
  // The way back is the same on all pages of a kind.
  const kinds = await site.kinds();
  const findings = await visitAll(browser, site, pages, async (page, path) => {
    const count = await number(page);
    await page.evaluate(() => {
      globalThis.walked = [];
      document.addEventListener("focusin", ({ target }) => globalThis.walked.push(Number(target.dataset.stop)));
    });
    const walk = async (key, times) => {
      for (let pressed = 0; pressed < times; pressed++) await page.keyboard.press(key);
      return page.evaluate(() => globalThis.walked.splice(0));
    };
    const order = [...Array(count).keys()];
    const found = [];
    const forth = await walk("Tab", count);
    if (forth.join() !== order.join()) found.push(`Tab goes to ${forth.find((stop, index) => stop !== index)} out of turn`);
    const back = kinds.includes(path) ? await walk("Shift+Tab", count - 1) : order.slice(0, -1).reverse();
    if (back.join() !== order.slice(0, -1).reverse().join()) found.push("Shift and Tab go another way");
    await page.evaluate((last) => document.querySelector(`[data-stop="${last}"]`).focus(), count - 1);
    // From the end the browser goes to its own parts, or without those to the start.
    await page.keyboard.press("Tab");
    if (![undefined, "0"].includes(await page.evaluate(() => document.activeElement?.dataset.stop))) found.push("the keyboard is caught at the end of the page");
    return found;
  });
  nothing(findings);
});

test("what comes later in the document does not stand higher on the page within one landmark", async () => {
  const check = (page) =>
    page.evaluate((stops) => {
      const found = [];
      for (const landmark of document.querySelectorAll("header.site-header, .breadcrumb, .spread > *, .band, .welcome > div, footer > *")) {
        let before = null;
        for (const element of landmark.querySelectorAll(stops)) {
          if (element.closest("svg, .visually-hidden") || !element.checkVisibility()) continue;
          const box = element.getBoundingClientRect();
          if (before && box.bottom <= before.top && box.left <= before.left + 1) found.push(`${element.textContent.trim().slice(0, 40)}`);
          before = box;
        }
      }
      return found;
    }, stops);
  for (const width of [320, 768, 1280]) {
    const findings = await visitAll(browser, site, pages, check, { viewport: { width, height: 800 } });
    nothing(findings, `${width} px`);
  }
});

test("the first stop of every page is a visible link to its content, and takes the focus there", async () => {
  const skip = { nl: "Naar de inhoud", de: "Zum Inhalt", en: "Skip to content" };
  const findings = await visitAll(browser, site, pages, async (page, path) => {
    await page.keyboard.press("Tab");
    const link = await page.evaluate(() => {
      const element = document.activeElement;
      const box = element.getBoundingClientRect();
      return { text: element.textContent, href: element.getAttribute("href"), seen: box.top >= 0 && box.left >= 0 && box.height >= 24 && box.width >= 24 };
    });
    if (link.text !== skip[languageOf(path)] || link.href !== "#inhoud" || !link.seen) return [JSON.stringify(link)];
    await page.keyboard.press("Enter");
    return (await page.evaluate(() => document.activeElement.id)) === "inhoud" ? [] : ["the focus does not go to the content"];
  });
  nothing(findings);
});

test("whatever has the focus is not hidden behind something else", async () => {
  const findings = await visitAll(browser, site, pages, (page) =>
    page.evaluate((stops) => {
      const found = [];
      for (const element of document.querySelectorAll(stops)) {
        if (!element.checkVisibility()) continue;
        element.focus();
        const boxes = [...element.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
        const box = boxes[0];
        if (!box) continue;
        const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        // The middle of a region may be another of its parts; the middle of a shape may lie under its name.
        if (!at || !(element.contains(at) || at.contains(element) || element.closest("svg"))) found.push(element.textContent.trim().slice(0, 40));
      }
      return found;
    }, stops),
  );
  nothing(findings);
});

test("the focus is seen on every kind of link, button and field, in every scheme", async () => {
  const findings = await visitAll(browser, site, await site.kinds(), async (page) => {
    await number(page);
    const found = [];
    for (const [scheme, media] of Object.entries(schemes)) {
      await page.emulateMedia(media);
      const unseen = await page.evaluate(() => {
        // Two of each kind on a page are enough: a kind is where it stands and what it is.
        const seen = new Map();
        const unseen = [];
        for (const element of document.querySelectorAll("[data-stop]")) {
          const path = [];
          for (let at = element; at && at !== document.body; at = at.parentElement) path.push(`${at.tagName}.${at.getAttribute("class") ?? ""}`);
          const times = seen.get(path.join(">")) ?? 0;
          seen.set(path.join(">"), times + 1);
          if (times >= 2) continue;
          // Focus from a script counts as that of the keyboard while no pointer was used.
          element.focus();
          const style = getComputedStyle(element);
          const outline = style.outlineStyle === "none" ? 0 : Number.parseFloat(style.outlineWidth);
          const shape = element.closest("svg") && element.querySelector("path");
          const stroke = shape && getComputedStyle(shape).stroke !== "none" ? Number.parseFloat(getComputedStyle(shape).strokeWidth) : 0;
          if (!element.matches(":focus-visible") || Math.max(outline, stroke) < 2) unseen.push(`${element.textContent.trim().slice(0, 40)}: ${outline} px, ${style.outlineColor}`);
        }
        return unseen;
      });
      found.push(...unseen.map((what) => `${scheme}: ${what}`));
    }
    return found;
  });
  nothing(findings);
});

test("the focus changes what is on the screen", async () => {
  const findings = await visitAll(browser, site, await site.kinds(), async (page) => {
    const count = await number(page);
    const found = [];
    const step = Math.max(1, Math.floor(count / 12));
    for (let index = 0; index < count; index += step) {
      const clip = await page.evaluate((index) => {
        const element = document.querySelector(`[data-stop="${index}"]`);
        element.scrollIntoView({ block: "center" });
        element.blur();
        const box = element.getBoundingClientRect();
        const [left, top] = [Math.max(0, box.left - 8), Math.max(0, box.top - 8)];
        return { x: left, y: top, width: Math.min(box.width + 16, innerWidth - left), height: Math.min(box.height + 16, innerHeight - top) };
      }, index);
      const before = await picture(page, { clip });
      await page.evaluate((index) => document.querySelector(`[data-stop="${index}"]`).focus({ preventScroll: true }), index);
      const after = await picture(page, { clip });
      if (before.equals(after)) found.push(await page.evaluate(() => document.activeElement.outerHTML.slice(0, 120)));
    }
    return found;
  });
  nothing(findings);
});

test("what can be pressed is 24 pixels each way or has that much room to itself, and is 44 high in menus and forms", async () => {
  const check = (page) =>
    page.evaluate(() => {
      const found = [];
      const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")].filter(
        (element) => !element.closest("svg, .visually-hidden, .skip-link") && element.getBoundingClientRect().width > 0,
      );
      const boxes = all.map((element) => element.getBoundingClientRect());
      const small = (box) => box.width < 24 || box.height < 24;
      const middle = (box) => [box.left + box.width / 2, box.top + box.height / 2];
      /** Whether a circle of 24 pixels around the middle of one touches the other, or the circle of the other. */
      const near = (one, other) => {
        const [x, y] = middle(one);
        const away = Math.hypot(x - Math.max(other.left, Math.min(x, other.right)), y - Math.max(other.top, Math.min(y, other.bottom)));
        const [left, top] = middle(other);
        return away < 12 || (small(other) && Math.hypot(x - left, y - top) < 24);
      };
      all.forEach((element, at) => {
        const box = boxes[at];
        const text = `${element.textContent.trim().slice(0, 30)} ${Math.round(box.width)} x ${Math.round(box.height)}`;
        if (element.matches(".site-nav a, .site-header .site-name, button, input, .pager a, .ways a") && box.height < 43.5) found.push(`main control: ${text}`);
        // A link in a sentence is as high as the sentence.
        const inSentence = element.matches(":is(p, li, dd, dt, td, figcaption, h2) a") && element.parentElement.textContent.trim() !== element.textContent.trim();
        if (small(box) && !inSentence && boxes.some((other, index) => index !== at && near(box, other))) found.push(`too close to another: ${text}`);
      });
      return found;
    });
  for (const width of [320, 1280]) {
    const findings = await visitAll(browser, site, pages, check, { viewport: { width, height: 800 } });
    nothing(findings, `${width} px`);
  }
});

test("nothing in the markup takes over the keyboard, the focus or the order", async () => {
  const findings = await visitAll(browser, site, pages, (page) =>
    page.evaluate(() => {
      const found = [];
      for (const element of document.querySelectorAll("*")) {
        for (const { name, value } of element.attributes) {
          if (/^on/.test(name) || ["accesskey", "autofocus", "style"].includes(name)) found.push(`${name} on ${element.tagName}`);
          if (name === "tabindex" && Number(value) > 0) found.push(`tabindex ${value}`);
          if (name === "title" && !element.closest("svg") && element.tagName !== "LINK") found.push(`title on ${element.tagName}`);
          if (name === "target") found.push(`a new window: ${element.textContent}`);
        }
        const { order, flexDirection, userSelect } = getComputedStyle(element);
        if (order !== "0" || flexDirection.endsWith("reverse")) found.push(`another order: ${element.tagName}`);
        if (userSelect === "none") found.push(`text that cannot be selected: ${element.tagName}`);
      }
      return found;
    }),
  );
  nothing(findings);
});
