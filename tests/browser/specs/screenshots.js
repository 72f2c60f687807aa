// Pictures of a page of every kind, to be looked at: results/screens/<page>-<width>-<scheme>.png

import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, picture, schemes, visitAll } from "../browser.js";
import { results, serve } from "../site.js";

let site, browser;
before(async () => ([site, browser] = await Promise.all([serve(), launch()])));
after(async () => Promise.all([site?.stop(), browser?.close()]));

test("pictures are taken of a page of every kind", async () => {
  const folder = join(results, "screens");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  // All answers of the search, because one that finds nothing looks otherwise than one that finds much.
  const searches = (await site.pages()).filter((path) => path.includes("?"));
  await visitAll(browser, site, new Set([...(await site.kinds()), ...searches]), async (page, path) => {
    const name = path.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "home";
    for (const scheme of ["light", "dark"]) {
      await page.emulateMedia(schemes[scheme]);
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
        await picture(page, { path: join(folder, `${name}-${width}-${scheme}.png`), fullPage: true });
      }
    }
  });
});
