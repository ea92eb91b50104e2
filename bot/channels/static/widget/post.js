// Talks to the clinic. A message stays in the queue until the clinic has it; its id makes sending it twice harmless.

const PATIENCE = [1, 2, 4, 8, 15]; // seconds between tries

class Refusal extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
  get passes() {
    return this.status === 401 || this.status === 429 || this.status >= 500;
  }
}

class Post extends EventTarget {
  constructor(base, clinic) {
    super();
    this.base = base;
    this.clinic = clinic;
    this.name = `cooldown ${base} ${clinic}`;
    this.queue = JSON.parse(here.getItem(this.name) ?? "[]");
    this.after = 0; // the last line we have
    this.round = null; // of polling; a new one ends the one before
    this.tries = 0;
    addEventListener("online", () => this.retry());
    addEventListener("storage", (event) => event.key === this.name && this.adopt());
  }

  get token() {
    return across.getItem(this.name);
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  // ------------------------------------------------------------ asking the server

  async call(path, body, signal) {
    const token = this.token;
    const limit = AbortSignal.timeout(40_000);
    const headers = token ? { Authorization: `Bearer ${token}` } : {};
    const how = body ? { method: "POST", body: JSON.stringify(body) } : {};
    if (body) headers["Content-Type"] = "application/json";
    const common = { headers, cache: "no-store", credentials: "omit", signal: signal ? AbortSignal.any([signal, limit]) : limit };
    const answer = await fetch(new URL(path, this.base), { ...common, ...how });
    const found = await answer.json().catch(() => ({}));
    if (answer.ok) return found;
    if (answer.status === 401 && this.token === token) across.removeItem(this.name);
    throw new Refusal(answer.status, typeof found.detail === "string" ? found.detail : "");
  }

  async session() {
    const before = this.token;
    const opened = await this.call("widget/session", { clinic: this.clinic });
    this.known = true;
    this.tell("card", opened.clinic);
    if (!opened.token || this.token !== before) return; // another tab was faster: its session is ours too
    across.setItem(this.name, opened.token);
    this.adopt();
  }

  adopt() {
    this.after = 0;
    this.tell("fresh");
    if (this.round) this.listen();
  }

  // ------------------------------------------------------------ lines in

  async listen() {
    this.hush();
    const round = (this.round = new AbortController());
    let patience = "&patience=0"; // the first answer comes at once, so that the page knows where it stands
    while (this.round === round) {
      try {
        if (!this.known || !this.token) await this.session();
        if (this.round !== round) return;
        const { lines } = await this.call(`widget/events?after=${this.after}${patience}`, null, round.signal);
        if (this.round !== round) return;
        this.after = lines.at(-1)?.id ?? this.after;
        this.tell("lines", lines);
        this.back();
        patience = "";
      } catch {
        if (this.round === round) await this.pause();
      }
    }
  }

  hush() {
    this.round?.abort();
    this.round = null;
  }

  back() {
    this.tries = 0;
    this.tell("online");
    this.flush();
  }

  pause() {
    this.tell("offline");
    const seconds = PATIENCE[Math.min(this.tries++, PATIENCE.length - 1)];
    return new Promise((done) => {
      this.wake = done;
      setTimeout(done, seconds * 1000);
    });
  }

  retry() {
    this.wake?.();
    this.flush();
  }

  // ------------------------------------------------------------ messages out

  send(text, payload = "") {
    const message = { id: crypto.getRandomValues(new Uint32Array(4)).join("-"), text, payload };
    this.queue.push(message);
    this.keep();
    this.flush();
    return message;
  }

  keep() {
    here.setItem(this.name, JSON.stringify(this.queue));
  }

  async flush() {
    if (this.flushing) return;
    this.flushing = true;
    while (this.queue.length && (await this.deliver(this.queue[0]))) {
      this.queue.shift();
      this.keep();
    }
    this.flushing = false;
  }

  // True when this message needs no more sending: the clinic has it, or will never take it.
  async deliver(message) {
    try {
      if (!this.token) await this.session();
      const taken = await this.call("widget/messages", message);
      this.tell("taken", { ...message, text: taken.text });
      return true;
    } catch (failure) {
      const lost = failure instanceof Refusal && !failure.passes;
      this.tell(lost ? "refused" : "unsent", { ...message, why: failure.status ? failure.message : "" });
      if (!lost) setTimeout(() => this.flush(), 3_000);
      return lost;
    }
  }
}
