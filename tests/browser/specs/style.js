// The style sheets before stylelint with its standard configuration, and what they may not do.

import { join } from "node:path";
import { test } from "node:test";
import stylelint from "stylelint";
import { nothing } from "../browser.js";
import { root } from "../site.js";
import config from "../stylelint.config.js";

test("stylelint has nothing to say of the style sheets", async () => {
  const { results } = await stylelint.lint({ files: join(root, "static/css/**/*.css"), config, configBasedir: join(root, "tests/browser") });
  const findings = results.flatMap(({ source, warnings }) => warnings.map(({ line, text }) => `${source.slice(root.length + 1)}:${line}  ${text}`));
  nothing(findings);
});
