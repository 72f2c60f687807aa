// The preview as an editor has it open: save a file, see the page change, see what is wrong, see it go.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "../browser.js";
import { serve } from "../site.js";

const file = "nieuws/2026-11-20-proef.md";

function text(title, { more = "", ending = "" } = {}) {
  const paragraphs = Array.from({ length: 60 }, (_, number) => `Dit is alinea ${number}.\n`).join("\n");
  const front = `title = "${title}"\nsummary = "Een pagina om mee te proeven."\ndate = 2026-11-20\nowner = "redactie"\n${more}`;
  return `+++\n${front}+++\n${paragraphs}\n${ending}\n`;
}

let site, browser, page;
before(async () => {
  [site, browser] = await Promise.all([serve({ command: "preview", content: { [file]: text("Eerst") } }), launch()]);
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  // That a page is gone is what it should say.
  page.on("console", (message) => assert.ok(message.type() !== "error" || message.text().includes("410"), message.text()));
  page.on("pageerror", (error) => assert.fail(error));
});
after(async () => Promise.all([site?.stop(), browser?.close()]));

const panel = () => page.locator(".preview");
const shows = (title) => page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();

test("a saved page is shown anew by itself, at the place where it was", async () => {
  await page.goto(site.url("/nieuws/proef/"));
  await shows("Eerst");
  await page.evaluate(() => scrollTo(0, 900));
  const saved = Date.now();
  await site.save(file, text("Daarna"));
  await shows("Daarna");
  assert.ok(Date.now() - saved < 5000, "within seconds, on a busy machine too");
  await page.waitForFunction(() => scrollY === 900);
});

test("the problems of the page are shown with their lines, and go when they are mended", async () => {
  await site.save(file, text("Met een fout", { ending: "Zie [de afspraken](../afspraken/indeks.md)." }));
  await shows("Met een fout");
  const problem = panel().locator(".preview__problems li");
  await problem.waitFor();
  const told = await problem.innerText();
  for (const part of ["regel 127", "fout", "het bestand ../afspraken/indeks.md bestaat niet", "bedoelt u ../afspraken/index.md?"]) {
    assert.ok(told.includes(part), `${part} is in ${told}`);
  }
  const box = await panel().boundingBox();
  assert.ok(box.y + box.height <= 800 && box.height > 20, "the panel is in view");
  await site.save(file, text("Zonder fout", { ending: "Zie [de afspraken](../afspraken/index.md)." }));
  await shows("Zonder fout");
  await panel().locator(".preview__problems").waitFor({ state: "detached" });
});

test("a file that cannot be read as a page leaves the last good page, with what is wrong over it", async () => {
  await site.save(file, text("Kapot").replace("title", "titel"));
  const problem = panel().locator(".preview__problems li", { hasText: "onbekende sleutel titel" });
  await problem.waitFor();
  assert.match(await problem.innerText(), /^regel 2\s+fout:/);
  await shows("Zonder fout");
  await panel().getByRole("button", { name: "Verberg" }).click();
  await problem.waitFor({ state: "detached" });
  const show = panel().getByRole("button", { name: "Toon" });
  assert.ok(await show.evaluate((button) => button === document.activeElement), "the focus stays where it was");
  await show.click();
  await problem.waitFor();
  await site.save(file, text("Weer goed"));
  await shows("Weer goed");
});

test("the panel leaves the end of the page in view", async () => {
  await site.save(file, text("Met een einde", { ending: "Zie [de afspraken](../afspraken/indeks.md)." }));
  await panel().locator(".preview__problems").waitFor();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const end = await page.locator("footer").last().boundingBox();
  const box = await panel().boundingBox();
  assert.ok(end.y + end.height <= box.y + 1, `${end.y + end.height} is above ${box.y}`);
  assert.ok(box.height <= 0.4 * 800 + 1, "and leaves most of the window to it");
  await site.save(file, text("Weer goed"));
  await shows("Weer goed");
});

test("the bar says how the page stands", async () => {
  const bar = panel().locator(".preview__bar");
  await site.save(file, text("Weer goed", { more: "draft = true\n" }));
  await bar.getByText("concept", { exact: true }).waitFor();
  await site.save(file, text("Weer goed", { more: "publish = 2127-03-03T09:00:00\n" }));
  await bar.getByText("gepland voor 3 maart 2127 09.00 uur", { exact: true }).waitFor();
  await site.save(file, text("Weer goed", { more: "expires = 2020-03-03T09:00:00\n" }));
  await bar.getByText("verlopen sinds 3 maart 2020 09.00 uur", { exact: true }).waitFor();
  await shows("Deze pagina is er niet meer");
  await site.save(file, text("Weer goed"));
  await shows("Weer goed");
  await bar.waitFor({ state: "detached" });
});

test("a change elsewhere leaves the open page alone", async () => {
  await page.evaluate(() => (window.untouched = true));
  await site.save("colofon.md", text("Colofon"));
  await page.waitForFunction(async () => (await (await fetch("/colofon/")).text()).includes("Dit is alinea 1."));
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => window.untouched), true);
});
