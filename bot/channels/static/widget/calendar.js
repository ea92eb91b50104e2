// A month at a time. Only days that can be had are buttons; arrow keys walk among them.

const DAY = 86_400_000;
const midnight = (iso) => new Date(`${iso}T00:00Z`); // days are the clinic's, so no browser's zone may shift them
const spell = (day, language, how) => new Intl.DateTimeFormat(language, { timeZone: "UTC", ...how }).format(day);
const LONG_DAY = { weekday: "long", day: "numeric", month: "long", year: "numeric" };

function dayIn(choice) {
  return choice.payload.match(/(?:^\/| )day=(\d{4}-\d\d-\d\d)(?= |$)/)?.[1] ?? null;
}

function calendar(choices, language, press) {
  const free = new Map(choices.map((choice) => [dayIn(choice), choice]).filter(([day]) => day));
  const months = [...new Set([...free.keys()].map((day) => day.slice(0, 7)))].sort();
  const heading = make("span", { class: "month", "aria-live": "polite" });
  const grid = make("table", { class: "grid", onkeydown: (event) => walk(event, grid) });
  let shown = 0;
  const turn = (by) => {
    shown += by;
    heading.textContent = spell(midnight(`${months[shown]}-01`), language, { month: "long", year: "numeric" });
    grid.setAttribute("aria-label", heading.textContent);
    grid.replaceChildren(...month(months[shown], free, language, press));
    back.disabled = shown === 0;
    on.disabled = shown === months.length - 1;
  };
  const back = make("button", { type: "button", class: "turn", "aria-label": "Earlier month", onclick: () => turn(-1) }, icon(ICONS.back));
  const on = make("button", { type: "button", class: "turn", "aria-label": "Later month", onclick: () => turn(1) }, icon(ICONS.on));
  turn(0);
  return make("div", { class: "calendar" }, make("div", { class: "months" }, back, heading, on), grid);
}

function month(name, free, language, press) {
  const first = midnight(`${name}-01`);
  const monday = language === "en-US" ? 0 : 1; // the weekday a week starts on
  const start = first.getTime() - ((first.getUTCDay() - monday + 7) % 7) * DAY;
  const weeks = [];
  for (let week = start; new Date(week).toISOString().slice(0, 7) <= name; week += 7 * DAY) {
    weeks.push(Array.from({ length: 7 }, (_, number) => new Date(week + number * DAY)));
  }
  const earliest = [...free.keys()].sort()[0]; // weeks before it would only push the free ones off the screen
  while (weeks[0].at(-1).toISOString().slice(0, 10) < earliest) weeks.shift();
  const names = weeks[0].map((day) =>
    make("th", { scope: "col", abbr: spell(day, language, { weekday: "long" }) }, spell(day, language, { weekday: "short" }).slice(0, 2)),
  );
  const rows = weeks.map((days) => make("tr", {}, ...days.map((day) => cell(day, name, free, language, press))));
  const buttons = rows.flatMap((row) => [...row.querySelectorAll("button")]);
  buttons.slice(1).forEach((button) => (button.tabIndex = -1));
  return [make("thead", {}, make("tr", {}, ...names)), make("tbody", {}, ...rows)];
}

function cell(day, name, free, language, press) {
  const iso = day.toISOString().slice(0, 10);
  if (!iso.startsWith(name)) return make("td");
  const choice = free.get(iso);
  if (!choice) return make("td", {}, String(day.getUTCDate()));
  const label = spell(day, language, LONG_DAY);
  return make("td", {}, make("button", { type: "button", "aria-label": label, onclick: () => press(choice) }, String(day.getUTCDate())));
}

function walk(event, grid) {
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1, Home: -99, End: 99 };
  const buttons = [...grid.querySelectorAll("button")];
  const now = buttons.indexOf(event.target);
  if (!(event.key in steps) || now < 0) return;
  event.preventDefault();
  const next = buttons[Math.max(0, Math.min(buttons.length - 1, now + steps[event.key]))];
  buttons[now].tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
