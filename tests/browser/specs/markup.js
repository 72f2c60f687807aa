// The HTML of every page before two judges: the Nu HTML checker and html-validate.

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { HtmlValidate } from "html-validate";
import vnu from "vnu-jar";
import { nothing } from "../browser.js";
import { serve } from "../site.js";

let site, folder;
const files = new Map();
before(async () => {
  site = await serve();
  folder = await mkdtemp(join(tmpdir(), "noaber-markup-"));
  for (const [index, path] of (await site.pages()).entries()) {
    const html = await site.text(path);
    const file = join(folder, `${index}.html`);
    await writeFile(file, html);
    files.set(file, { path, html });
  }
});
after(async () => Promise.all([site?.stop(), folder && rm(folder, { recursive: true })]));

test("the Nu HTML checker has nothing to say of any page", async () => {
  // It writes its report to the error output, and its exit code says whether there was one.
  const report = await new Promise((done) =>
    execFile("java", ["-jar", vnu, "--format", "json", "--exit-zero-always", folder], { maxBuffer: 1 << 26 }, (_, __, said) => done(said)),
  );
  const findings = JSON.parse(report).messages.map(
    ({ url, lastLine, message, extract }) => `${files.get(new URL(url).pathname)?.path}:${lastLine}  ${message} ${(extract ?? "").trim().slice(0, 80)}`,
  );
  nothing(findings);
});

test("html-validate has nothing to say of any page", async () => {
  const judge = new HtmlValidate({
    extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
    rules: {
      // The style of writing void elements and of the doctype is ours: as the standard itself writes them.
      "doctype-style": ["error", { style: "lowercase" }],
      // The digest of a style sheet of our own says nothing that its address, which holds one, does not.
      "require-sri": ["error", { target: "crossorigin" }],
      // What a search engine cuts off is still read in the tab and by a screen reader.
      "long-title": "off",
      // Trailing space is what the template engine leaves; it is compressed away.
      "no-trailing-whitespace": "off",
    },
  });
  const findings = [];
  for (const { path, html } of files.values()) {
    const { results } = await judge.validateString(html);
    for (const { line, ruleId, message } of results.flatMap((result) => result.messages)) findings.push(`${path}:${line}  ${ruleId}: ${message}`);
  }
  nothing(findings);
});
