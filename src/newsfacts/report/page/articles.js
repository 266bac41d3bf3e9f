// One article at a time, its facts marked; a mark's label leads back to the table.
function showArticles(view, shown) {
  const select = make("select", { id: "article", "aria-label": "Article" });
  docs.forEach((_, i) => select.append(make("option", { value: i, selected: i === state.doc }, `${titleOf(i)} (${byDoc[i].length})`)));
  select.addEventListener("change", () => { state.doc = Number(select.value); draw(); });
  const step = (by, label) => make("button", { type: "button", disabled: !docs[state.doc + by], onclick: () => { state.doc += by; draw(); } }, label);
  const visible = new Set(shown);
  view.append(make("div", { class: "tools" }, step(-1, "Previous"), select, step(1, "Next")));
  view.append(make("h2", {}, titleOf(state.doc)));
  const article = make("article", { class: "article", lang: "el" });
  highlight(article, docs[state.doc].text, byDoc[state.doc].filter((fact) => visible.has(fact)));
  view.append(article);
}

// Facts come sorted by start, the longer first; one that crosses the end of another is left unmarked.
function highlight(root, text, facts) {
  const open = [{ node: root, end: text.length }];
  let at = 0;
  const write = (to) => { open[open.length - 1].node.append(text.slice(at, to)); at = to; };
  const close = (to) => {
    while (open.length > 1 && open[open.length - 1].end <= to) {
      const { node, end, fact } = open[open.length - 1];
      write(end);
      node.append(label(fact));
      open.pop();
    }
  };
  for (const fact of facts) {
    close(fact.start);
    if (fact.end > open[open.length - 1].end) continue;
    write(fact.start);
    const node = make("mark", { class: kindClass(fact.kind), id: `fact-${fact.id}`, title: `${fact.kind}: ${fact.value}` });
    open[open.length - 1].node.append(node);
    open.push({ node, end: fact.end, fact });
  }
  close(text.length);
  write(text.length);
}

function label(fact) {
  const back = (event) => { event.preventDefault(); jumpToRow(fact); };
  return make("a", { class: "tag", lang: "en", href: `#row-${fact.id}`, "aria-label": `${fact.kind}: ${fact.value}. To its row`, onclick: back }, fact.kind);
}

function jump(fact) {
  state.view = "Articles";
  state.doc = fact.doc;
  draw();
  point(document.getElementById(`fact-${fact.id}`));
}

function point(node) {
  if (!node) return;
  node.classList.add("on");
  node.scrollIntoView({ block: "center" });
  (node.querySelector(":scope > .tag, td a") || node).focus({ preventScroll: true });
}
