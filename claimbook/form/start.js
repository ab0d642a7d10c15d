// The view of the start: text that comes in only ever becomes text nodes and values.

function h(tag, given, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(given ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "value") node.value = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(9).filter((one) => one !== null && one !== undefined && one !== false && one !== ""));
  return node;
}

/** Return the files of a drop, those of dropped folders too; what is hidden stays out. */
async function filesOf(transfer) {
  const folders = [...transfer.items ?? []].map((one) => one.webkitGetAsEntry?.()).filter((one) => one?.isDirectory);
  const files = [...transfer.files].filter((file) => !folders.some((one) => one.name === file.name));
  return [...files, ...(await Promise.all(folders.map(inside))).flat()];
}

async function inside(folder) {
  const reader = folder.createReader(), entries = [];
  for (let some = [1]; some.length; entries.push(...some)) some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
  return (await Promise.all(entries.filter((one) => !one.name.startsWith(".")).map((one) => one.isDirectory ? inside(one) : new Promise((resolve, reject) => one.file(resolve, reject))))).flat();
}

function render({ model, el }) {
  const t = (words, fills = {}) => (model.get("words")?.[words] ?? words).replace(/\{(\w+)\}/g, (all, name) => fills[name] ?? all);
  const root = h("div", { class: "cb cb-start", "data-lm-suppress-shortcuts": "true" });
  el.append(root);
  const typed = { text: "", address: "", id: "" };
  const asked = { address: "", model: "", key_env: "", price: "", what: ["claims", "statements"] }; // what is asked of a language model
  let asks = false, misses = false;
  let dropped = null, opened = null; // whether a person opened or closed the fold
  const box = (name, words, given = {}) => h("label", { class: "cb-cell cb-wide" }, h("span", { class: "cb-label" }, words), h(given.rows ? "textarea" : "input", { ...given, value: typed[name], oninput: (event) => { typed[name] = event.target.value; } }));
  const send = (message, buffers = []) => model.send(message, undefined, buffers);
  const sendFile = async (file, message) => send({ ...message, file: file.name }, [await file.arrayBuffer()]);
  const documents = async (files) => { for (const [at, file] of files.entries()) await sendFile(file, { act: "document", at, left: files.length - at - 1 }); };
  const bring = async () => {
    if (dropped) await sendFile(dropped, { act: "bring", id: typed.id });
    else send({ act: "bring", ...typed });
  };
  const brought = () => { Object.assign(typed, { text: "", address: "", id: "" }); dropped = opened = null; draw(); };
  // What was brought or chosen is what comes next: the review that replaces the one before takes the cursor.
  const review = () => (root.closest(".widget-vbox") ?? document).querySelector(".cb:not(.cb-start) .cb-card");
  let last = review(); // it may be there before the news that an article was opened
  const arrive = (tries = 100) => {
    const card = review();
    if (!card || card === last) { if (tries) setTimeout(() => arrive(tries - 1), 100); return; }
    last = card;
    (card.querySelector(".cb-claim textarea") ?? card).focus({ preventScroll: true });
    setTimeout(() => card.closest(".cb").scrollIntoView({ block: "start" }), 100); // once the start above has become shorter
  };
  const href = (path) => {
    let base = "/";
    try { base = JSON.parse(document.querySelector("#jupyter-config-data")?.textContent ?? "{}").baseUrl ?? "/"; } catch { /* elsewhere than in Jupyter */ }
    return `${base}${path.endsWith(".ipynb") ? "lab/tree/" : "files/"}${path.split("/").map(encodeURIComponent).join("/")}`;
  };
  const picker = (words, take, multiple = false) => h("label", { class: "cb-drop" }, words, h("input", { type: "file", multiple, class: "cb-unseen", onchange: (event) => event.target.files.length && take(...event.target.files) }));

  function draw() {
    const article = model.get("article"), busy = model.get("busy"), articles = model.get("articles") ?? [], papers = model.get("documents") ?? [];
    root.lang = model.get("language");
    root.classList.toggle("cb-dark", document.body.dataset.jpThemeLight === "false");
    const lacking = model.get("lacking") ?? [], colon = model.get("language") === "zh" ? "：" : ":";
    const fresh = h("details", { class: "cb-fold", open: opened ?? (!article && !articles.length) }, h("summary", { onclick: (event) => { opened = !event.target.closest("details").open; } }, t("A new article")),
      h("div", { class: "cb-grid" }, box("text", t("Paste its text"), { rows: 6 }), box("address", t("or give its address"), { type: "url", placeholder: "https://" }),
        h("p", { class: "cb-wide" }, picker(dropped ? `📄 ${dropped.name}` : t("or drop a file here: page, PDF, workbook, text"), (file) => { dropped = file; draw(); })),
        box("id", t("its id (small letters, digits, hyphens; empty: one is proposed)"), { type: "text" })),
      h("div", { class: "cb-row" }, h("button", { type: "button", class: "cb-main", onclick: bring, disabled: Boolean(busy) }, t("Add the article"))));
    fresh.classList.add("cb-new");
    const shown = model.get("asking") ?? [];
    const field = (name, words, given = {}) => h("label", { class: "cb-cell" }, h("span", { class: "cb-label" }, words), h("input", { type: "text", autocomplete: "off", spellcheck: "false", ...given, value: asked[name], oninput: (event) => { asked[name] = event.target.value; } }));
    const kind = (name, words) => h("label", {}, h("input", { type: "checkbox", checked: asked.what.includes(name), onchange: (event) => { asked.what = event.target.checked ? [...asked.what, name] : asked.what.filter((one) => one !== name); } }), ` ${words} `);
    const asking = article ? h("details", { class: "cb-fold", open: asks || shown.length > 0 }, h("summary", { onclick: (event) => { asks = !event.target.closest("details").open; } }, t("Ask a language model for proposals (nothing is sent until you confirm)")),
      h("div", { class: "cb-grid" }, field("address", t("address of the server"), { placeholder: "http://localhost:11434/v1" }), field("model", t("name of the model")), field("key_env", t("environment variable with the key, if it needs one")), field("price", t("price of a million tokens: sent,answered"))),
      h("p", { class: "cb-row" }, kind("claims", t("claims")), kind("statements", t("statements")), papers.length ? kind("evidence", t("evidence")) : null, kind("checks", t("checks"))),
      h("div", { class: "cb-row" }, h("button", { type: "button", disabled: Boolean(busy), onclick: () => { asks = true; send({ act: "plan", ...asked }); } }, t("Show what will be sent"))),
      shown.length ? h("div", { class: "cb-lead" }, h("ul", {}, shown.map((line) => h("li", {}, line))), h("div", { class: "cb-row" }, h("button", { type: "button", class: "cb-main", disabled: Boolean(busy), onclick: () => send({ act: "send" }) }, t("Send")), h("button", { type: "button", onclick: () => send({ act: "not_send" }) }, t("Do not send")))) : null) : null;
    root.replaceChildren(...[
      h("div", { class: "cb-head" }, h("h2", {}, t("Check every number of an article")), h("span", { class: "cb-languages" }, ["zh", "en"].map((one) => h("button", { type: "button", lang: one, "aria-pressed": String(model.get("language") === one), onclick: () => send({ act: "language", value: one }) }, one === "zh" ? "中文" : "English")))),
      fresh,
      articles.length ? h("p", { class: "cb-row" }, h("span", { class: "cb-label" }, t("Articles here:")), articles.map(([name, title]) => h("button", { type: "button", "aria-pressed": String(name === article), onclick: () => send({ act: "open", id: name }), title }, name))) : null,
      h("p", { class: "cb-row" }, h("span", { class: "cb-label" }, t("Your documents ({n}):", { n: papers.length })), papers.slice(0, 8).map((name) => h("span", { class: "cb-chip" }, name)), papers.length > 8 ? h("span", {}, `+${papers.length - 8}`) : null, picker(t("+ add documents, or drop them here"), (...files) => documents(files), true)),
      article ? h("div", { class: "cb-row" }, h("button", { type: "button", onclick: () => send({ act: "check" }) }, t("Check")), h("button", { type: "button", onclick: () => send({ act: "page", notebooks: false }) }, t("Write the page")), h("button", { type: "button", onclick: () => send({ act: "page", notebooks: true }) }, t("Run the notebooks, then write the page")),
        (model.get("files") ?? []).map((path, at) => h("a", { href: href(path), target: "_blank", rel: "noopener" }, at ? path.split("/").at(-1) : t("Open the page")))) : null,
      asking,
      lacking.length ? h("details", { class: "cb-fold" , open: misses }, h("summary", { onclick: (event) => { misses = !event.target.closest("details").open; } }, t("Not installed here ({n})", { n: lacking.length })),
        h("ul", {}, lacking.map(([words, command]) => h("li", {}, `${words}${colon} `, h("code", {}, command)))), h("p", { class: "cb-hint" }, t("Type it in a terminal, or with % before it in a cell, then restart the kernel."))) : null,
      h("p", { role: "status", class: busy ? "cb-busy" : "cb-note" }, busy || model.get("note")),
      h("ul", {}, (model.get("lines") ?? []).map((line) => h("li", {}, line))),
    ].filter(Boolean));
  }
  root.addEventListener("dragover", (event) => event.preventDefault());
  root.addEventListener("drop", (event) => {
    event.preventDefault();
    event.stopPropagation();
    if (event.target.closest(".cb-new") && event.dataTransfer?.files[0]) { dropped = event.dataTransfer.files[0]; draw(); } else if (event.dataTransfer) filesOf(event.dataTransfer).then(documents);
  });
  root.addEventListener("cb-page", () => { root.scrollIntoView({ block: "start" }); send({ act: "page", notebooks: false }); });
  root.addEventListener("cb-documents", ({ detail }) => (Array.isArray(detail) ? Promise.resolve(detail) : filesOf(detail)).then(documents)); // dropped on the review
  const stop = new AbortController();
  window.addEventListener("keydown", (event) => { if (root.contains(event.target) && !(event.ctrlKey || event.metaKey)) event.stopPropagation(); }, { capture: true, signal: stop.signal });
  for (const name of ["words", "articles", "article", "documents", "busy", "note", "lines", "files", "asking", "lacking"]) model.on(`change:${name}`, draw);
  model.on("change:article", () => { arrive(); brought(); });
  draw();
  // Running the cell moves on to the next one; what comes next for a person is here.
  setTimeout(() => { if (model.get("article")) return; root.scrollIntoView({ block: "nearest" }); if (!model.get("articles")?.length) root.querySelector("textarea")?.focus({ preventScroll: true }); }, 200);
  if (model.get("auto")) send({ act: "language", value: (navigator.language ?? "en").startsWith("zh") ? "zh" : "en" });
  return () => stop.abort();
}

export default { render };
