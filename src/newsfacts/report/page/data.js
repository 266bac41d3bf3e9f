// The facts as objects, and the filters over them.
const raw = JSON.parse(document.getElementById("data").textContent);
const docs = raw.docs;
const kindNames = Object.keys(raw.kinds);
const ORDER = ["money", "power", "energy", "compute", "percent", "multiple", "date", "duration", "quote"];
const rankOf = (kind) => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length);
const kindsInOrder = [...kindNames].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/ς/g, "σ");
const facts = raw.facts.map(([doc, kind, value, start, end, from, length, ...own], id) => {
  const fact = { id, doc, kind: kindNames[kind], value, start, end, text: docs[doc].text.slice(start, end) };
  fact.sentence = docs[doc].text.slice(from, from + length);
  raw.kinds[fact.kind].forEach((name, i) => { fact[name] = own[i] ?? null; });
  return fact;
});
for (const fact of facts) fact.folded = fold(`${fact.text} ${fact.value} ${fact.about ?? ""} ${fact.speaker ?? ""} ${fact.organization ?? ""}`);
const byDoc = docs.map(() => []);
for (const fact of facts) byDoc[fact.doc].push(fact);

const titleOf = (doc) => docs[doc].title || [docs[doc].source, docs[doc].id].filter(Boolean).join(" · ");
const nameOf = (doc) => docs[doc].title || docs[doc].id || (docs[doc].source ?? "").split(/[\\/]/).pop().replace(/\.\w+$/, "");
const ownersOf = (fact) => (fact.organization ? fact.organization.split("; ") : []);
const arrowOf = (fact) => ({ up: " ↑", down: " ↓" })[fact.change] ?? "";
const amountOf = (fact) => fact.high ?? fact.low ?? null;
const state = { off: new Set(), q: "", min: null, max: null, measure: "", organization: "", change: "", view: "Facts", doc: 0 };

function passes(fact) {
  if (state.off.has(fact.kind) || (state.q && !fact.folded.includes(state.q))) return false;
  for (const name of ["measure", "change"]) if (state[name] && fact[name] !== state[name]) return false;
  if (state.organization && !ownersOf(fact).includes(state.organization)) return false;
  if (state.min === null && state.max === null) return true;
  const low = fact.low ?? fact.high ?? null, high = amountOf(fact);
  return high !== null && (state.min === null || high >= state.min) && (state.max === null || low <= state.max);
}

// `1.200,5` and `1200.5` and `2e9`: as in Greek newspapers, or as computers write.
function number(typed) {
  const text = typed.trim();
  if (!text) return null;
  const greek = text.includes(",") || /^\d{1,3}(\.\d{3})+$/.test(text);
  const value = Number(greek ? text.replace(/\./g, "").replace(",", ".") : text);
  return Number.isFinite(value) ? value : null;
}

function make(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "onclick") node.addEventListener("click", value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const kindClass = (kind) => `k k-${kind}`;
const link = (fact, label) => make("a", { href: `#fact-${fact.id}`, onclick: (event) => { event.preventDefault(); jump(fact); } }, label);

// Code points before a place in a text, counted on from the place asked for before: rows come mostly in order.
const counted = docs.map(() => ({ at: 0, points: 0 }));
function pointsBefore(doc, place) {
  const last = counted[doc];
  if (place < last.at) Object.assign(last, { at: 0, points: 0 });
  for (const _ of docs[doc].text.slice(last.at, place)) last.points += 1;
  last.at = place;
  return last.points;
}

// A row as the commands write it; places count code points.
function rowOf(fact) {
  const { source, id = null } = docs[fact.doc];
  const own = Object.fromEntries(raw.kinds[fact.kind].map((name) => [name, fact[name]]));
  const [start_char, end_char] = [pointsBefore(fact.doc, fact.start), pointsBefore(fact.doc, fact.end)];
  return { source, id, kind: fact.kind, text: fact.text, start_char, end_char, sentence: fact.sentence, ...own };
}
