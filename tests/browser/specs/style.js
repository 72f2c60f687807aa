// The style sheets before stylelint with its standard configuration, and what they may not do.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import stylelint from "stylelint";
import { nothing } from "../browser.js";
import { root } from "../site.js";
import config from "../stylelint.config.js";

test("stylelint has nothing to say of the style sheets", async () => {
  const { results } = await stylelint.lint({ files: ["templates", "static"].map((folder) => join(root, folder, "css/**/*.css")), config, configBasedir: join(root, "tests/browser") });
  const findings = results.flatMap(({ source, warnings }) => warnings.map(({ line, text }) => `${source.slice(root.length + 1)}:${line}  ${text}`));
  nothing(findings);
});

test("the pointer changes how a thing looks, never whether it is there", async () => {
  const findings = [];
  const folder = join(root, "templates/css");
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith(".css")) continue;
    const css = await readFile(join(folder, file), "utf8");
    for (const [, selector, body] of css.matchAll(/([^{};]*:hover[^{}]*)\{([^{}]*)\}/g)) {
      for (const property of body.match(/[\w-]+(?=\s*:)/g) ?? []) {
        if (!/^(color|background(-color)?|text-(decoration|underline).*|fill|stroke.*|border-color)$/.test(property)) {
          findings.push(`${file}  ${selector.trim()}: ${property}`);
        }
      }
    }
  }
  nothing(findings);
});
