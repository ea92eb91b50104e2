// <cooldown-widget>: the launcher, the panel, and the conversation in it.

const GREETING = {
  kind: "text",
  slots: [],
  text: "Hi! I’m the clinic’s booking assistant. Tell me in your own words what you need, or pick one of these.",
  choices: [
    { title: "Book a session", payload: "/book" },
    { title: "Move my booking", payload: "/reschedule" },
    { title: "Cancel my booking", payload: "/cancel_appointment" },
  ],
};
const QUESTION = "What happens at a first visit?";
const LONGEST = 10_000;
const SLOW = 30_000; // milliseconds after which typing dots turn into words

class CooldownWidget extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    this.name = `cooldown open ${this.dataset.clinic}`;
    this.language = navigator.language;
    this.clinic = "the clinic";
    this.waiting = new Map(); // message id -> its bubble, until the transcript has it
    this.build();
    this.correspond();
    if (here.getItem(this.name)) this.open(false);
  }

  // ------------------------------------------------------------ what is on the page

  build() {
    const root = this.attachShadow({ mode: "open" });
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    root.adoptedStyleSheets = [style];
    this.launcher = make("button", { type: "button", class: "launcher", "aria-haspopup": "dialog", onclick: () => this.open() }, icon(ICONS.chat), make("span", {}, TITLE));
    this.log = make("div", { class: "log", role: "log", "aria-label": "Conversation", tabindex: "0" });
    this.status = make("p", { class: "status", role: "status" });
    this.panel = make("section", { class: "panel", role: "dialog", "aria-label": TITLE, hidden: true }, this.header(), this.log, this.status, this.composer());
    this.panel.addEventListener("keydown", (event) => event.key === "Escape" && this.escape());
    root.append(this.launcher, this.panel);
    this.clear();
  }

  header() {
    this.place = make("p", { class: "place" });
    this.ways = make("div", { class: "ways" }); // to reach the clinic; filled when it has introduced itself
    this.menu = make("div", { class: "menu", id: "menu", hidden: true }, ...this.offers(), this.ways);
    this.opener = make(
      "button",
      { type: "button", class: "round", "aria-label": "Menu", "aria-expanded": "false", "aria-controls": "menu", onclick: () => this.toggleMenu() },
      icon(ICONS.menu),
    );
    this.closer = make("button", { type: "button", class: "round", "aria-label": "Close", onclick: () => this.close() }, icon(ICONS.close));
    return make("div", { class: "top" }, make("div", { class: "names" }, make("h2", {}, TITLE), this.place), this.opener, this.closer, this.menu);
  }

  composer() {
    this.field = make("textarea", {
      rows: "1",
      dir: "auto",
      maxlength: String(LONGEST),
      placeholder: "Write a message",
      "aria-label": "Your message",
      enterkeyhint: "send",
      oninput: () => this.drafted(),
      onkeydown: (event) => this.typed(event),
    });
    this.sender = make("button", { class: "round send", "aria-label": "Send" }, icon(ICONS.send));
    this.small = make("p", { class: "small" }, "An automated assistant.");
    const form = make("form", { class: "composer", onsubmit: (event) => this.submit(event) }, this.field, this.sender);
    return make("div", { class: "bottom" }, form, this.small);
  }

  offers() {
    const item = (words, onclick) => make("button", { type: "button", onclick }, words);
    return [
      item("Talk to a person", () => this.choose({ title: "I’d like to talk to a person", payload: "/human" })),
      item("Start over", () => this.choose({ title: "Start over", payload: "" })),
    ];
  }

  links({ phone, email }) {
    const link = (words, href) => make("a", { href }, words);
    const call = phone ? [link(`Call ${phone}`, `tel:${phone.replace(/[^+\d]/g, "")}`)] : [];
    return email ? [...call, link(`Write to ${email}`, `mailto:${email}`)] : call;
  }

  // ------------------------------------------------------------ opening and closing

  open(focus = true) {
    this.panel.hidden = false;
    this.launcher.hidden = true;
    here.setItem(this.name, "yes");
    this.settle(this.field.value || here.getItem(`${this.name} draft`) || "");
    this.attend();
    this.bottom();
    if (focus) (matchMedia("(pointer: coarse)").matches ? this.closer : this.field).focus();
  }

  close() {
    this.panel.hidden = true;
    this.launcher.hidden = false;
    here.removeItem(this.name);
    this.toggleMenu(false);
    this.attend();
    this.launcher.focus();
  }

  escape() {
    if (this.menu.hidden) return this.close();
    this.toggleMenu(false);
    this.opener.focus();
  }

  toggleMenu(shown = this.menu.hidden) {
    this.menu.hidden = !shown;
    this.opener.setAttribute("aria-expanded", String(shown));
    if (shown) this.menu.firstElementChild.focus();
  }

  // Only a panel that is seen listens: browsers allow a site few connections.
  attend() {
    if (this.panel.hidden || document.hidden) this.post.hush();
    else this.post.listen();
  }

  // ------------------------------------------------------------ the conversation

  correspond() {
    this.post = new Post(BASE, this.dataset.clinic ?? "");
    const hear = (type, told) => this.post.addEventListener(type, ({ detail }) => told.call(this, detail));
    hear("card", this.introduce);
    hear("fresh", this.clear);
    hear("lines", this.take);
    hear("online", () => this.connected(true));
    hear("offline", () => this.connected(false));
    hear("taken", this.taken);
    hear("unsent", this.unsent);
    hear("refused", this.refused);
    document.addEventListener("visibilitychange", () => this.attend());
    for (const message of this.post.queue) this.pending(message);
  }

  introduce({ name, language, phone, email, emergency }) {
    Object.assign(this, { clinic: name, language });
    this.place.textContent = name;
    this.ways.replaceChildren(...this.links({ phone, email }));
    if (emergency) this.small.textContent = `An automated assistant. In an emergency, call ${emergency}.`;
  }

  clear() {
    this.areas = [];
    this.waiting.clear();
    this.restored = false;
    this.offline = false;
    this.dots = make("div", { class: "bubble clinic dots", hidden: true }, ...[1, 2, 3].map(() => make("i")));
    this.log.replaceChildren(this.dots);
    this.add({ ...GREETING, choices: [...GREETING.choices, { title: QUESTION, payload: "" }] });
    for (const message of this.post?.queue ?? []) this.pending(message);
  }

  take(lines) {
    this.log.setAttribute("aria-live", this.restored ? "polite" : "off"); // a transcript is not read out anew
    const said = lines.map((line) => (line.from === "client" ? this.confirm(line) : this.add(line)));
    const ours = said.filter((_, number) => lines[number].from === "clinic");
    if (lines.length) this.think(lines.at(-1).from === "client");
    if (lines.length) this.bottom(this.restored ? ours[0] : ours.at(-1));
    this.restored = true;
  }

  add(line) {
    if (line.slots.length || line.choices.length) this.areas.splice(0).forEach((area) => this.retire(area));
    const said = make("div", { class: "bubble clinic", dir: "auto" }, make("bdi", { class: "unseen" }, "Clinic: "), line.text);
    const area = choiceArea(line, this.language, (choice) => this.choose(choice, area));
    const card = line.appointment ? bookingCard(line.appointment, this.clinic, this.language) : null;
    if (area) this.areas.push(area);
    this.insert(said, card, area);
    return said;
  }

  // Above what the clinic has not yet seen.
  insert(...nodes) {
    const next = this.log.querySelector(".pending") ?? this.dots;
    next.before(...nodes.filter(Boolean));
  }

  mine(text) {
    return make("div", { class: "bubble client", dir: "auto" }, make("bdi", { class: "unseen" }, "You: "), text);
  }

  confirm({ text }) {
    const known = [...this.waiting].find(([, bubble]) => bubble.said === text);
    if (!known) return this.insert(this.mine(text));
    const [id, bubble] = known;
    this.waiting.delete(id);
    bubble.classList.remove("pending");
    bubble.note?.remove();
    return bubble;
  }

  pending({ id, text }) {
    const bubble = this.mine(text);
    bubble.said = text;
    bubble.classList.add("pending");
    this.waiting.set(id, bubble);
    this.dots.before(bubble);
  }

  retire(area) {
    area.classList.add("old");
    for (const part of area.querySelectorAll("button, input")) part.disabled = true;
  }

  choose({ title, payload }, area) {
    if (area) this.retire(area);
    this.toggleMenu(false);
    this.send(title, payload);
    (matchMedia("(pointer: coarse)").matches ? this.log : this.field).focus();
  }

  send(text, payload) {
    this.pending(this.post.send(text, payload));
    this.bottom();
  }

  // ------------------------------------------------------------ what became of a message

  taken({ id, text }) {
    const bubble = this.waiting.get(id);
    if (!bubble) return;
    bubble.said = text;
    bubble.note?.remove();
    this.think(true);
  }

  unsent({ id, why }) {
    const again = make("button", { type: "button", onclick: () => this.post.retry() }, "try again");
    this.note(id, why || "Couldn’t send", " – ", again);
    this.think(false);
  }

  refused({ id, why }) {
    this.note(id, why || "This could not be sent.");
    this.waiting.get(id)?.classList.remove("pending");
    this.waiting.delete(id);
    this.think(false);
  }

  note(id, ...words) {
    const bubble = this.waiting.get(id);
    if (!bubble) return;
    bubble.note?.remove();
    bubble.note = make("p", { class: "note", role: "status" }, ...words);
    bubble.after(bubble.note);
    this.bottom();
  }

  think(busy) {
    clearTimeout(this.slow);
    this.dots.hidden = !busy;
    this.say(busy ? "Writing a reply" : "", true);
    if (busy) this.slow = setTimeout(() => this.late(), SLOW);
    if (busy) this.bottom();
  }

  late() {
    this.think(false);
    this.say("This takes longer than usual. Your message has arrived.");
  }

  connected(now) {
    if (now !== this.offline) return;
    this.offline = !now;
    this.say(now ? "" : "No connection right now. I’ll keep trying.");
  }

  say(words, unseen = false) {
    this.status.textContent = words;
    this.status.classList.toggle("unseen", unseen);
  }

  // To the end, or as far as leaves the beginning of what was just said in sight.
  bottom(said) {
    this.log.scrollTop = this.log.scrollHeight;
    if (said) this.log.scrollTop = Math.min(this.log.scrollTop, said.offsetTop - this.log.offsetTop - 12);
  }

  // ------------------------------------------------------------ writing

  typed(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit(event);
  }

  submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (!text) return this.field.focus();
    this.settle("");
    this.send(text, "");
    this.field.focus();
  }

  settle(draft) {
    this.field.value = draft;
    this.drafted();
  }

  drafted() {
    here.setItem(`${this.name} draft`, this.field.value);
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight}px`;
  }
}
