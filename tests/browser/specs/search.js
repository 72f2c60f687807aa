// Who looks for something finds it from the home page: without script, with the keyboard alone, on the smallest screen.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "../browser.js";
import { serve } from "../site.js";

let site, browser;
before(async () => ([site, browser] = await Promise.all([serve(), launch()])));
after(async () => Promise.all([site?.stop(), browser?.close()]));

/** Opens a page as `options` say and hands it to `use`. */
async function from(path, options, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  await page.goto(site.url(path));
  await use(page);
  await context.close();
}

const fromHome = (options, use) => from("/", options, use);

/** The page of results tells how many there are, keeps the words in the field, and its first result is a page. */
async function findsSomething(page, words) {
  assert.equal(new URL(page.url()).searchParams.get("q"), words);
  assert.match(await page.locator("[role=status]").textContent(), /^\s*[1-9]\d* .*regio deal/);
  assert.equal(await page.locator("main input[name=q]").inputValue(), words);
  const first = page.locator("main ol h2 a").first();
  assert.match(await first.textContent(), /regio deal/i);
  return first;
}

for (const [path, field, place] of [["/contact/", "#zoek", "in the header"], ["/", "#vraag", "in the middle of the home page"]]) {
  test(`a search ${place}, the only one there, works without script`, () =>
    from(path, { javaScriptEnabled: false }, async (page) => {
      assert.equal(await page.locator("form input[name=q]").count(), 1);
      await page.fill(field, "regio deal");
      await page.locator(field).locator("xpath=following-sibling::button").click();
      const first = await findsSomething(page, "regio deal");
      const [answer] = await Promise.all([page.waitForNavigation(), first.click()]);
      assert.equal(answer.status(), 200);
    }));
}

test("a search works with the keyboard alone, from the first key to the page that was sought", () =>
  fromHome({}, async (page) => {
    const tabTo = async (selector, most) => {
      for (let pressed = 0; pressed < most; pressed++) {
        await page.keyboard.press("Tab");
        if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
      }
      assert.fail(`${most} times Tab does not reach ${selector}`);
    };
    // The link to the content leads past the name of the site, the menu and the languages.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await tabTo("#vraag", 1);
    await page.keyboard.type("regio deal");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    await findsSomething(page, "regio deal");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await tabTo("main ol h2 a", 12);
    const [answer] = await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    assert.equal(answer.status(), 200);
  }));

test("a search works on a screen of 320 pixels by touch, with nothing to scroll sideways", () =>
  fromHome({ viewport: { width: 320, height: 568 }, isMobile: true, hasTouch: true }, async (page) => {
    const field = await page.locator("#vraag").boundingBox();
    assert.ok(field.y + field.height < 568 && field.width > 100, `the field is not on the first screen: ${JSON.stringify(field)}`);
    await page.tap("#vraag");
    await page.keyboard.type("regio deal");
    await Promise.all([page.waitForNavigation(), page.tap("#vraag + button")]);
    await findsSomething(page, "regio deal");
    assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth), 320);
    // The ways to narrow the list stand below it here, and a link leads there.
    await page.tap("main [href='#verfijn']");
    assert.equal(new URL(page.url()).hash, "#verfijn");
  }));

test("who finds nothing is told so and offered ways on", () =>
  fromHome({ javaScriptEnabled: false }, async (page) => {
    await page.fill("#vraag", "xyzzyq");
    await page.press("#vraag", "Enter");
    assert.match(await page.locator("[role=status]").textContent(), /^\s*0 /);
    assert.ok((await page.locator("main a[href^='/']").count()) > 5);
  }));

test("a question that is too long is refused with the reason, tied to its field", () =>
  fromHome({ javaScriptEnabled: false }, async (page) => {
    await page.fill("#vraag", "regio deal ".repeat(30));
    const [answer] = await Promise.all([page.waitForNavigation(), page.press("#vraag", "Enter")]);
    assert.equal(answer.status(), 400);
    const field = page.locator("#vraag");
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    assert.match(await page.locator(`#${await field.getAttribute("aria-describedby")}`).textContent(), /200 tekens/);
  }));
