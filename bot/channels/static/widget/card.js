// A confirmed booking as a card, with a calendar entry made on the spot: nothing is asked of any server.

function bookingCard(appointment, clinic, language) {
  const start = appointment.starts_at.slice(0, 16); // the clinic's wall clock, wherever the browser is
  const day = spell(midnight(start.slice(0, 10)), language, LONG_DAY);
  const at = spell(new Date(`${start}Z`), language, { hour: "numeric", minute: "2-digit" });
  const cancelled = appointment.status === "cancelled";
  const keep = make("a", { class: "chip", download: "appointment.ics", href: calendarEntry(appointment, clinic) }, "Add to my calendar");
  return make(
    "div",
    { class: cancelled ? "card cancelled" : "card" },
    make("strong", {}, day),
    make("span", {}, `${at} · ${appointment.minutes} minutes`),
    make("span", { class: "quiet" }, cancelled ? "Cancelled" : `Reference ${appointment.reference}`),
    cancelled ? null : keep,
  );
}

function calendarEntry(appointment, clinic) {
  const stamp = (iso) => `${new Date(iso).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Cooldown//Widget//EN",
    "BEGIN:VEVENT",
    `UID:${appointment.reference}@cooldown`,
    `DTSTAMP:${stamp(appointment.created_at)}`,
    `DTSTART:${stamp(appointment.starts_at)}`,
    `DTEND:${stamp(appointment.ends_at)}`,
    `SUMMARY:Massage at ${clinic.replace(/[\\;,]/g, "\\$&")}`,
    `DESCRIPTION:Reference ${appointment.reference}`,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ];
  return `data:text/calendar;charset=utf-8,${encodeURIComponent(lines.join("\r\n"))}`;
}
