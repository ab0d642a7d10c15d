// The view of a review: it draws what the kernel says and sends what a person does. Text from the article and from
// documents only ever becomes text nodes and values; nothing is made of markup.

const KEYS = { KeyN: "next", KeyP: "previous", KeyU: "next_open", KeyZ: "undo", KeyY: "redo", KeyC: "confirm", KeyB: "copy", KeyA: "select", KeyM: "accept_cells", KeyR: "refuse_cells" };
const RELATIONS = ["same", "bound", "rule", "proxy", "context"];
const TIERS = { KeyP: "primary", KeyS: "secondary", KeyT: "tertiary" };
const PAUSE = 250; // milliseconds without a letter before what is typed is sent

/** Make an element; strings become text, and only text. */
function h(tag, given, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(given ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "value") continue;
    node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(9).filter((one) => one !== null && one !== undefined && one !== false && one !== ""));
  if (given && "value" in given) {
    if (tag === "textarea") node.textContent = given.value;
    node.value = given.value;
    node.wanted = given.value;
  }
  return node;
}

/** Make one tree like another and keep its nodes, so that cursor, selection and an input method are left alone. */
function morph(old, made, held) {
  if (old.nodeType !== made.nodeType || old.nodeName !== made.nodeName || keyOf(old) !== keyOf(made)) {
    old.replaceWith(made);
    return;
  }
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== made.data) old.data = made.data;
    return;
  }
  for (const { name } of [...old.attributes]) if (!made.hasAttribute(name) && name !== "open") old.removeAttribute(name);
  if (old.nodeName === "DETAILS" && old.open !== made.open) old.open = made.open;
  for (const { name, value } of made.attributes) if (old.getAttribute(name) !== value && name !== "open") old.setAttribute(name, value);
  if (old.nodeName === "TEXTAREA") {
    if (made.wanted !== undefined && old.value !== made.wanted && !held(old)) old.value = made.wanted;
    return;
  }
  children(old, made, held);
  if (made.wanted !== undefined && old.value !== made.wanted && !held(old)) old.value = made.wanted;
}

const keyOf = (node) => node.dataset?.k;

function children(old, made, held) {
  const keyed = new Map([...old.children].filter(keyOf).map((node) => [keyOf(node), node]));
  let at = old.firstChild;
  for (const child of [...made.childNodes]) {
    const key = keyOf(child), same = key && keyed.get(key);
    if (same && same !== at) old.insertBefore(same, at);
    if (same) at = same;
    if (!at) { old.append(child); continue; }
    if (key && !same) { old.insertBefore(child, at); continue; }
    const next = at.nextSibling;
    if (!key && keyOf(at)) { old.insertBefore(child, at); continue; }
    morph(at, child, held);
    at = next;
  }
  while (at) { const next = at.nextSibling; at.remove(); at = next; }
}

function render({ model, el }) {
  const ask = (name) => model.get(name) ?? {};
  const t = (words, fills = {}) =>
    (ask("fixed").words?.[words] ?? words).replace(/\{(\w+)\}/g, (all, name) => fills[name] ?? all);
  const id = `cb${Math.random().toString(36).slice(2, 8)}`;
  const root = h("div", { class: "cb", tabindex: "-1", "data-lm-suppress-shortcuts": "true", "data-jp-suppress-context-menu": true });
  el.append(root);

  const holds = new Map(); // what is typed and not answered yet: key to value, number of the message, timer
  const folds = new Map(); // what a person opened or closed
  const local = { other: new Set(), picked: {}, chosen: {}, help: false, selected: null, unit: "", check: null, figure: {}, none: {}, query: {}, big: false };
  let seq = 0, wanted = "", drawn = "", asked = "", composing = false, later = false;

  // ---- sending
  const send = (message) => { flush(); post(message); };
  const post = (message) => { seq += 1; model.send({ ...message, seq }); return seq; };
  const flush = () => { for (const [key, hold] of holds) if (hold.timer) sendHold(key, hold); };
  const sendHold = (key, hold) => {
    clearTimeout(hold.timer);
    hold.timer = 0;
    const [table, row, column] = JSON.parse(key);
    hold.seq = post({ act: "set", table, id: row, column, value: hold.value, typing: true });
  };
  const typed = (node) => {
    const key = node.dataset.cell;
    clearTimeout(holds.get(key)?.timer);
    const hold = { value: node.value, seq: 0, timer: 0 };
    hold.timer = setTimeout(() => sendHold(key, hold), PAUSE);
    holds.set(key, hold);
  };
  const held = (node) => node.dataset.cell ? holds.has(node.dataset.cell) : node.dataset.own !== undefined && node === document.activeElement;

  // ---- the parts
  const button = (words, act, given = {}, sign = "") =>
    h("button", { type: "button", "data-act": act, ...given }, sign ? h("span", { "aria-hidden": "true", class: "cb-sign" }, sign) : null, words);
  const keyed = (words, key) => `${words} (${key})`;

  function cell(table, row, column, options = {}) {
    const fixed = ask("fixed"), value = row.cells[column] ?? "";
    const key = JSON.stringify([table, row.id, column]);
    const label = options.label ?? fixed.labels?.[column] ?? column;
    const fault = row.faults?.[column], drafted = row.drafted?.includes(column);
    const about = { "data-cell": key, "data-k": key, "aria-invalid": fault ? "true" : null, title: fixed.meanings?.[`${table}.${column}`], "aria-describedby": fault ? `${id}-${table}-${row.id}-${column}` : null };
    const choices = fixed.choices?.[column];
    const classes = ["cb-cell", `cb-at-${column}`, fault && "cb-lacks", drafted && "cb-drafted", options.wide && "cb-wide"].filter(Boolean).join(" ");
    let box;
    if (column === "unit") return unit(table, row, classes, fault);
    if (choices) {
      const known = choices.some(([word]) => word === value);
      box = h("select", { ...about, value }, known ? null : h("option", { value }, value || "—"),
        choices.map(([word, said]) => h("option", { value: word }, said || "—")));
    } else if (options.long) box = h("textarea", { ...about, rows: options.rows ?? 2, value, spellcheck: "true", lang: options.lang });
    else box = h("input", { ...about, type: "text", value, list: ask("lists")[column] ? `${id}-${column}` : null, autocomplete: "off", placeholder: options.placeholder });
    return h("label", { class: classes, "data-k": `l${key}` }, h("span", { class: "cb-label" }, label, drafted ? h("em", { title: t("drafted by a program, confirmed by nobody") }, ` ${row.drafted_by?.[column] ? t("proposed by {model}", { model: row.drafted_by[column] }) : t("drafted")}`) : null), box,
      fault ? h("small", { id: `${id}-${table}-${row.id}-${column}`, class: "cb-fault" }, fault) : null);
  }

  function unit(table, row, classes, fault) {
    const groups = ask("fixed").units ?? [], value = row.cells.unit ?? "", open = `unit ${table} ${row.id}`;
    const said = groups.flatMap(([, units]) => units).find(([name]) => name === value)?.[1];
    const query = (local.query[open] ?? "").toLowerCase();
    const found = groups.map(([name, units]) => [name, units.filter((one) => one.some((words) => words.toLowerCase().includes(query)))]).filter(([, units]) => units.length);
    return h("details", { class: `${classes} cb-unit`, "data-k": open, "data-fold": open, open: folds.get(open) ?? false },
      h("summary", {}, h("span", { class: "cb-label" }, ask("fixed").labels?.unit ?? "unit"), h("b", { title: said }, value ? unitName(value, said) : "—")),
      h("input", { type: "search", "data-own": `query ${open}`, "data-k": "q", value: local.query[open] ?? "", placeholder: t("search units"), "aria-label": t("search units") }),
      h("div", { class: "cb-units", role: "group", "aria-label": t("units") }, found.slice(0, 30).map(([name, units]) => h("div", { role: "group", "aria-label": name }, h("h5", {}, name),
        units.slice(0, query ? 40 : 12).map(([one, meaning]) => h("button", { type: "button", "aria-pressed": String(one === value), "data-act": "unit", "data-table": table, "data-id": row.id, "data-value": one }, unitName(one, meaning, true)))))),
      fault ? h("small", { class: "cb-fault" }, fault) : null);
  }

  /** A unit by its Chinese name and its word in the tables; in English that word comes first, and what it means is for lists. */
  const unitName = (name, said, whole) => !said || said === name ? name : ask("head").language === "zh" ? `${said} · ${name}` : whole ? `${name.replaceAll("_", " ")} · ${said}` : name.replaceAll("_", " ");
  const fold = (key, title, open, ...inside) =>
    h("details", { class: "cb-fold", "data-k": key, "data-fold": key, open: folds.get(key) ?? (open || within(key)) }, h("summary", {}, title), ...inside);
  /** Whether the cursor is in a fold: what is being filled in does not close under it. */
  const within = (key) => { const held = document.activeElement?.closest?.("details[data-fold]"); return held?.dataset.fold === key && held.open && root.contains(held); };
  const quote = ([before, exact, after], lang) => h("blockquote", { lang }, before, exact ? h("mark", {}, exact) : null, after);

  // ---- top of the board
  function head() {
    const now = ask("head"), left = now.left ?? 0;
    const says = left ? t(left === 1 ? "1 claim to fill in" : "{n} claims to fill in", { n: left }) : t("Everything is filled in");
    const state = now.trouble ? t("NOT SAVED. {why}", { why: now.trouble }) : now.saved ? t("Saved") : t("NOT SAVED, see below. What you enter is kept here.");
    return [
      h("div", { class: "cb-head" },
        h("div", { class: "cb-title" }, h("h2", { lang: now.article_language }, now.title ?? ""), h("p", { class: "cb-progress" }, h("strong", {}, says), ` · ${t("{done} of {due} filled in", { done: now.done ?? 0, due: now.due ?? 0 })}`,
          h("progress", { max: now.due || 1, value: now.done ?? 0, "aria-hidden": "true" }))),
        h("div", { class: "cb-tools" },
          h("span", { role: "group", "aria-label": "Language / 语言", class: "cb-languages" }, button("中文", "language", { "data-value": "zh", "aria-pressed": String(now.language === "zh"), lang: "zh" }), button("English", "language", { "data-value": "en", "aria-pressed": String(now.language === "en"), lang: "en" })),
          button("?", "help", { "aria-label": t("Keys and help"), "aria-expanded": String(local.help) }))),
      h("nav", { class: "cb-bar", "aria-label": t("Moves") },
        button(t("Previous"), "previous", { title: keyed(t("Previous"), "Alt+P") }, "←"), button(t("Next"), "next", { title: keyed(t("Next"), "Alt+N") }, "→"),
        button(t("Next to fill in"), "next_open", { class: left ? "cb-main" : null, title: keyed(t("Next to fill in"), "Alt+U"), "aria-disabled": left ? null : "true" }, "⇥"),
        !left && now.due && start() ? button(t("Write the page"), "publish", { class: "cb-main" }) : null,
        button(t("Undo"), "undo", { title: keyed(t("Undo"), "Alt+Z"), "aria-disabled": now.undo ? null : "true" }, "↶"), button(t("Redo"), "redo", { title: keyed(t("Redo"), "Alt+Y"), "aria-disabled": now.redo ? null : "true" }, "↷"),
        h("label", { class: "cb-goto" }, h("span", { class: "cb-unseen" }, t("Go to")), h("input", { type: "text", "data-own": "goto", "data-k": "goto", placeholder: t("go to: c01"), size: 9 })),
        h("span", { class: now.saved && !now.trouble ? "cb-saved" : "cb-unsaved", role: "status" }, state)),
      now.note ? h("p", { class: "cb-note", role: "status", "data-k": "note" }, now.note) : null,
      conflict(now), asking(), missing(now), local.help ? help() : null,
    ];
  }

  function conflict(now) {
    if (now.clashing?.length) return h("div", { class: "cb-alert", role: "alert", "data-k": "clash" }, h("p", {}, t("Both the file and you changed these cells. Nothing is saved until you choose.")),
      h("ul", {}, now.clashing.map(([, name, column, theirs, mine]) => h("li", {}, t("{name}, {column}: the file says “{theirs}”, the form “{mine}”", { name, column, theirs, mine })))),
      button(t("Keep mine"), "keep_mine"), button(t("Use the file’s version"), "take_theirs"));
    if (now.conflict?.length) return h("div", { class: "cb-alert", role: "alert", "data-k": "conflict" }, h("p", {}, "⚠ ", t("Changed by somebody else since the form read it: {files}. Nothing was overwritten.", { files: now.conflict.join(", ") })),
      button(t("Read again, and enter what is not saved"), "reload"));
    return now.trouble ? button(t("Save again"), "save", { "data-k": "save" }) : null;
  }

  function asking() {
    const now = ask("asked");
    if (!now.id) return null;
    return h("div", { class: "cb-alert cb-ask", "data-k": "asked", role: "alertdialog", "aria-label": t("Remove?") }, h("p", {}, t("Remove {id}?", { id: now.id }), " ", now.with?.length ? t("With it go: {what}.", { what: now.with.join(", ") }) : t("Nothing else hangs on it."), " ", t("It can be undone.")),
      button(t("Remove"), "sure", { class: "cb-main" }), button(t("Keep"), "not_sure"));
  }

  function missing(now) {
    const labels = ask("fixed").labels ?? {}, about = now.about ?? {};
    const fields = Object.keys(about);
    const box = (name) => h("label", { class: `cb-cell cb-at-${name}` }, h("span", { class: "cb-label" }, labels[name] ?? name), h("input", { type: "text", "data-own": `about ${name}`, "data-k": name, value: about[name] ?? "" }));
    if (now.missing?.length) return h("div", { class: "cb-lead", "data-k": "lead" }, h("p", {}, t("About the article:")), now.missing.filter((name) => fields.includes(name)).map(box));
    return fold("about", t("About the article"), false, h("div", { class: "cb-grid" }, fields.map(box)));
  }

  function help() {
    const rows = [["Alt+N · Alt+P", t("next and previous number")], ["Alt+U", t("next one to fill in")], ["Alt+C", t("what was drafted is right")], ["Alt+B", t("copy what is empty from the claim before")],
      ["1 – 5", t("on a card of evidence: same, limit, rule, near, background")], ["P · S · T", t("on a card of evidence: who says it (primary, secondary, tertiary)")], ["↑ ↓", t("from card to card")], ["Alt+1 … Alt+9", t("take in a passage")],
      ["A · X · C", t("on a proposal: accept, refuse, change")], ["Alt+M · Alt+R", t("accept, or refuse, the cells that a model proposes for a claim")], ["D · Del", t("on a card: details, remove")], ["Alt+A", t("make a claim of the words selected in the article")], ["Alt+Z · Alt+Y", t("undo, redo")], ["?", t("this help")], ["Esc", t("close")]];
    return h("section", { class: "cb-help", role: "dialog", "aria-label": t("Keys and help"), tabindex: "-1", "data-k": "help" }, h("dl", {}, rows.map(([key, says]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, says)])),
      h("p", {}, t("“Filled in” is not “supported”: the first means that nothing is missing, the second that a public figure agrees.")), button(t("Close"), "help"));
  }

  // ---- the article
  function article() {
    const now = ask("excerpt"), here = ask("card").id;
    const pieces = (list) => list.map((one) => typeof one === "string" ? one : h("mark", { class: "cb-mark", "data-state": one.state, "data-act": "go_to", "data-id": one.id, "data-claim": one.claim || null, tabindex: "0", role: "button", title: one.tip, "data-sign": one.sign || null, "data-short": text(one.in).length < 16 ? "" : null, "aria-label": `${text(one.in)}, ${one.tip}`, "aria-current": one.id === here ? "true" : null }, pieces(one.in)));
    const text = (list) => list.map((one) => typeof one === "string" ? one : text(one.in)).join("");
    const many = now.pages > 1;
    return h("section", { class: "cb-article", "aria-label": t("The article"), "data-k": "article" },
      many ? h("div", { class: "cb-pager" }, button("‹", "page", { "data-page": now.page - 1, "aria-label": t("earlier in the article"), "aria-disabled": now.page ? null : "true" }), h("span", {}, t("part {n} of {all}", { n: now.page + 1, all: now.pages })), button("›", "page", { "data-page": now.page + 1, "aria-label": t("later in the article"), "aria-disabled": now.page + 1 < now.pages ? null : "true" })) : null,
      h("div", { class: "cb-text", lang: ask("head").article_language, "data-k": `text ${now.page}` }, pieces(now.pieces ?? [])),
      local.selected ? h("div", { class: "cb-adding" }, button(t("Make a claim of “{words}”", { words: short(local.selected.words) }), "select", { title: "Alt+A" }, "+")) : h("p", { class: "cb-hint" }, t("Click a number. Select words to add a claim.")),
      h("ul", { class: "cb-key", "aria-label": t("Marks") }, [["open", "✎", t("to fill in")], ["unchecked", "?", t("nobody looked")], ["unsupported", "○", t("unsupported")], ["supported", "✓", t("supported")], ["contradicted", "✗", t("contradicted")], ["other", "", t("no claim")]].map(([state, sign, words]) => h("li", {}, h("span", { class: "cb-mark", "data-state": state }, "12"), ` ${sign} ${words}`))));
  }
  const short = (words) => words.length > 28 ? `${words.slice(0, 27)}…` : words;

  // ---- the card
  function card() {
    const now = ask("card");
    if (!now.id) return h("section", { class: "cb-card" }, h("p", {}, t("The article has no numbers.")));
    return h("section", { class: "cb-card", tabindex: "-1", "aria-label": t("The claim"), "data-k": "card" },
      h("p", { class: "cb-place" }, t("{n} of {all}", { n: now.place, all: now.places }), ` · ${now.id}${now.claims.length ? ` · ${now.claims.map((one) => one.id).join(", ")}` : ""}`),
      quote(now.quote, ask("head").article_language), now.mention ? role(now) : null, models(now, null), now.claims.map((one) => claim(one, now)), trusted(now.trust));
  }

  function role(now) {
    const row = { id: now.id, cells: now.mention, faults: now.faults }, value = now.mention.role;
    const means = ask("fixed").choices?.role?.find(([word]) => word === value)?.[2];
    return h("div", { class: "cb-role" }, cell("mentions", row, "role", { label: t("This number is") }), ["condition", "repeat"].includes(value) ? cell("mentions", row, "of") : null, means ? h("p", { class: "cb-hint" }, means) : null);
  }

  function claim(one, now) {
    const language = ask("head").language, native = ask("head").article_language === "zh" ? "zh" : "en";
    const columns = ask("fixed").columns ?? {}, statement = one.cells.kind === "statement";
    const first = one.cells[`statement_${language}`] ? language : one.cells[`statement_${native}`] ? native : one.cells.statement_zh ? "zh" : one.cells.statement_en ? "en" : language;
    const second = first === "zh" ? "en" : "zh", both = one.cells[`statement_${second}`] || local.other.has(one.id);
    const box = (code) => cell("claims", one, `statement_${code}`, { long: true, lang: code, wide: true });
    const rest = (columns[statement ? "statement" : "number"] ?? []).filter((name) => name in one.cells);
    const lacks = rest.some((name) => one.faults[name]);
    return h("div", { class: "cb-claim", "data-k": `claim ${one.id}`, "data-claim": one.id },
      verdict(one),
      box(first), both ? box(second) : h("button", { type: "button", class: "cb-quiet", "data-act": "other", "data-id": one.id }, second === "zh" ? "+ 中文" : "+ English"),
      h("div", { class: "cb-grid" }, ["subject", "metric", "period", "population"].map((name) => cell("claims", one, name, { placeholder: name === "period" ? "2023, 2023-06, 2021/2023" : "" })), statement ? cell("claims", one, "value", { wide: true }) : null),
      h("div", { class: "cb-row" },
        one.drafted.length ? button(keyed(t("The draft is right"), "Alt+C"), "confirm", { class: "cb-main", "data-id": one.id }, "✓") : null,
        button(t("Copy from the claim before"), "copy", { class: "cb-quiet", "data-id": one.id, title: "Alt+B" }),
        one.cells.subject ? button(t("Use this subject where there is none"), "spread", { class: "cb-quiet", "data-column": "subject", "data-value": one.cells.subject }) : null,
        statement ? button(t("Remove"), "remove", { class: "cb-quiet", "data-table": "claims", "data-id": one.id }) : null),
      fold(`details ${one.id}`, t("Details of the claim: number, unit, kind, basis"), lacks, h("div", { class: "cb-grid" }, rest.map((name) => cell("claims", one, name, { wide: /reason|note|excluded/.test(name) })))),
      models(one, one.id), evidence(one, now), passages(one), series(one), arithmetic(one), searches(one));
  }

  // ---- what language models propose: each with who proposed it, and decided one at a time
  function models(one, claim) {
    const list = one.models ?? [], cells = list.filter((offer) => offer.table === "claims"), aside = one.aside ?? [];
    if (!list.length && !aside.length) return null;
    return h("section", { class: "cb-models", "data-k": `models ${claim ?? "role"}` }, list.length ? h("h3", {}, t("Proposed by a language model ({n})", { n: list.length })) : null,
      list.map((offer) => h("article", { class: "cb-offer cb-model", tabindex: "0", "data-k": offer.key, "data-offer": offer.key }, h("p", {}, h("b", {}, offer.field), ` ${offer.cell}`),
        offer.placed || !offer.instead ? null : h("p", { class: "cb-hint" }, t("there now: {words}", { words: offer.instead })), offer.note ? h("p", { class: "cb-hint" }, offer.note) : null,
        h("p", { class: "cb-hint" }, h("q", {}, offer.quote), offer.where ? ` · ${offer.where}` : "", h("br"), t("proposed by {model}", { model: offer.by })),
        h("div", { class: "cb-row" }, button(keyed(t("Accept"), "A"), "accept", { "data-key": offer.key }), button(keyed(t("Refuse"), "X"), "refuse", { "data-key": offer.key }), offer.table === "claims" ? button(keyed(t("Change"), "C"), "field", { class: "cb-quiet", "data-key": JSON.stringify(["claims", offer.row, offer.column]) }) : null))),
      cells.length > 1 ? h("div", { class: "cb-row" }, button(keyed(t("Accept the cells of this claim"), "Alt+M"), "accept_cells", { "data-id": claim }), button(keyed(t("Refuse them"), "Alt+R"), "refuse_cells", { "data-id": claim })) : null,
      aside.length ? fold(`aside ${claim ?? "role"}`, t("Put aside by the checks of the machine ({n})", { n: aside.length }), false, h("ul", {}, aside.map((words) => h("li", {}, words)))) : null);
  }

  function trusted(rows) {
    if (!rows?.length) return null;
    const [heads, ...body] = rows;
    return fold("trust", t("How often each model was right here"), false, h("table", { class: "cb-trust" }, h("thead", {}, h("tr", {}, heads.map((words) => h("th", { scope: "col" }, words)))), h("tbody", {}, body.map((row) => h("tr", {}, row.map((words) => h("td", {}, words)))))));
  }

  function verdict(one) {
    const labels = ask("fixed").labels ?? {}, lacks = Object.keys(one.faults);
    if (!one.verdict) {
      const what = [...new Set(lacks.flatMap((name) => name === "drafted" ? [] : [name]))];
      return h("div", { class: "cb-verdict", "data-label": "open", role: "status" }, h("strong", {}, h("span", { "aria-hidden": "true" }, "✎ "), t("Not judged yet")), h("p", {},
        what.length ? [t("To fill in:"), " ", what.map((name) => h("button", { type: "button", class: "cb-chip", "data-act": "field", "data-key": JSON.stringify(["claims", one.id, name]) }, labels[name] ?? name))] : lacks.length ? t("Check what was drafted, then say that it is right.") : t("What it rests on is not complete.")));
    }
    const now = one.verdict;
    return [h("div", { class: "cb-verdict", "data-label": now.label, role: "status" }, h("strong", {}, h("span", { "aria-hidden": "true" }, `${now.sign} `), now.word), now.grade ? h("span", { class: "cb-grade" }, now.grade) : null,
      h("dl", { class: "cb-two" }, h("div", {}, h("dt", {}, t("the article")), h("dd", {}, one.says)), now.printed ? h("div", {}, h("dt", {}, now.by || t("the source")), h("dd", {}, now.printed)) : null)),
      h("p", { class: "cb-why", "data-label": now.label }, lacking(one) ?? [now.reason, now.caveat ? [" ", h("em", {}, now.caveat)] : null])];
  }

  /** What keeps evidence that was answered from counting, where nothing else was looked for. */
  function lacking(one) {
    const labels = ask("fixed").labels ?? {};
    const gaps = one.evidence.filter((item) => item.cells.relation !== "unjudged").flatMap((item) => Object.entries(item.faults).flatMap(([table, faults]) =>
      Object.keys(faults).map((column) => [item.id, JSON.stringify([table, table === "evidence" ? item.id : Object.values(item[table.slice(0, -1)] ?? {})[0], column]), labels[column] ?? column])));
    if (one.verdict.label !== "unchecked" || !gaps.length) return null;
    return [t("Your evidence does not count yet. To fill in:"), " ", gaps.map(([name, key, words]) => h("button", { type: "button", class: "cb-chip", "data-act": "field", "data-key": key }, `${name} · ${words}`))];
  }

  function evidence(one, now) {
    return h("section", { class: "cb-evidence", "data-k": "evidence" }, h("h3", {}, t("Evidence ({n})", { n: one.evidence.length })), one.evidence.map((item) => piece(item, now)),
      fold(`figure ${one.id}`, t("Enter a figure from elsewhere"), false, entering(one)));
  }

  function piece(item, now) {
    const fixed = ask("fixed"), relation = item.cells.relation, source = item.source, figure = item.figure;
    const row = { id: item.id, cells: item.cells, faults: item.faults.evidence }, chosen = fixed.choices?.relation?.find(([word]) => word === relation);
    const inner = (table, cells) => ({ id: cells && Object.values(cells)[0], cells, faults: item.faults[table], drafted: (cells?.drafted ?? "").split(" ").map((one) => one.split(":")[0]) });
    const open = Boolean(item.faults.figures || (item.faults.sources && !item.asks));
    const said = [item.who, item.when].filter(Boolean).join(", ");
    return h("article", { class: "cb-piece", tabindex: "0", "data-k": `e ${item.id}`, "data-piece": item.id, "data-source": source?.source, "data-new": now.newest === item.id ? "true" : null, "aria-label": `${item.id}: ${item.says}` },
      quote(item.quote), h("p", { class: "cb-who" }, h("b", {}, item.says), item.about ? ` · ${item.about}` : "", h("br"), item.url ? h("a", { href: item.url, target: "_blank", rel: "noopener noreferrer" }, said || item.url) : said || t("nobody has said yet who says it"), item.bears ? h("span", { class: "cb-bears" }, item.bears) : null),
      item.differs.length ? h("ul", { class: "cb-differs", "data-k": "differs" }, item.differs.map((words) => h("li", {}, "≠ ", words))) : null,
      h("div", { class: "cb-question", "data-k": "is", role: "group", "aria-label": t("Is this the same thing?") }, h("span", { class: "cb-label" }, t("Is this the same thing?")), RELATIONS.map((word, at) => {
        const [, name, means] = fixed.choices?.relation?.find(([one]) => one === word) ?? [word, word, ""];
        return button(name, "judge", { "data-id": item.id, "data-relation": word, "aria-pressed": String(word === relation), "data-proposed": relation === "unjudged" && word === item.proposed ? "true" : null, title: `${at + 1}: ${means}` }, String(at + 1));
      })),
      h("p", { class: "cb-hint", "data-k": "means" }, relation !== "unjudged" ? chosen?.[2] : item.proposed ? [t("Proposed: {relation}. Enter accepts it, keys 1 to 5 answer otherwise.", { relation: nameOf(item.proposed) }), item.cells.reason ? ` ${item.cells.reason}` : ""] : t("It counts for nothing until you answer: keys 1 to 5.")),
      relation === "unjudged" ? null : h("div", { class: "cb-grid", "data-k": "why" }, cell("evidence", row, "reason", { label: t("Why?"), wide: true, long: true }), relation === "bound" || item.cells.inequality ? [cell("evidence", row, "direction"), cell("evidence", row, "inequality", { wide: true })] : null, relation === "proxy" ? cell("evidence", row, "points") : null),
      item.asks && source ? h("div", { class: "cb-question", "data-k": "who", role: "group", "aria-label": t("Who says this?") }, h("span", { class: "cb-label" }, t("Who says this?")), h("div", { class: "cb-grid" }, ["author", "publisher", "published"].map((name) => cell("sources", { ...inner("sources", source), cells: plain(source), faults: asked_of(source, item.faults.sources) }, name))),
        fixed.choices?.tier?.map(([word, name, means], at) => button(name, "tier", { "data-id": source.source, "data-tier": word, "aria-pressed": String(word === source.tier && !item.faults.sources?.tier_reason && !source.tier_reason.includes("nobody has judged")), title: means }, "PST"[at]))) : null,
      Object.entries(item.faults).flatMap(([table, faults]) => Object.entries(faults).filter(([column]) => table === "evidence" && !["reason", "inequality", "direction"].includes(column)).map(([column, words]) => h("p", { class: "cb-fault", "data-k": `fault ${column}` }, `${fixed.labels?.[column] ?? column}: ${words}`))),
      figure || source ? fold(`piece ${item.id}`, t("Details: figure and source"), open, figure ? h("div", { class: "cb-grid" }, (fixed.columns?.figure ?? []).map((name) => cell("figures", inner("figures", figure), name, { wide: name === "as_printed" || name === "note" }))) : null,
        source ? h("div", { class: "cb-grid" }, (fixed.columns?.source ?? []).map((name) => cell("sources", inner("sources", source), name, { wide: /title|reason|note|url/.test(name) }))) : null,
        h("div", { class: "cb-row" }, button(t("Remove this evidence"), "remove", { class: "cb-quiet", "data-table": "evidence", "data-id": item.id }), source ? button(t("Remove the source"), "remove", { class: "cb-quiet", "data-table": "sources", "data-id": source.source }) : null)) : null);
  }
  const asked_of = (cells, faults) => Object.fromEntries(Object.entries(faults ?? {}).map(([name, words]) => [name, cells[name] === "(to be filled in)" ? t("to fill in") : words]));
  const nameOf = (word) => ask("fixed").choices?.relation?.find(([one]) => one === word)?.[1] ?? word;
  const plain = (cells) => Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, value === "(to be filled in)" ? "" : value]));

  function entering(one) {
    const now = local.figure[one.id] ?? (local.figure[one.id] = {}), known = ask("lists").sources ?? [];
    const own = (name, words, given = {}) => h("label", { class: `cb-cell ${given.wide ? "cb-wide" : ""}` }, h("span", { class: "cb-label" }, words), h(given.long ? "textarea" : "input", { "data-own": `figure ${one.id} ${name}`, "data-k": name, value: now[name] ?? "", rows: given.long ? 2 : null, list: given.list, placeholder: given.placeholder }));
    return h("div", { class: "cb-grid" }, own("words", t("The sentence that prints it, as it is"), { wide: true, long: true }),
      h("label", { class: "cb-cell cb-wide" }, h("span", { class: "cb-label" }, t("Source")), h("select", { "data-own": `figure ${one.id} source`, "data-k": "source", value: now.source ?? "" }, h("option", { value: "" }, t("a new one")), known.map(([name, title]) => h("option", { value: name }, `${short(title)} · ${name}`)))),
      now.source ? null : ["publisher", "author", "title", "url", "published"].map((name) => own(name, ask("fixed").labels?.[name] ?? name, { list: ask("lists")[name] ? `${id}-${name}` : null, wide: name === "title" || name === "url" })),
      h("div", { class: "cb-row" }, button(t("Add"), "figure", { class: "cb-main", "data-claim": one.id })));
  }

  function passages(one) {
    const more = ask("more")[one.id];
    if (!ask("head").documents) return start() ? h("section", { class: "cb-passages", "data-k": "passages" }, h("h3", {}, t("In your documents ({n})", { n: 0 })), h("label", { class: "cb-drop" }, t("Drop documents here, or choose them: passages that may support or contradict the claim are found in them"), h("input", { type: "file", multiple: true, class: "cb-unseen", "data-own": "documents" }))) : null;
    if (!more) return h("section", { class: "cb-passages", "data-k": "passages" }, h("p", { class: "cb-hint" }, t("Looking in your documents …")));
    return h("section", { class: "cb-passages", "data-k": "passages" }, h("h3", {}, t("In your documents ({n})", { n: more.passages.length }), " ", button(t("Look again"), "look", { class: "cb-quiet" })),
      more.passages.map((found) => {
        const key = `${one.id} ${found.at}`, number = local.chosen[key] ?? found.chosen;
        return h("article", { class: "cb-passage", tabindex: "0", "data-k": `p ${key}`, "data-passage": found.at, "data-claim": one.id, "data-taken": found.taken || null },
          h("p", { class: "cb-label" }, `${found.at + 1} · ${found.where}`), quote(found.quote), found.differs.length ? h("ul", { class: "cb-differs" }, found.differs.map((words) => h("li", {}, "≠ ", words))) : null,
          found.taken ? h("p", { class: "cb-hint" }, `✓ ${t("{id} sets it beside the claim", { id: found.taken })}`) : h("div", { class: "cb-row" }, button(keyed(t("Use this"), `Alt+${found.at + 1}`), "take", { "data-claim": one.id, "data-at": found.at, "data-number": number }),
            h("label", {}, h("span", { class: "cb-unseen" }, t("which number")), h("select", { "data-own": `chosen ${key}`, value: String(number) }, h("option", { value: "-1" }, t("no number: words")), found.numbers.map((words, at) => h("option", { value: String(at) }, words))))));
      }), more.passages.length ? null : h("p", { class: "cb-hint" }, t("Nothing was found.")), more.documents ? h("p", { class: "cb-hint" }, more.documents) : null);
  }

  /** The start above this review, which keeps documents; a review opened by itself has none. */
  const start = () => root.closest(".widget-vbox")?.parentElement?.closest(".widget-vbox")?.querySelector(".cb-start");

  // ---- what a claim may mean over the frozen series: each reading with its cells and what it would decide
  function series(one) {
    const found = ask("more")[one.id]?.series;
    if (!found?.readings) return null;
    return fold(`series ${one.id}`, t("Official series ({n})", { n: found.readings.length }), found.readings.length > 0,
      found.readings.map((offer) => h("article", { class: "cb-offer", tabindex: "0", "data-k": offer.key, "data-offer": offer.key, "data-result": offer.result },
        h("p", {}, h("b", {}, offer.word), ` ${offer.says}`), h("p", { class: "cb-formula" }, offer.formula === offer.filled ? offer.formula : `${offer.formula} = ${offer.filled}`), h("p", { class: "cb-hint" }, offer.series),
        offer.caveats.length ? h("ul", { class: "cb-differs" }, offer.caveats.map((words) => h("li", {}, "≠ ", words))) : null,
        offer.unread.length ? h("p", { class: "cb-hint" }, t("Not understood: {words}", { words: offer.unread.join(", ") })) : null,
        offer.cells.length || offer.beside.length ? fold(`cells ${offer.key}`, t("Cells ({n})", { n: offer.cells.length }), false, h("table", { class: "cb-cells" }, h("tbody", {}, offer.cells.map((cells) => h("tr", {}, cells.map((words) => h("td", {}, words)))))), offer.beside.map((words) => h("p", { class: "cb-hint" }, words))) : null,
        h("div", { class: "cb-row" }, button(keyed(t("Accept"), "A"), "accept", { "data-key": offer.key }), button(keyed(t("Refuse"), "X"), "refuse", { "data-key": offer.key })))),
      found.unread.map((words) => h("p", { class: "cb-hint" }, words)),
      h("div", { class: "cb-row" }, h("label", { class: "cb-cell cb-wide" }, h("span", { class: "cb-label" }, t("none fits, because")), h("input", { type: "text", "data-own": `none ${one.id}`, "data-k": "none", value: local.none[one.id] ?? "" })), button(t("No series fits"), "no_series", { class: "cb-quiet", "data-claim": one.id })));
  }

  function arithmetic(one) {
    const more = ask("more")[one.id], offered = [...(more?.proposals ?? []), ...(more?.computed ?? [])];
    return fold(`sums ${one.id}`, `${t("Arithmetic ({n})", { n: one.checks.length })}${offered.length ? ` · ${t("{n} proposed", { n: offered.length })}` : ""}`, offered.length > 0 || one.checks.length > 0 || more?.refused > 0,
      one.checks.map((check) => h("p", { class: "cb-sum", "data-result": check.result, "data-k": check.id }, check.word ? h("b", {}, check.word) : null, ` ${check.words} `, check.waits ? h("small", {}, t("It counts when the claims in it are filled in."), " ") : null, button(t("Remove"), "remove", { class: "cb-quiet", "data-table": "checks", "data-id": check.id }))),
      offered.map((offer) => h("article", { class: "cb-offer", tabindex: "0", "data-k": offer.key, "data-offer": offer.key, "data-result": offer.result }, h("p", {}, h("b", {}, offer.word), ` ${offer.filled}`), h("p", {}, offer.says), h("p", { class: "cb-hint" }, offer.why, offer.reading ? ` ${t("Read so:")} ${offer.reading}` : ""),
        h("div", { class: "cb-row" }, button(keyed(t("Accept"), "A"), "accept", { "data-key": offer.key }), button(keyed(t("Refuse"), "X"), "refuse", { "data-key": offer.key }), offer.table === "checks" ? button(t("Change"), "change", { class: "cb-quiet", "data-formula": offer.formula }) : null))),
      h("div", { class: "cb-row" }, more?.refused ? button(t("Bring back what was refused ({n})", { n: more.refused }), "bring_back", { class: "cb-quiet", "data-id": one.id }) : null,
        button(t("Look for figures to compute"), "compute", { class: "cb-quiet", "data-id": one.id }), local.check ? null : button(t("Write a check"), "write", { class: "cb-quiet", "data-id": one.id })),
      local.check ? writing(one) : null);
  }

  const SHAPES = { sum: (a) => a.join(" + "), difference: (a) => a.join(" - "), growth: ([a, b]) => `(${b} - ${a}) / ${a}`, ratio: ([a, b]) => `${a} / ${b}`, share: ([a, ...rest]) => `${a} / (${[a, ...rest].join(" + ")})`, product: (a) => a.join(" * ") };
  function writing(one) {
    const now = local.check, tried = ask("tried");
    const names = { sum: t("sum"), difference: t("difference"), growth: t("growth from the first to the second"), ratio: t("ratio"), share: t("share of the first"), product: t("product"), free: t("formula") };
    return h("div", { class: "cb-writing", "data-k": "writing" }, h("p", { class: "cb-hint" }, t("Click numbers in the article to pick them: first those to compute with, then choose what they are compared with.")),
      h("p", { class: "cb-picked" }, now.picked.length ? now.picked.map((name, at) => h("button", { type: "button", class: "cb-chip", "data-act": "unpick", "data-at": at, "aria-label": t("take {name} out", { name }) }, name, " ×")) : t("none picked yet")),
      h("div", { class: "cb-grid" }, h("label", { class: "cb-cell" }, h("span", { class: "cb-label" }, t("operation")), h("select", { "data-own": "check shape", value: now.shape }, Object.entries(names).map(([name, words]) => h("option", { value: name }, words)))),
        h("label", { class: "cb-cell cb-wide" }, h("span", { class: "cb-label" }, t("computed")), h("input", { type: "text", "data-own": "check left", "data-k": "left", value: now.left, spellcheck: "false" })),
        h("label", { class: "cb-cell" }, h("span", { class: "cb-label" }, t("is")), h("select", { "data-own": "check op", value: now.op }, [["=", "="], ["<=", "≤"], [">=", "≥"]].map(([value, words]) => h("option", { value }, words)))),
        h("label", { class: "cb-cell" }, h("span", { class: "cb-label" }, t("compared with")), h("input", { type: "text", "data-own": "check right", "data-k": "right", value: now.right, spellcheck: "false" }))),
      tried.why ? h("p", { class: "cb-fault", role: "status" }, tried.why) : tried.word ? h("p", { class: "cb-sum", "data-result": tried.result, role: "status" }, h("b", {}, tried.word), ` ${tried.words}`) : null,
      h("div", { class: "cb-row" }, button(t("Add the check"), "add_check", { class: "cb-main", "aria-disabled": tried.word ? null : "true" }), button(t("Close"), "unwrite", { class: "cb-quiet" })));
  }

  function searches(one) {
    const more = ask("more")[one.id], outcomes = ask("fixed").choices?.outcome ?? [];
    return fold(`searches ${one.id}`, t("Searches for this claim ({n})", { n: one.looked }), one.verdict?.label === "unchecked",
      one.searches.map((row) => h("p", { class: "cb-search", "data-k": row.search }, h("b", {}, outcomes.find(([word]) => word === row.outcome)?.[1] ?? row.outcome), ` ${row.query} `, button(t("Remove"), "remove", { class: "cb-quiet", "data-table": "searches", "data-id": row.search }))),
      (more?.searches ?? []).map((row, at) => h("div", { class: "cb-look", "data-k": `s${at}` }, h("span", { lang: row.language }, row.words), h("span", { class: "cb-row" }, Object.entries(row.links).map(([name, url]) => h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, name)), outcomes.map(([word, name, means]) => h("button", { type: "button", class: "cb-quiet", title: means, "data-act": "log", "data-claim": one.id, "data-words": row.words, "data-outcome": word }, name))))),
      h("p", { class: "cb-hint" }, t("Search, then say what came back. What is logged counts as having looked.")));
  }

  const lists = () => h("div", { hidden: true, "data-k": "lists" }, Object.entries(ask("lists")).filter(([name]) => name !== "sources").map(([name, words]) => h("datalist", { id: `${id}-${name}` }, words.map((one) => h("option", { value: one })))));

  const CARDS = ".cb-piece, .cb-passage, .cb-offer", cards = () => [...root.querySelectorAll(CARDS)];

  // ---- drawing
  function draw() {
    if (composing) { later = true; return; }
    const now = ask("head");
    for (const [key, hold] of holds) if (hold.seq && hold.seq <= (now.seq ?? 0)) holds.delete(key);
    const made = h("div", {}, lists(), head(), h("div", { class: "cb-body", "data-k": "body" }, article(), card()));
    const active = document.activeElement, inside = active !== root && root.contains(active), place = cards().indexOf(active?.closest?.(CARDS));
    children(root, made, held);
    root.lang = now.language ?? "en";
    root.classList.toggle("cb-dark", dark());
    focusAfter(active);
    if (inside && !root.contains(active) && !root.contains(document.activeElement)) (cards()[place] ?? root.querySelector(".cb-card"))?.focus({ preventScroll: true });
    const at = ask("card");
    if (at.id !== drawn) { drawn = at.id; local.check = null; }
    const names = (at.claims ?? []).map((one) => one.id).join(" ");
    if (names && names !== asked && now.saved !== undefined) { asked = names; post({ act: "more" }); }
  }
  function focusAfter(active) {
    const fresh = ask("card").newest;
    if (local.entered && fresh && local.last !== fresh) { delete local.figure[local.entered]; local.entered = null; schedule(); }
    if (wanted === "newest" && fresh) {
      const piece = root.querySelector(`[data-piece="${CSS.escape(fresh)}"]`);
      if (piece?.dataset.new && local.last !== fresh) { local.last = fresh; wanted = ""; piece.focus(); piece.scrollIntoView({ block: "start" }); return; }
    }
    if (wanted === "card" && ask("card").id !== drawn) { wanted = ""; arrive(); return; }
    if (active && root.contains(active) && active !== document.activeElement) active.focus({ preventScroll: true });
  }
  // The cursor stays in the field that it was in, in the claim that follows.
  function arrive() {
    const column = local.column, field = column && root.querySelector(`.cb-card .cb-at-${CSS.escape(column)} :is(input, select, textarea)`);
    const first = ["[aria-invalid=true]", ".cb-claim textarea", ".cb-role select"].map((one) => root.querySelector(`.cb-card ${one}`)).find(Boolean);
    const target = field?.checkVisibility?.() ? field : first;
    target?.focus({ preventScroll: true });
    const top = root.querySelector(".cb-card")?.getBoundingClientRect().top ?? 0;
    if (top < edge()) root.querySelector(".cb-body").scrollIntoView({ block: "start" });
  }
  /** Where what can be seen begins: below the bars of whatever scrolls. */
  function edge() {
    let node = root.parentElement;
    while (node && !(node.scrollHeight > node.clientHeight && /auto|scroll/.test(getComputedStyle(node).overflowY))) node = node.parentElement;
    return Math.max(0, node?.getBoundingClientRect().top ?? 0);
  }
  function dark() {
    const ground = getComputedStyle(document.documentElement).getPropertyValue("--jp-layout-color0").trim() || getComputedStyle(document.body).backgroundColor;
    const probe = h("span", { style: `color: ${/^[#\w(),.%\s-]+$/.test(ground) ? ground : "white"}` });
    root.append(probe);
    const parts = getComputedStyle(probe).color.match(/[\d.]+/g)?.map(Number) ?? [255, 255, 255];
    probe.remove();
    if (parts[3] === 0) return matchMedia("(prefers-color-scheme: dark)").matches;
    return 0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2] < 128;
  }
  let waiting = false;
  const schedule = () => { if (!waiting) { waiting = true; queueMicrotask(() => { waiting = false; draw(); }); } };

  // ---- what a person does
  const data = (node) => node.dataset;
  const LOCAL = {
    help: () => { local.help = !local.help; draw(); if (local.help) root.querySelector(".cb-help")?.focus(); },
    other: (node) => { local.other.add(data(node).id); draw(); },
    field: (node) => { const box = root.querySelector(`[data-cell="${CSS.escape(data(node).key)}"]`); box?.closest("details")?.setAttribute("open", ""); box?.focus(); },
    write: () => { local.check = { picked: [], shape: "sum", left: "", op: "=", right: "" }; draw(); },
    unwrite: () => { local.check = null; draw(); },
    unpick: (node) => { local.check.picked.splice(Number(data(node).at), 1); shape(); },
    change: (node) => { const [, left, op, right] = /^(.*?) (<=|>=|=) (.*)$/.exec(data(node).formula) ?? []; local.check = { picked: [], shape: "free", left: left ?? "", op: op ?? "=", right: right ?? "" }; draw(); attempt(); },
  };
  const SENT = {
    previous: () => move({ act: "go", steps: -1 }), next: () => move({ act: "go", steps: 1 }), next_open: () => move({ act: "next_open" }),
    undo: () => move({ act: "undo" }), redo: () => move({ act: "redo" }),
    go_to: (node) => local.check ? pick(data(node).claim || data(node).id) : move({ act: "go_to", id: data(node).id }),
    page: (node) => node.getAttribute("aria-disabled") ? null : send({ act: "page", page: Number(data(node).page) }),
    language: (node) => send({ act: "language", value: data(node).value }),
    confirm: (node) => send({ act: "confirm", id: data(node)?.id ?? first() }), copy: (node) => send({ act: "copy", id: data(node)?.id ?? first() }),
    spread: (node) => send({ act: "spread", column: data(node).column, value: data(node).value }),
    unit: (node) => { folds.set(`unit ${data(node).table} ${data(node).id}`, false); send({ act: "set", table: data(node).table, id: data(node).id, column: "unit", value: data(node).value }); },
    judge: (node) => send({ act: "judge", id: data(node).id, relation: data(node).relation }),
    tier: (node) => send({ act: "says", id: data(node).id, cells: { tier: data(node).tier } }),
    take: (node) => { wanted = "newest"; send({ act: "take", claim: data(node).claim, at: Number(data(node).at), number: Number(data(node).number) }); },
    publish: () => { flush(); start()?.dispatchEvent(new CustomEvent("cb-page")); },
    look: () => send({ act: "look" }), compute: (node) => send({ act: "compute", id: data(node).id }),
    accept: (node) => send({ act: "accept", key: data(node).key }), refuse: (node) => send({ act: "refuse", key: data(node).key }), bring_back: (node) => send({ act: "bring_back", id: data(node).id }), refuse_cells: (node) => send({ act: "refuse_cells", id: data(node)?.id ?? first() }), accept_cells: (node) => send({ act: "accept_cells", id: data(node)?.id ?? first() }),
    log: (node) => send({ act: "log", claim: data(node).claim, words: data(node).words, outcome: data(node).outcome }),
    figure: (node) => { const { words = "", source = "", ...cells } = local.figure[data(node).claim] ?? {}; wanted = "newest"; local.entered = data(node).claim; send({ act: "figure", claim: data(node).claim, words, source, cells }); },
    add_check: () => { const now = local.check; local.check = null; send({ act: "add_check", left: now.left, op: now.op, right: now.right }); },
    no_series: (node) => { const claim = data(node).claim, why = local.none[claim] ?? ""; if (why.trim()) { delete local.none[claim]; send({ act: "no_series", claim, why }); } },
    remove: (node) => send({ act: "remove", table: data(node).table, id: data(node).id }),
    sure: () => send({ act: "sure" }), not_sure: () => send({ act: "not_sure" }),
    select: () => { if (local.selected) { const { start, end, words } = local.selected; local.selected = null; move({ act: "select", start, end, words }); } },
    save: () => send({ act: "save" }), reload: () => send({ act: "reload" }), keep_mine: () => send({ act: "keep_mine" }), take_theirs: () => send({ act: "take_theirs" }),
  };
  const first = () => ask("card").claims?.[0]?.id ?? "";
  const move = (message) => { wanted = "card"; local.column = columnOf(document.activeElement) ?? local.column; send(message); };
  const columnOf = (node) => { try { return JSON.parse(node?.dataset?.cell ?? "null")?.[2]; } catch { return undefined; } };
  const pick = (name) => { const now = local.check; if (now.shape === "free" || now.aim === "right") now.right = name; else if (!now.picked.includes(name)) now.picked.push(name); shape(); };
  function shape() {
    const now = local.check;
    if (SHAPES[now.shape] && now.picked.length > (["sum", "product", "difference"].includes(now.shape) ? 0 : 1)) now.left = SHAPES[now.shape](now.picked);
    if (!now.right && first() && !now.picked.includes(first())) now.right = first();
    draw();
    attempt();
  }
  const attempt = () => { const now = local.check; if (now?.left && now.right) send({ act: "try_check", left: now.left, op: now.op, right: now.right }); };
  const run = (name, node) => LOCAL[name] ? LOCAL[name](node) : SENT[name]?.(node);

  root.addEventListener("click", (event) => {
    const node = event.target.closest("[data-act]");
    if (!node || !root.contains(node)) return;
    if (node.nodeName === "MARK" && String(getSelection() ?? "")) return; // words are being selected
    run(node.dataset.act, node);
  });
  root.addEventListener("dragover", (event) => { if (start()) event.preventDefault(); });
  root.addEventListener("drop", (event) => {
    if (!start() || !event.dataTransfer?.files.length) return;
    event.preventDefault();
    event.stopPropagation();
    start().dispatchEvent(new CustomEvent("cb-documents", { detail: event.dataTransfer }));
  });
  root.addEventListener("input", ({ target }) => {
    if (target.dataset.cell && target.nodeName !== "SELECT") typed(target);
    else if (target.dataset.own) own(target, false);
  });
  root.addEventListener("change", ({ target }) => {
    if (target.dataset.cell) { if (target.nodeName === "SELECT") { const [table, row, column] = JSON.parse(target.dataset.cell); send({ act: "set", table, id: row, column, value: target.value }); } else flush(); }
    else if (target.dataset.own) own(target, true);
  });
  function own(node, whole) {
    const [kind, ...rest] = node.dataset.own.split(" "), name = rest.join(" ");
    if (kind === "documents") { if (whole) start()?.dispatchEvent(new CustomEvent("cb-documents", { detail: [...node.files] })); }
    else if (kind === "query") { local.query[name] = node.value; draw(); }
    else if (kind === "chosen") { local.chosen[name] = Number(node.value); draw(); }
    else if (kind === "figure") { const [claim, field] = rest; (local.figure[claim] ??= {})[field] = node.value; if (field === "source") draw(); }
    else if (kind === "check") { local.check[name] = node.value; if (name === "shape") shape(); else if (whole) attempt(); }
    else if (kind === "none") local.none[name] = node.value;
    else if (kind === "about" && whole) send({ act: "about", column: name, value: node.value });
    else if (kind === "goto" && whole && node.value.trim()) { const value = node.value.trim(); node.value = ""; move({ act: "go_to", id: value }); }
  }
  root.addEventListener("click", ({ target }) => { const fold = target.closest("summary")?.parentElement; if (fold?.dataset.fold) folds.set(fold.dataset.fold, !fold.open); });
  root.addEventListener("focusin", ({ target }) => { const name = target.dataset?.own; if (local.check && name?.startsWith("check ")) local.check.aim = name === "check right" ? "right" : "left"; });
  root.addEventListener("compositionstart", () => { composing = true; });
  root.addEventListener("compositionend", ({ target }) => { composing = false; if (target.dataset?.cell) typed(target); if (later) { later = false; schedule(); } });
  const selecting = () => {
    const words = root.querySelector(".cb-text"), chosen = getSelection();
    if (!words || !chosen?.rangeCount || chosen.isCollapsed || !words.contains(chosen.anchorNode) || !words.contains(chosen.focusNode)) { if (local.selected && !root.querySelector(".cb-adding:focus-within")) { local.selected = null; schedule(); } return; }
    const range = chosen.getRangeAt(0), before = range.cloneRange();
    before.selectNodeContents(words);
    before.setEnd(range.startContainer, range.startOffset);
    const said = range.toString(), trimmed = said.trim();
    if (!trimmed) return;
    const start = ask("excerpt").start + [...before.toString()].length + [...said.slice(0, said.indexOf(trimmed))].length;
    local.selected = { start, end: start + [...trimmed].length, words: trimmed };
    schedule();
  };
  root.addEventListener("mouseup", () => setTimeout(selecting));
  root.addEventListener("keyup", (event) => { if (event.shiftKey) selecting(); });

  // The notebook listens on the document; what is typed here must not reach it, so this comes first.
  const stop = new AbortController();
  window.addEventListener("keydown", (event) => {
    if (!root.contains(event.target) || event.isComposing) return;
    const control = event.ctrlKey || event.metaKey, node = event.target;
    const writes = node.matches("input, textarea, select");
    if (!control || event.code === "Enter" || event.code === "KeyS") event.stopPropagation();
    if (control && event.code === "KeyS") { event.preventDefault(); flush(); return send({ act: "save" }); }
    if (event.altKey && !control) {
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
      if (digit) { const box = root.querySelector(`[data-passage="${digit - 1}"] [data-act=take]`); if (box) { event.preventDefault(); run("take", box); } return; }
      const act = KEYS[event.code];
      if (act) { event.preventDefault(); run(act, { dataset: { id: node.closest("[data-claim]")?.dataset.claim ?? first() }, getAttribute: () => null }); }
      return;
    }
    if (event.key === "Escape" && (local.help || ask("asked").id)) { event.preventDefault(); return local.help ? run("help") : run("not_sure"); }
    if (event.key === "Enter" && node.matches("mark")) { event.preventDefault(); return run("go_to", node); }
    if (event.key === "Enter" && node.matches("input[data-own^=goto]")) { event.preventDefault(); return own(node, true); }
    if (writes || control) return;
    if (event.key === "?") { event.preventDefault(); return run("help"); }
    onCard(event, node);
  }, { capture: true, signal: stop.signal });

  function onCard(event, node) {
    const box = node.closest(CARDS);
    if (!box) return;
    const act = (name, given) => { event.preventDefault(); run(name, { dataset: given }); };
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const every = cards(), next = every[every.indexOf(box) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) { event.preventDefault(); next.focus(); }
    } else if (box.dataset.piece) {
      const offered = box.querySelector("[data-proposed]");
      if (event.key === "Enter" && node === box && offered) { event.preventDefault(); run("judge", offered); }
      else if (/^[1-5]$/.test(event.key)) act("judge", { id: box.dataset.piece, relation: RELATIONS[event.key - 1] });
      else if (TIERS[event.code] && box.dataset.source) act("tier", { id: box.dataset.source, tier: TIERS[event.code] });
      else if (event.key === "Delete") act("remove", { table: "evidence", id: box.dataset.piece });
      else if (event.code === "KeyD") { event.preventDefault(); const fold = box.querySelector("details"); if (fold) { folds.set(fold.dataset.fold, !fold.open); fold.open = !fold.open; } }
    } else if (box.dataset.passage && (event.code === "KeyA" || (event.key === "Enter" && node === box))) { event.preventDefault(); const take = box.querySelector("[data-act=take]"); if (take) run("take", take); }
    else if (box.dataset.offer) { if (event.code === "KeyA") act("accept", { key: box.dataset.offer }); else if (event.code === "KeyX") act("refuse", { key: box.dataset.offer }); else if (event.code === "KeyC") { const change = box.querySelector("[data-act=change], [data-act=field]"); if (change) { event.preventDefault(); run(change.dataset.act, change); } } }
  }

  for (const name of ["head", "excerpt", "card", "more", "lists", "asked", "tried", "fixed"]) model.on(`change:${name}`, schedule);
  const watch = new MutationObserver(() => root.classList.toggle("cb-dark", dark()));
  watch.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light", "data-jp-theme-name", "class"] });
  draw();
  if (model.get("auto")) post({ act: "language", value: (navigator.language ?? "en").startsWith("zh") ? "zh" : "en" });
  return () => { flush(); stop.abort(); watch.disconnect(); };
}

export default { render };
