// The controls, and which view is drawn.
const views = { Facts: showFacts, Articles: showArticles, Timeline: showTimeline, Amounts: showAmounts, Companies: showCompanies, Quotes: showQuotes };
const find = (id) => document.getElementById(id);

function draw(rows) {
  const shown = facts.filter(passes);
  const view = find("view");
  view.replaceChildren();
  find("count").textContent = `${shown.length} of ${facts.length} facts in ${docs.length} article${docs.length === 1 ? "" : "s"}`;
  for (const tab of find("tabs").children) {
    if (tab.textContent === state.view) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
  if (shown.length) views[state.view](view, shown, rows);
  else if (state.view === "Articles" && docs.length) showArticles(view, shown);
  else empty(view);
}

function empty(view) {
  const clear = make("button", { type: "button", onclick: () => find("filters").reset() }, "Clear the filters");
  view.append(make("div", { class: "empty" }, make("p", {}, facts.length ? "No fact fits these filters." : "No facts were found."), facts.length ? clear : null));
}

function fill(id, of, label = (name) => name) {
  const names = [...new Set(facts.flatMap(of))].filter(Boolean).sort(collator.compare);
  find(id).append(make("option", { value: "" }, "all"), ...names.map((name) => make("option", { value: name }, label(name))));
  find(id).parentElement.hidden = !names.length;
  find(id).addEventListener("change", () => { state[id] = find(id).value; draw(); });
}

function kindButton(kind) {
  const button = make("button", { type: "button", class: kindClass(kind), "aria-pressed": "true" }, kind);
  button.addEventListener("click", () => {
    if (!state.off.delete(kind)) state.off.add(kind);
    button.setAttribute("aria-pressed", String(!state.off.has(kind)));
    draw();
  });
  return button;
}

function start() {
  for (const name of Object.keys(views)) find("tabs").append(make("button", { type: "button", onclick: () => { state.view = name; draw(); } }, name));
  find("kinds").append(...kindsInOrder.map(kindButton));
  find("more").open = !matchMedia("(max-width: 40rem)").matches;
  fill("measure", (fact) => fact.measure, plain);
  fill("organization", ownersOf);
  fill("change", (fact) => fact.change, (way) => ({ up: "↑ up", down: "↓ down" })[way]);
  find("q").addEventListener("input", () => { state.q = fold(find("q").value.trim()); draw(); });
  for (const id of ["min", "max"]) find(id).addEventListener("input", () => { state[id] = number(find(id).value); draw(); });
  find("filters").addEventListener("submit", (event) => event.preventDefault());
  find("filters").addEventListener("reset", () => {
    Object.assign(state, { q: "", min: null, max: null, measure: "", organization: "", change: "" });
    state.off.clear();
    for (const button of find("kinds").children) button.setAttribute("aria-pressed", "true");
    draw();
  });
  draw();
}

start();
