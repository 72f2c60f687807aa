// Shows how the page stands and what is wrong in its file, and asks for the page again when it has become another one.
// Only `noaber preview` sends this.
"use strict";

const tag = document.currentScript.dataset.tag;
const address = location.pathname + location.search;
const panel = document.createElement("aside");
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

function problem({ place, severity, message, help, excerpt }) {
  const item = element("li", element("strong", place), ` ${severity}: ${message}`);
  if (excerpt) item.append(element("code", excerpt));
  item.append(element("p", help));
  return item;
}

function problems(note) {
  const hide = element("button", "Verberg");
  hide.type = "button";
  hide.addEventListener("click", () => {
    hidden = JSON.stringify(note.problems);
    show(note);
  });
  const title = `${count(note.problems.length, "probleem", "problemen")} in ${note.file}`;
  const section = element("section", element("h2", title), hide, element("ol", ...note.problems.map(problem)));
  section.className = "preview__problems";
  return section;
}

function more(title, items) {
  return element("details", element("summary", title), element("ul", ...items));
}

function show(note) {
  const parts = [];
  if (note.problems.length > 0 && hidden !== JSON.stringify(note.problems)) parts.push(problems(note));
  if (note.tips.length > 0) parts.push(more(count(note.tips.length, "tip", "tips"), note.tips.map(problem)));
  if (note.elsewhere_count > 0) {
    const title = count(note.elsewhere_count, "probleem in een ander bestand", "problemen in andere bestanden");
    parts.push(more(title, note.elsewhere.map((text) => element("li", text))));
  }
  if (note.standing) {
    const bar = element("p", element("strong", note.standing));
    bar.className = "preview__bar";
    parts.push(bar);
  }
  panel.replaceChildren(...parts);
  panel.hidden = parts.length === 0;
}

async function look() {
  const response = await fetch(`/_preview/note?page=${encodeURIComponent(address)}`);
  const note = await response.json();
  if (note.tag === tag) {
    show(note);
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
panel.setAttribute("aria-label", "Voorbeeld");
panel.setAttribute("aria-live", "polite");
document.body.append(panel);
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
