// Building blocks. Words always become text nodes, so nothing anybody wrote is ever read as HTML.

function make(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, worth] of Object.entries(given)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), worth);
    else if (typeof worth === "boolean") element.toggleAttribute(name, worth);
    else element.setAttribute(name, worth);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

const ICONS = {
  chat: "M4 5.5h16v11H11l-4.5 4v-4H4z",
  close: "M6 6l12 12M18 6L6 18",
  menu: "M5 7.5h14M5 12h14M5 16.5h14",
  send: "M12 19V5M5.5 11.5L12 5l6.5 6.5",
  back: "M15 5l-7 7 7 7",
  on: "M9 5l7 7-7 7",
};

// Where a browser forbids storage, the page itself remembers until it is left.
function shelf(name) {
  try {
    window[name].getItem("cooldown");
    return window[name];
  } catch {
    const kept = new Map();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, worth) => kept.set(key, worth),
      removeItem: (key) => kept.delete(key),
    };
  }
}

const across = shelf("localStorage"); // every page and tab of this site
const here = shelf("sessionStorage"); // this tab, across reloads
