// The site under test: the release binary, serving the real content on a port that the system picks.

import { spawn } from "node:child_process";
import { cp, mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** The top of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Where measurements and screenshots go. */
export const results = join(root, "tests/browser/results");

const binary = process.env.NOABER_BINARY ?? join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "release/noaber");

/**
 * A page that has expired, so that there is an address that answers 410.
 */
const expired = `+++
title = "Een pagina die er niet meer is"
summary = "Deze pagina is verlopen."
expires = 2020-01-01
+++
`;

/** How the program is started: for visitors, or for whoever writes the site. */
const commands = { serve: ["serve", "--no-watch"], preview: ["preview"] };

/**
 * Serves the real content, or that of another region, with `content` and `assets` (path → text) laid over it. Ends with `stop()`.
 */
export async function serve({ region = "", content = {}, assets = {}, command = "serve" } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "noaber-browser-"));
  await cp(join(root, region, "content"), join(folder, "content"), { recursive: true });
  await cp(join(root, region, "static"), join(folder, "static"), { recursive: true });
  const laid = [
    ["content/verlopen.md", expired],
    ...Object.entries(content).map(([path, text]) => [`content/${path}`, text]),
    ...Object.entries(assets).map(([path, text]) => [`static/${path}`, text]),
  ];
  for (const [path, text] of laid) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const child = spawn(binary, [...commands[command], "--content", join(folder, "content"), "--static", join(folder, "static"), "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NOABER_LOG: "warn" },
  });
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  const origin = await new Promise((found, failed) => {
    createInterface({ input: child.stdout }).once("line", (line) => found(line.trim().replace(/\/$/, "")));
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`noaber stopped with code ${code}\n${said}`)));
  });
  return new Site(origin, folder, child);
}

class Site {
  constructor(origin, folder, child) {
    this.origin = origin;
    this.folder = folder;
    this.child = child;
  }

  /** The absolute address of a path. */
  url(path) {
    return this.origin + path;
  }

  /** Saves a content file, as an editor does. */
  async save(path, text) {
    await writeFile(join(this.folder, "content", path), text);
  }

  /** Waits until texts are as small as the server will make them, which it does after its first answers. */
  async settled() {
    const style = (await this.text("/")).match(/<link rel="stylesheet" href="([^"]+)"/)[1];
    const size = async () => Number((await fetch(this.url(style), { method: "HEAD", headers: { "accept-encoding": "br" } })).headers.get("content-length"));
    const first = await size();
    for (let waited = 0; waited < 600 && (await size()) === first; waited++) await setTimeout(200);
  }

  async text(path) {
    return (await fetch(this.url(path))).text();
  }

  /** The path of every page in the sitemap. */
  async sitemap() {
    const xml = await this.text("/sitemap.xml");
    return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address).pathname);
  }

  /**
   * The pages that a visitor can meet: the sitemap, the patterns, the search page and the pages for errors. Of lists
   * that differ only in what they list, by year, theme or place, there are two.
   */
  async pages() {
    const home = await this.text("/");
    const search = home.match(/<form action="([^"]+)" method="get"/)?.[1];
    const found = search ? [search, `${search}?q=regio+deal`, `${search}?q=gemeent`, `${search}?q=xyzzyq`] : [];
    const lists = new Map();
    const isNew = (path) => {
      if (!isPart(path)) return true;
      const count = (lists.get(kindOf(path)) ?? 0) + 1;
      lists.set(kindOf(path), count);
      return count <= 2;
    };
    return [...(await this.sitemap()).filter(isNew), ...found, ...(await this.unlisted()), ...this.errors()];
  }

  /** Pages outside the sitemap. */
  async unlisted() {
    const paths = ["/patronen/", "/vind-uw-gemeente/", "/vind-uw-gemeente/?q=haarle", "/vind-uw-gemeente/?q=xyzzyq"];
    const answers = await Promise.all(paths.map((path) => fetch(this.url(path), { method: "HEAD" })));
    return paths.filter((_, at) => answers[at].ok);
  }

  /** An address that never was, one that looks like a page, and one that is gone. */
  errors() {
    return ["/bestaat-niet/", "/themas/bereikbaarheit/", "/verlopen/"];
  }

  /** One page of every kind: the first in each folder. */
  async kinds() {
    const kinds = new Map();
    for (const path of await this.pages()) {
      const kind = kindOf(path);
      if (!kinds.has(kind)) kinds.set(kind, path);
    }
    return [...kinds.values()];
  }

  async stop() {
    this.child.removeAllListeners("exit");
    const gone = new Promise((done) => this.child.once("exit", done));
    this.child.kill("SIGTERM");
    await gone;
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** True for a list of a part of the items of a kind: `/nieuws/2022/`, `/agenda/2023-10/`, `/nieuws/thema/naam/`. */
function isPart(path) {
  const parts = path.split("/").filter(Boolean);
  return /^\d{4}(-\d\d)?$/.test(parts.at(-1)) || (parts.length > 2 && languageOf(path) === "nl");
}

/** The language of the page at a path: that of its first folder. */
export function languageOf(path) {
  return ["de", "en"].find((language) => path.startsWith(`/${language}/`)) ?? "nl";
}

/** The kind of page at a path: pages in one folder are of one kind, `/themas/arbeidsmarkt/` is `/themas/*`. */
export function kindOf(path) {
  const [address, query] = path.split("?");
  const parts = address.split("/").filter(Boolean);
  const last = parts.pop();
  if (last === undefined) return "/";
  if (parts.length === 0) return address + (query ? "?" : "");
  return `/${parts.join("/")}/${/^\d+(-\d\d)?$/.test(last) ? "#" : "*"}`;
}
