// Amounts, time, companies and speakers.
const MOST = 15, PERIODS = 400;
const FIRST = ["revenue", "profit", "ebitda", "investment", "funding", "valuation"];
const nothing = (view, text) => view.append(make("p", { class: "soft" }, text));

function grouped(items, key) {
  const groups = new Map();
  for (const item of items) {
    const name = key(item);
    if (!name) continue;
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(item);
  }
  return groups;
}

function bar(share, ...words) {
  const line = make("i", { "aria-hidden": "true" });
  line.style.width = `${Math.max(0, Math.min(100, share * 100))}%`;
  return make("div", { class: "bar" }, make("span", {}, ...words), make("span", {}, line));
}

function showAmounts(view, shown) {
  const of = shown.filter((f) => ["money", "power", "energy", "compute"].includes(f.kind) && amountOf(f) > 0);
  const groups = [...grouped(of, (f) => `${f.kind}, ${f.unit}`)].sort(([, a], [, b]) => rankOf(a[0].kind) - rankOf(b[0].kind) || b.length - a.length);
  if (!groups.length) nothing(view, "No amounts among these facts.");
  for (const [name, all] of groups) {
    const top = [...all].sort((a, b) => amountOf(b) - amountOf(a)).slice(0, MOST);
    view.append(make("h2", {}, name, all.length > MOST ? make("span", { class: "soft" }, `, the largest ${MOST} of ${all.length}`) : ""));
    for (const f of top) view.append(bar(amountOf(f) / amountOf(top[0]), link(f, f.value), arrowOf(f), said(f)));
  }
}

// What it is about and whose, as far as the text tells.
function said(fact) {
  const words = [fact.about, fact.organization].filter(Boolean).join(", ");
  return words ? make("span", { class: "soft" }, ` ${words}`) : "";
}

const MONTH = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });
const DAY = new Intl.DateTimeFormat("en", { month: "long", day: "numeric", timeZone: "UTC" });

// `2026-03-01` to `2026-03-31` is March; what lies in one year is told without it.
function period({ start_date: start, end_date: end }) {
  const [first, last] = [new Date(start), new Date(end)];
  if (start === end) return DAY.format(first);
  const year = start.slice(0, 4);
  const later = end.slice(0, 4) === year ? "" : ` ${end.slice(0, 4)}`;
  if (start.endsWith("-01-01") && end.endsWith("-12-31")) return later ? `${year} –${later}` : "the year";
  const months = start.endsWith("-01") && new Date(last.getTime() + 864e5).getUTCDate() === 1;
  const [a, b] = months ? [MONTH.format(first), MONTH.format(last) + later] : [DAY.format(first), DAY.format(last) + later];
  return a === b ? a : `${a} – ${b}`;
}

// The part of its first year that a period takes.
function track({ start_date: start, end_date: end }) {
  const from = Date.UTC(start.slice(0, 4), 0, 1), to = Date.UTC(Number(start.slice(0, 4)) + 1, 0, 1);
  const at = (day) => Math.min(100, (100 * (day - from)) / (to - from));
  const line = make("i");
  line.style.left = `${at(new Date(start))}%`;
  line.style.width = `${at(new Date(end).getTime() + 864e5) - at(new Date(start))}%`;
  return make("span", { class: "track", "aria-hidden": "true" }, line);
}

function showTimeline(view, shown) {
  const dated = shown.filter((f) => f.start_date).sort((a, b) => (a.start_date < b.start_date ? -1 : a.start_date > b.start_date ? 1 : a.end_date < b.end_date ? 1 : a.end_date > b.end_date ? -1 : 0));
  if (!dated.length) return nothing(view, "No dates with days among these facts.");
  const periods = [...grouped(dated, (f) => `${f.start_date}/${f.end_date}`)].slice(-PERIODS).map(([, all]) => all);
  let year = "";
  for (const all of periods) {
    const own = all[0].start_date.slice(0, 4), first = own !== year;
    year = own;
    const words = [...grouped(all, (f) => f.text).values()].slice(0, 3).flatMap((same) => [" ", link(same[0], same[0].text)]);
    const count = all.length > 1 ? make("span", { class: "soft" }, ` ×${all.length}`) : "";
    view.append(make("div", { class: first ? "when first" : "when" }, make(first ? "h2" : "span", {}, first ? year : ""), track(all[0]),
      make("span", { class: "soft" }, period(all[0])), make("span", {}, ...words, count)));
  }
}

// A row an organisation, the one with most numbers first; on a narrow screen a card each.
function showCompanies(view, shown) {
  const owned = shown.filter((f) => f.measure && f.organization);
  if (!owned.length) return nothing(view, "None of these facts says whose number it is.");
  const firms = new Map();
  for (const f of owned) for (const name of ownersOf(f)) firms.set(name, [...(firms.get(name) ?? []), f]);
  const often = new Map([...grouped(owned, (f) => f.measure)].map(([name, all]) => [name, all.length]));
  const weight = (name) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length + 1 / often.get(name));
  const measures = [...often.keys()].sort((a, b) => weight(a) - weight(b) || (a < b ? -1 : 1));
  const body = [...firms].sort(([a, x], [b, y]) => y.length - x.length || collator.compare(a, b)).map(([firm, all]) => make("tr", {}, make("th", { scope: "row" }, firm),
    ...measures.map((name) => numbers(name, all.filter((f) => f.measure === name)))));
  const heads = ["organisation", ...measures].map((name) => make("th", { scope: "col" }, plain(name)));
  const table = make("table", { class: "companies" }, make("caption", {}, "The numbers of each organisation, by what they measure"), make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...body));
  view.append(make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Companies" }, table));
}

function numbers(measure, all) {
  const cell = make("td", { "data-label": plain(measure) });
  const levelsFirst = [...all].sort((a, b) => Boolean(a.change) - Boolean(b.change));
  const texts = grouped(levelsFirst, (f) => f.value + arrowOf(f));
  for (const [text, [f]] of texts) cell.append(make("div", { class: "n" }, link(f, f.value), text.slice(f.value.length)));
  return cell;
}

function showQuotes(view, shown) {
  const quotes = shown.filter((f) => f.kind === "quote");
  if (!quotes.length) nothing(view, "No quotes among these facts.");
  const speakers = [...grouped(quotes, (f) => f.speaker ?? f.role ?? "Speaker not named")].sort(([a], [b]) => collator.compare(a, b));
  for (const [name, all] of speakers) {
    view.append(make("h2", {}, name));
    const known = [...new Set(all.map((f) => [f.speaker ? f.role : null, f.organization].filter(Boolean).join(", ")).filter(Boolean))];
    if (known.length) view.append(make("p", { class: "soft" }, known.join(" · ")));
    for (const f of all) view.append(make("blockquote", { lang: "el" }, link(f, f.style === "direct" ? `«${f.text}»` : f.text)));
  }
}
