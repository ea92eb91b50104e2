// What may be pressed under a reply, by its kind.

const PARTS_OF_DAY = [
  ["Morning", 0, 12],
  ["Afternoon", 12, 17],
  ["Evening", 17, 24],
];

function chip(choice, press) {
  return make("button", { type: "button", class: "chip", onclick: () => press(choice) }, make("bdi", {}, choice.title));
}

function chips(choices, press, name = "Choices") {
  return choices.length ? make("div", { class: "chips", role: "group", "aria-label": name }, ...choices.map((choice) => chip(choice, press))) : null;
}

function choiceArea(line, language, press) {
  const kinds = { day: dayChoices, time: timeChoices, phone: contactForm };
  return (kinds[line.kind] ?? plainChoices)(line, press, language);
}

function plainChoices(line, press) {
  return line.choices.length ? make("div", { class: "area" }, chips(line.choices, press)) : null;
}

// Starts to take at once come first; whole days fill the calendar, and the first few lead where there are no starts.
function dayChoices(line, press, language) {
  const days = line.choices.filter((choice) => dayIn(choice) && Number.isNaN(hourIn(choice)));
  const others = line.choices.filter((choice) => !days.includes(choice));
  if (days.length < 5) return plainChoices(line, press);
  const starts = others.some(dayIn) ? [] : days.slice(0, 3);
  return make("div", { class: "area" }, chips([...starts, ...others], press, "First free times"), calendar(days, language, press));
}

function hourIn(choice) {
  return Number(choice.payload.match(/(?:^\/| )time=(\d\d):\d\d(?= |$)/)?.[1] ?? NaN);
}

function timeChoices(line, press) {
  const several = new Set(line.choices.map(dayIn).filter(Boolean)).size > 1;
  if (several || line.choices.length < 5) return plainChoices(line, press);
  const parts = PARTS_OF_DAY.map(([name, from, to]) => [name, line.choices.filter((c) => hourIn(c) >= from && hourIn(c) < to)]);
  const others = line.choices.filter((choice) => Number.isNaN(hourIn(choice)));
  const shown = parts.filter(([, choices]) => choices.length);
  return make(
    "div",
    { class: "area" },
    ...shown.map(([name, choices]) => make("div", { class: "part" }, make("span", { class: "label", "aria-hidden": "true" }, name), chips(choices, press, name))),
    chips(others, press, "Other times"),
  );
}

function contactForm(line, press) {
  const asked = [
    ["name", "Your name", { autocomplete: "name" }],
    ["contact", "Phone or e-mail", line.slots.includes("name") ? { autocomplete: "tel" } : { type: "tel", autocomplete: "tel" }],
  ].filter(([slot]) => line.slots.includes(slot));
  const inputs = asked.map(([, , how]) => make("input", { required: true, maxlength: "120", ...how }));
  const send = (event) => {
    event.preventDefault();
    press({ title: inputs.map((input) => input.value.trim()).join(", "), payload: "" });
  };
  const fields = asked.map(([, label], number) => make("label", {}, label, inputs[number]));
  const form = fields.length ? make("form", { class: "contact", onsubmit: send }, ...fields, make("button", { class: "chip" }, "Send")) : null;
  return form || line.choices.length ? make("div", { class: "area" }, form, chips(line.choices, press)) : null;
}
