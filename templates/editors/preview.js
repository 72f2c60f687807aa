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
  const button = element("button", hidden === own ? note.words.show : note.words.hide);
  button.type = "button";
  button.setAttribute("aria-expanded", String(hidden !== own));
  button.addEventListener("click", () => {
    hidden = hidden === own ? "" : own;
    show(note);
    panel.querySelector(".preview__problems button").focus();
  });
  const section = element("section", element("h2", note.words.problems), button);
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
  if (note.failure) parts.push(line("preview__failure", element("strong", `${note.words.failure} `), ...told(note.failure)));
  if (note.problems.length > 0) parts.push(problems(note));
  if (note.tips.length > 0) parts.push(more("tips", note.words.tips, note.tips.map(problem)));
  if (note.elsewhere_count > 0) {
    const items = note.elsewhere.map(elsewhere);
    if (note.elsewhere_count > items.length) items.push(element("li", note.words.rest));
    parts.push(more("elsewhere", note.words.elsewhere, items));
  }
  if (note.state) {
    const bar = line("preview__bar", element("strong", note.state));
    bar.dataset.name = note.words.name;
    parts.push(bar);
  }
  panel.lang = note.language;
  panel.setAttribute("aria-label", note.words.name);
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
