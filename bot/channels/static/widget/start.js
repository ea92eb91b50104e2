// One script tag is all a website needs: it brings its own element.

const TITLE = "How can we help you?";
const SCRIPT = document.currentScript;
const BASE = new URL(".", SCRIPT.src).href;

function start() {
  const clinic = SCRIPT.dataset.clinic ?? "";
  if (!document.querySelector("cooldown-widget")) document.body.append(make("cooldown-widget", { "data-clinic": clinic }));
}

if (!customElements.get("cooldown-widget")) {
  customElements.define("cooldown-widget", CooldownWidget);
  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start);
}
