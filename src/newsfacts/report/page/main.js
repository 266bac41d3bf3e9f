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
  if (docs.length) views[state.view](view, shown, rows);
}

function fill(id, all) {
  const names = [...new Set(facts.map((fact) => fact[id]).filter(Boolean))].sort(collator.compare);
  find(id).append(make("option", { value: "" }, all), ...names.map((name) => make("option", { value: name }, name)));
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
  find("kinds").append(...kindNames.map(kindButton));
  fill("measure", "all"); fill("organization", "all"); fill("change", "all");
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
