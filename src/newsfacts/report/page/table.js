// The table: sorted by any column, drawn a page of rows at a time.
const STEP = 100;
const collator = new Intl.Collator("el", { numeric: true });
const columns = [
  ["kind", (f) => rankOf(f.kind)], ["text", (f) => f.text], ["value", amountOrText], ["about", (f) => f.about ?? ""],
  ["measure", (f) => f.measure ?? ""], ["organisation", (f) => f.organization ?? ""], ["article", (f) => nameOf(f.doc)],
];
const plain = (name) => name.replace(/_/g, " ");
const order = { column: null, down: false, ranks: new Map() };

function amountOrText(fact) {
  const amount = amountOf(fact);
  return amount === null ? (fact.start_date ?? fact.iso ?? fact.value) : amount;
}

// A column is ranked once; sorting by it afterwards compares numbers.
function ranks(index) {
  if (!order.ranks.has(index)) {
    const key = facts.map(columns[index][1]);
    const compare = (a, b) => typeof a === "number" && typeof b === "number" ? a - b
      : typeof a === "number" ? -1 : typeof b === "number" ? 1 : collator.compare(a, b);
    const rank = new Int32Array(facts.length);
    facts.map((f) => f.id).sort((a, b) => compare(key[a], key[b])).forEach((id, i) => {  rank[id] = i; });
    order.ranks.set(index, rank);
  }
  return order.ranks.get(index);
}

function sorted(shown) {
  if (order.column === null) return shown;
  const rank = ranks(order.column), sign = order.down ? -1 : 1;
  return [...shown].sort((a, b) => sign * (rank[a.id] - rank[b.id]));
}

const used = columns.map(([name, of], i) => i < 3 || name === "article" ? docs.length > 1 || name !== "article" : facts.some(of));

function showFacts(view, shown, upTo = STEP) {
  const rows = sorted(shown);
  const save = (label, name, text) => make("button", { type: "button", onclick: () => download(name, text(rows)) }, label);
  view.append(make("div", { class: "tools" }, save("Download CSV", "facts.csv", asCsv), save("Download JSON", "facts.json", (all) => JSON.stringify(all.map(rowOf), null, 1))));
  const heads = columns.map(([name], i) => used[i] ? head(name, i) : null);
  const body = make("tbody");
  const table = make("table", { class: "facts" }, make("caption", {}, "Facts, with their values, in the order of the articles"), make("thead", {}, make("tr", {}, ...heads.filter(Boolean))), body);
  view.append(make("div", { class: "scroll" }, table));
  let drawn = 0;
  const more = make("button", { type: "button", onclick: () => draw100(STEP) }, "Show more");
  const draw100 = (count) => {
    body.append(...rows.slice(drawn, drawn + count).map(tableRow));
    drawn = Math.min(rows.length, drawn + count);
    more.hidden = drawn >= rows.length;
  };
  draw100(upTo);
  view.append(make("div", { class: "tools" }, more));
}

function head(name, index) {
  const mine = order.column === index;
  const sort = () => { order.down = mine && !order.down; order.column = index; draw(); document.getElementById(`sort-${index}`).focus(); };
  const way = mine ? (order.down ? "descending" : "ascending") : "none";
  return make("th", { scope: "col", class: `h-${name}`, "aria-sort": way }, make("button", { type: "button", id: `sort-${index}`, onclick: sort }, name));
}

function tableRow(fact) {
  const cells = [
    ["c-kind", make("span", { class: kindClass(fact.kind) }, fact.kind)], ["c-text", link(fact, fact.text)],
    ["c-value", fact.value + arrowOf(fact)], ["c-about", fact.about ?? ""], ["c-measure", plain(fact.measure ?? "")],
    ["c-owner", fact.organization ?? ""], ["c-article", make("span", { title: titleOf(fact.doc) }, nameOf(fact.doc))],
  ];
  return make("tr", { id: `row-${fact.id}` }, ...cells.filter((_, i) => used[i]).map(([name, cell]) => make("td", { class: name }, cell)));
}

function jumpToRow(fact) {
  state.view = "Facts";
  const at = sorted(facts.filter(passes)).indexOf(fact);
  draw(Math.max(STEP, at + 1));
  point(document.getElementById(`row-${fact.id}`));
}

// A cell that a spreadsheet would take for a formula is written as text.
function cell(value) {
  let text = value === null || value === undefined ? "" : String(value);
  if (typeof value === "string" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function asCsv(rows) {
  const all = rows.map(rowOf);
  const names = [...new Set(all.flatMap((row) => Object.keys(row)))];
  return "\ufeff" + [names, ...all.map((row) => names.map((name) => row[name]))].map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
}

function download(name, text) {
  const url = URL.createObjectURL(new Blob([text]));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
