// Amounts, time, companies and speakers.
const MOST = 15, MONTHS = 240;
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
  const groups = grouped(shown.filter((f) => ["money", "power", "energy", "compute"].includes(f.kind) && amountOf(f) > 0), (f) => `${f.kind}, ${f.unit}`);
  if (!groups.size) nothing(view, "No amounts among these facts.");
  for (const [name, all] of groups) {
    const top = [...all].sort((a, b) => amountOf(b) - amountOf(a)).slice(0, MOST);
    view.append(make("h2", {}, name));
    for (const f of top) view.append(bar(amountOf(f) / amountOf(top[0]), link(f, f.value), f.organization ? ` ${f.organization}` : ""));
  }
}

function showTimeline(view, shown) {
  const months = [...grouped(shown.filter((f) => f.start_date), (f) => f.start_date.slice(0, 7))].sort(([a], [b]) => (a < b ? -1 : 1)).slice(-MONTHS);
  if (!months.length) return nothing(view, "No dates with days among these facts.");
  const most = Math.max(...months.map(([, all]) => all.length));
  let year = "";
  for (const [month, all] of months) {
    if (month.slice(0, 4) !== year) view.append(make("h2", {}, (year = month.slice(0, 4))));
    const links = all.slice(0, 3).flatMap((f) => [" ", link(f, f.text)]);
    view.append(bar(all.length / most, `${month} (${all.length})`, ...links));
  }
}

function showCompanies(view, shown) {
  const firms = [...grouped(shown.filter((f) => f.measure), (f) => f.organization)].sort(([a], [b]) => collator.compare(a, b));
  if (!firms.length) return nothing(view, "None of these facts says whose number it is.");
  const measures = [...grouped(firms.flatMap(([, all]) => all), (f) => f.measure)].sort(([, a], [, b]) => b.length - a.length).map(([name]) => name);
  const body = firms.map(([firm, all]) => make("tr", {}, make("th", { scope: "row" }, firm), ...measures.map((name) => numbers(all.filter((f) => f.measure === name)))));
  const heads = ["organisation", ...measures].map((name) => make("th", { scope: "col" }, name));
  view.append(make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Companies" }, make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...body))));
}

function numbers(all) {
  const cell = make("td", { class: "n" });
  for (const f of all) cell.append(make("div", {}, link(f, f.value), f.change === "up" ? " ↑" : f.change === "down" ? " ↓" : ""));
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
    for (const f of all) view.append(make("blockquote", { lang: "el" }, link(f, f.text)));
  }
}
