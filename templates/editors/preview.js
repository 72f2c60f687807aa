// Shows how the page stands and what is wrong in its file, and asks for the page again when it has become another one.
// Only `noaber preview` sends this.
"use strict";

const tag = document.currentScript.dataset.tag;
const address = location.pathname + location.search;
const panel = document.createElement("aside");
// What is shown, and the problems that the writer has put away.
let shown = "";
let hidden = "";

// After a reload the page stands where it stood.
const place = JSON.parse(sessionStorage.getItem("place") ?? "null");
sessionStorage.removeItem("place");
if (place?.address === address) {
  history.scrollRestoration = "manual";
  const back = () => scrollTo(place.left, place.top);
  back();
  addEventListener("load", back);
}

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

function count(number, one, more) {
  return number === 1 ? `1 ${one}` : `${number} ${more}`;
}

// A text in which what stands between backticks is code.
function told(text) {
  return text.split("`").map((part, number) => (number % 2 === 1 ? element("code", part) : part));
}

function problem({ place, severity, message, help, excerpt }) {
  const item = element("li", element("strong", place), ` ${severity}: `, ...told(message));
  if (excerpt) item.append(element("pre", element("code", excerpt)));
  item.append(element("p", ...told(help)));
  return item;
}

function elsewhere(other) {
  const file = element(other.page ? "a" : "span", other.file);
  if (other.page) file.href = other.page;
  return element("li", file, `, ${other.place}: ${other.severity}: `, ...told(other.message));
}

// The problems of this page, with a button that puts them away and brings them back.
function problems(note) {
  const own = JSON.stringify(note.problems);
  const title = `${count(note.problems.length, "probleem", "problemen")} in ${note.file}`;
  const button = element("button", hidden === own ? "Toon" : "Verberg");
  button.type = "button";
  button.setAttribute("aria-expanded", String(hidden !== own));
  button.addEventListener("click", () => {
    hidden = hidden === own ? "" : own;
    show(note);
    panel.querySelector(".preview__problems button").focus();
  });
  const section = element("section", element("h2", title), button);
  if (hidden !== own) section.append(element("ol", ...note.problems.map(problem)));
  section.className = "preview__problems";
  return section;
}

function more(name, title, items) {
  const details = element("details", element("summary", title), element("ul", ...items));
  details.dataset.name = name;
  details.open = panel.querySelector(`details[data-name="${name}"]`)?.open ?? false;
  return details;
}

function line(name, ...content) {
  const made = element("p", ...content);
  made.className = name;
  return made;
}

function show(note) {
  const parts = [];
  if (note.failure) parts.push(line("preview__failure", element("strong", "De laatste wijziging is niet te zien: "), ...told(note.failure)));
  if (note.problems.length > 0) parts.push(problems(note));
  if (note.tips.length > 0) parts.push(more("tips", count(note.tips.length, "tip", "tips"), note.tips.map(problem)));
  if (note.elsewhere_count > 0) {
    const items = note.elsewhere.map(elsewhere);
    const rest = note.elsewhere_count - items.length;
    if (rest > 0) items.push(element("li", `en nog ${rest}`));
    parts.push(more("elsewhere", count(note.elsewhere_count, "probleem in een ander bestand", "problemen in andere bestanden"), items));
  }
  if (note.state) parts.push(line("preview__bar", element("strong", note.state)));
  panel.replaceChildren(...parts);
  panel.hidden = parts.length === 0;
  shown = JSON.stringify(note);
}

// The end of the page, and what has the focus, stay in view above the panel.
function makeRoom() {
  const height = `${panel.hidden ? 0 : panel.offsetHeight}px`;
  document.body.style.paddingBottom = height;
  document.documentElement.style.scrollPaddingBottom = height;
}

async function look() {
  const response = await fetch(`/_preview/note?page=${encodeURIComponent(address)}`);
  const note = await response.json();
  if (note.tag === tag) {
    // What has not changed keeps its focus and what is open in it.
    if (JSON.stringify(note) !== shown) show(note);
  } else {
    sessionStorage.setItem("place", JSON.stringify({ address, left: scrollX, top: scrollY }));
    location.reload();
  }
}

const style = document.createElement("link");
style.rel = "stylesheet";
style.href = "/_preview/style.css";
document.head.append(style);
panel.className = "preview";
panel.hidden = true;
panel.lang = "nl";
panel.setAttribute("aria-label", "Voorbeeld");
panel.setAttribute("aria-live", "polite");
document.body.append(panel);
new ResizeObserver(makeRoom).observe(panel);
// The first event comes at once, and one after each change; when the program is started again the browser asks again.
// A page that nobody sees does not listen: a browser keeps few connections to one address.
let changes;
function listen() {
  changes?.close();
  changes = document.hidden ? undefined : new EventSource("/_preview/changes");
  changes?.addEventListener("message", look);
}
document.addEventListener("visibilitychange", listen);
listen();
