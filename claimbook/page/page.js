// Opens claims, filters, switches the language. Every text reaches the page as text, never as markup.
(function () {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  // A table comes as its names once and its rows as lists; here each row gets its names back, and what it refers to.
  const named = ({ names, rows }) => rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
  for (const table of ["sources", "figures", "evidence", "checks", "searches"]) data[table] = named(data[table]);
  for (const figure of data.figures) { figure.source = data.sources[figure.source]; figure.parts = figure.parts.map((at) => data.figures[at]); }
  for (const item of data.evidence) item.figure = data.figures[item.figure];
  for (const claim of Object.values(data.claims)) for (const table of Object.keys(claim)) claim[table] = claim[table].map((at) => data[table][at]);
  const root = document.documentElement;
  const list = document.getElementById("claims");
  const article = document.getElementById("article");
  const cards = [...list.querySelectorAll(".claim")];
  const batches = [...list.querySelectorAll(".batch")];
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  const marks = [...article.querySelectorAll("mark[data-claim]")];
  const status = document.querySelector(".status");
  const find = document.getElementById("find");
  const section = document.getElementById("section");
  const chips = [...document.querySelectorAll(".chip")];
  const clear = document.getElementById("clear");
  const outside = [document.querySelector(".skip"), document.querySelector("header.top"), document.querySelector(".result"), document.querySelector(".filters"), document.querySelector(".text"), document.querySelector("footer")];
  const narrow = matchMedia("(max-width: 899px)");
  const bidi = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;
  let opened = null;
  let opener = null;
  let place = null;
  let showing = new Set(cards); // the cards that the filter leaves

  const language = () => root.lang;
  const safe = (text) => String(text).replace(bidi, (char) => `[U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
  const spoken = (pair) => (Array.isArray(pair) ? pair[language() === "zh" ? 1 : 0] : pair);
  function say(words, fills) {
    const text = language() === "zh" ? data.words[words] || words : words;
    return text.replace(/\{(\w+)\}/g, (place, name) => (fills && name in fills ? fills[name] : place));
  }

  function make(tag, className, ...inside) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...inside.filter((piece) => piece !== "" && piece != null).map((piece) => (typeof piece === "string" ? safe(piece) : piece)));
    return element;
  }
  function tongue(element, text) {
    element.lang = /[\u3400-\u9fff]/.test(text) ? "zh" : "en";
    return element;
  }
  const own = (pair) => { const span = make("span", "", spoken(pair)); return tongue(span, spoken(pair)); };
  function link(words, address) {
    let url = null;
    try { url = new URL(address); } catch (wrong) { url = null; }
    if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return tongue(make("span", "", words), words);
    const anchor = tongue(make("a", "", words), words);
    anchor.href = url.href;
    anchor.rel = "noopener noreferrer nofollow";
    return anchor;
  }

  function sourceOf({ source }) {
    const where = make("span", "source", link(say(source.publisher), source.url), ` · ${source.published || say("undated")} · ${say(source.tier)} · ${say(source.copy)} · `,
      source.read === "live" ? say("read live on {date}", { date: source.readOn }) : source.read === "read by machine" ? say("read by machine on {date}", { date: source.readOn }) : say("read in a stored copy on {date}", { date: source.readOn }));
    where.title = safe(say(source.title));
    return where;
  }
  const quoted = (figure) => tongue(make("q", "", figure.printed), figure.printed);
  function printed(item) {
    const { figure } = item;
    const ids = make("span", "id", `${item.id} ${figure.id}`);
    if (figure.parts.length) return make("p", "printed", make("b", "", say("Computed:")), " ", own(figure.formula), " ", ids);
    const says = spoken(figure.says);
    return make("p", "printed", quoted(figure), says === figure.printed ? "" : make("b", "", ` ${says}`), " ", ids);
  }
  function evidenceItem(item) {
    const { figure } = item;
    const of = make("span", "", own(figure.metric), " · ", own(figure.entity), " · ", own(figure.population), " · ", figure.period ? figure.period.replace("/", " – ") : say("undated"));
    const part = (one) => make("li", "", quoted(one), " ", make("span", "id", one.id), " ", sourceOf(one));
    return make("li", `evidence ${item.bearing.replace(/ /g, "-")}`,
      printed(item),
      make("p", "", of),
      make("p", "", make("b", "", say("{relation}, {bearing}: ", { relation: say(item.relation), bearing: say(item.bearing) })), item.inequality ? `${item.inequality}. ` : "", own(item.reason)),
      figure.parts.length ? make("ul", "parts", ...figure.parts.map(part)) : make("p", "", sourceOf(figure)));
  }
  function block(title, items, isOpen, note) {
    const details = make("details", "", make("summary", "", title), note ? make("p", "note", note) : "", make("ul", "", ...items));
    details.open = isOpen;
    return details;
  }
  const FEW = 4; // a group of so many is folded, and all after the first, so that the verdict below is not far
  const counted = (items, keep) => items.filter(keep).length;

  function evidence(claim) {
    const groups = [["same", "rule", "bound"], ["proxy"], ["context"]];
    const titles = [say("Evidence on the same thing"), say("Near figures: another metric, entity, population or period; they decide nothing"), say("Background: decides nothing")];
    const rank = { excludes: 0, agrees: 1, "leaves it open": 2, "decides nothing": 3 };
    const found = groups.map((kinds) => claim.evidence.filter((item) => kinds.includes(item.relation)).sort((a, b) => rank[a.bearing] - rank[b.bearing]));
    const first = found.findIndex((items) => items.length);
    return found.map((items, index) => (items.length ? block(say("{what} ({n})", { what: titles[index], n: items.length }), items.map(evidenceItem), index === first && index < 2 && items.length < FEW) : ""));
  }
  function checks(claim) {
    const items = claim.checks.map((check) => make("li", `check ${check.result}`,
      make("p", "", make("b", "", own(check.title)), " ", make("span", "id", check.id)),
      make("p", "", own(check.words), " ", make("b", "", say(check.result))),
      check.reading ? make("p", "", check.result === "undetermined" ? say("It would fail under this reading:") : say("Read plainly:"), " ", own(check.reading)) : "",
      spoken(check.caveat) ? make("p", "", own(check.caveat)) : ""));
    return [items.length ? block(say("{what} ({n})", { what: say("Arithmetic"), n: items.length }), items, true) : ""];
  }
  function searches(claim) {
    const row = (search) => {
      const isLead = search.outcome === "lead";
      const asked = make(isLead ? "span" : "q", "", spoken(search.query));
      if (isLead) tongue(asked, spoken(search.query)); else asked.lang = search.language;
      return make("li", "search", make("p", "", asked), make("p", "", `${search.date} · `, own(search.where), " · ", make("b", "", say(search.outcome)), spoken(search.note) ? " · " : "", spoken(search.note) ? own(search.note) : ""));
    };
    const leads = claim.searches.filter((search) => search.outcome === "lead");
    const made = claim.searches.filter((search) => search.outcome !== "lead");
    const empty = (search) => search.outcome === "nothing";
    made.sort((a, b) => (empty(a) ? 0 : 1) - (empty(b) ? 0 : 1));
    const none = counted(made, empty);
    return [
      made.length ? block(say("Searches for this claim: {n}, of which {none} found nothing", { n: made.length, none }), made.map(row), claim.evidence.length === 0) : "",
      leads.length ? block(say("Known and not read ({n})", { n: leads.length }), leads.map(row), false) : "",
    ];
  }
  const verdictOf = (card) => ("caveat" in card.dataset ? say("{verdict}, with a caveat", { verdict: say(card.dataset.verdict) }) : say(card.dataset.verdict));
  const gradeOf = (level) => (["low", "moderate", "high"].includes(level) ? say("confidence: {level}", { level: say(level) }) : say(level));
  function citation(card) {
    const title = document.querySelector("h1 span").textContent;
    const address = location.href.split("#")[0];
    const statement = shownText(card.querySelector(".statement"));
    const note = card.querySelector(".reason .caveat");
    const caveat = note ? `${language() === "zh" ? "" : " "}${shownText(note)}` : "";
    const fills = { caveat, statement, verdict: verdictOf(card), grade: gradeOf(card.dataset.confidence), title, address: `${address}#${card.id}`, id: card.id, date: document.querySelector(".meta").dataset.date };
    const text = say("“{statement}”: {verdict} ({grade}).{caveat} Claim {id} in the Claimbook check of “{title}”, as of {date}. {address}", fills);
    const field = make("textarea", "");
    field.readOnly = true;
    field.rows = 3;
    field.value = text;
    field.setAttribute("aria-label", say("Citation"));
    const said = make("span", "said");
    said.setAttribute("role", "status");
    const button = make("button", "copy", say("Copy the citation"));
    button.type = "button";
    button.addEventListener("click", async () => {
      let copied = true;
      try { await navigator.clipboard.writeText(text); } catch (refused) { field.select(); copied = document.execCommand("copy"); }
      said.textContent = copied ? say("Copied.") : say("Press Ctrl+C to copy.");
    });
    return make("div", "cite", field, button, said);
  }
  function shownText(element) {
    const chosen = element.querySelector(`.l[lang="${language()}"]`);
    return (chosen || element).textContent.trim();
  }
  // The parts of a claim that are made when it is opened, each in its own place among those that are written already.
  const PARTS = { evidence, checks, searches };
  const pieces = (card) => [...card.querySelectorAll(".more")];
  function fill(card) {
    for (const piece of pieces(card)) {
      const made = piece.dataset.part === "citation" ? [citation(card)] : PARTS[piece.dataset.part](data.claims[card.id]);
      piece.replaceChildren(...made.filter((block) => block !== ""));
    }
    card.dataset.filled = language();
  }
  function tell(words) { status.textContent = words; }

  function close(back) {
    if (!opened) return;
    opened.classList.remove("open");
    opened.parentNode.classList.remove("free");
    opened.querySelector("button.open").setAttribute("aria-expanded", "false");
    const closer = opened.querySelector(".close");
    if (closer) closer.remove();
    marks.filter((mark) => mark.dataset.claim === opened.id).forEach((mark) => mark.classList.remove("on"));
    for (const piece of pieces(opened)) piece.replaceChildren();
    delete opened.dataset.filled;
    modal(null);
    const shut = opened;
    opened = null;
    hit(shut);
    if (location.hash && back !== "move") history.replaceState(null, "", location.pathname + location.search);
    if (back === true) {
      if (place !== null && narrow.matches) scrollTo({ top: place, behavior: "instant" });
      if (opener && opener.isConnected) opener.focus({ preventScroll: true });
    }
    place = null;
  }
  // On a phone the open claim is a sheet over the page: what is beneath cannot be reached until it is closed.
  function modal(card) {
    const sheet = card && narrow.matches;
    for (const item of outside) item.inert = Boolean(sheet);
    for (const item of [...list.children, ...((card || opened)?.parentNode.children || [])]) item.inert = Boolean(sheet) && !item.contains(card);
    if (card) { if (sheet) { card.setAttribute("role", "dialog"); card.setAttribute("aria-modal", "true"); card.setAttribute("aria-labelledby", `${card.id}-title`); }
    } else if (opened) for (const name of ["role", "aria-modal", "aria-labelledby"]) opened.removeAttribute(name);
  }
  function open(id, from, record) {
    const card = cardOf.get(id);
    if (!card) return false;
    close("move");
    place = scrollY;
    if (!showing.has(card)) reset();
    card.hidden = card.parentNode.hidden = false;
    opened = card;
    opener = from || card.querySelector("button.open");
    if (card.dataset.filled !== language()) fill(card);
    card.classList.add("open");
    card.parentNode.classList.add("free");
    card.querySelector("button.open").setAttribute("aria-expanded", "true");
    hit(card);
    const closer = make("button", "close", "×");
    closer.type = "button";
    closer.setAttribute("aria-label", say("Close"));
    closer.addEventListener("click", () => close(true));
    card.querySelector("h3").after(closer);
    const here = marks.filter((mark) => mark.dataset.claim === id);
    here.forEach((mark) => mark.classList.add("on"));
    if (record && location.hash !== `#${id}`) history.pushState(null, "", `#${id}`);
    const fromArticle = from && article.contains(from);
    const fromList = from && list.contains(from);
    if (!narrow.matches) list.scrollTop += card.getBoundingClientRect().top - list.getBoundingClientRect().top - 8;
    if (!fromArticle && here.length && !(narrow.matches && fromList)) here[0].scrollIntoView({ block: narrow.matches ? "start" : "center" });
    modal(card);
    if (narrow.matches) card.scrollTop = 0;
    card.querySelector("h3").focus({ preventScroll: true });
    return true;
  }

  function choose(event) {
    const target = event.target.closest("[data-claim], [data-open]");
    if (!target || event.target.closest("a.note") || !getSelection().isCollapsed || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open(target.dataset.claim || target.dataset.open, target.querySelector("a.tag") || event.target.closest("a") || target, true);
  }
  article.addEventListener("click", choose);
  document.querySelector(".findings")?.addEventListener("click", choose);
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button.open");
    if (!button) return;
    const card = button.closest(".claim");
    if (card === opened) close(true); else open(card.id, button, true);
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && opened && event.target !== find) close(true); });
  function fromAddress() {
    const id = location.hash.slice(1);
    if (/^[cs]\d+$/.test(id)) { if (!open(id, null, false)) tell(say("There is no claim {id} here.", { id })); } else if (!id) close(false);
  }
  addEventListener("popstate", fromAddress);
  addEventListener("hashchange", () => { if (!opened || `#${opened.id}` !== location.hash) fromAddress(); });

  // A page of thousands of claims does a piece of its work at once, and the others while nothing else is to be done.
  const PIECE = 300;
  const HIGH = 5.5; // rem of a card that is not opened, about
  const later = window.requestIdleCallback || ((work) => setTimeout(work, 1));
  function inPieces(work, items, isOver, from = 0) {
    items.slice(from, from + PIECE).forEach(work);
    if (from + PIECE < items.length) later(() => { if (!isOver()) inPieces(work, items, isOver, from + PIECE); });
  }

  // What a search looks through: the card, and what its evidence, checks and searches say, whether it was opened or not.
  const texts = new Map();
  const flat = (item) => (item === null || typeof item !== "object" ? String(item) : Object.values(item).map(flat).join("\n"));
  function textOf(card) {
    if (!texts.has(card)) {
      const claim = data.claims[card.id];
      const fixed = [...card.querySelectorAll("h3, .statement, blockquote, .ruling, .reason, .read")].map((piece) => piece.textContent);
      const items = claim.evidence.map(({ id, figure, reason }) => [id, figure, reason]);
      texts.set(card, flat([card.id, fixed, items, claim.checks, claim.searches]).toLowerCase());
    }
    return texts.get(card);
  }
  // The words that were searched for, marked wherever a card shows them; where only what is folded in has them, it says so.
  let sought = [];
  const SHOWN = "h3 .words, h3 .badge, .statement";
  const READ = `${SHOWN}, blockquote, .ruling, .reason, .read dd, .more`;
  const hits = new Set(); // the cards that have such marks
  function unhit(card) {
    if (!hits.delete(card)) return;
    for (const mark of card.querySelectorAll("mark.hit")) { const { parentNode } = mark; mark.replaceWith(...mark.childNodes); parentNode.normalize(); }
    card.querySelector(".elsewhere")?.remove();
  }
  function hit(card) {
    unhit(card);
    if (!sought.length || !showing.has(card)) return;
    hits.add(card);
    for (const piece of card.querySelectorAll(card === opened ? READ : SHOWN)) for (const node of textsIn(piece)) markIn(node);
    if (card === opened) return;
    const seen = new Set([...card.querySelectorAll("mark.hit")].filter(inLanguage).map((mark) => mark.textContent.toLowerCase()));
    if (sought.some((word) => !seen.has(word))) card.querySelector(".statement").after(make("p", "elsewhere", say("Found in its evidence, arithmetic or searches.")));
  }
  const inLanguage = (mark) => !mark.closest(`.l:not([lang="${language()}"])`);
  function textsIn(piece) {
    const found = [];
    const walk = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT, (node) => (node.parentNode.closest("textarea, svg") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
    while (walk.nextNode()) found.push(walk.currentNode);
    return found;
  }
  function markIn(node) {
    const lower = node.data.toLowerCase();
    if (lower.length !== node.data.length) return; // some letters have no small one of the same length
    const at = sought.map((word) => [lower.indexOf(word), word.length]).filter(([start]) => start >= 0).sort((a, b) => a[0] - b[0] || b[1] - a[1])[0];
    if (!at) return;
    const rest = node.splitText(at[0]);
    const after = rest.splitText(at[1]);
    const mark = make("mark", "hit");
    rest.replaceWith(mark);
    mark.append(rest);
    markIn(after);
  }
  function filter() {
    const wanted = chips.filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => chip.dataset.verdict);
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (card) => (!wanted.length || wanted.includes(card.dataset.verdict)) && (!section.value || card.dataset.section === section.value)
      && (!words.length || words.every((item) => textOf(card).includes(item)));
    const shown = new Set(cards.filter(fits));
    showing = shown;
    sought = [...new Set(words)];
    const isOver = () => showing !== shown;
    for (const batch of batches) fit(batch, counted([...batch.children], (card) => shown.has(card)));
    inPieces((card) => { if (card.hidden === shown.has(card)) card.hidden = !card.hidden; if (words.length || hits.has(card)) hit(card); }, cards, isOver);
    inPieces((mark) => mark.classList.toggle("off", !shown.has(cardOf.get(mark.dataset.claim))), marks, isOver);
    const any = wanted.length || words.length || section.value;
    clear.hidden = !any;
    if (opened && !shown.has(opened)) close(false);
    measure();
    tell(any ? say("{n} of {all} claims shown", { n: shown.size, all: cards.length }) : "");
  }
  // A batch that is not laid out is as high as it will be, or the list would jump when it is scrolled to.
  function fit(batch, count) {
    batch.hidden = !count;
    batch.style.containIntrinsicHeight = `${count * HIGH}rem`;
  }
  function reset() {
    chips.forEach((chip) => chip.setAttribute("aria-pressed", "false"));
    find.value = "";
    section.value = "";
    filter();
  }
  chips.forEach((chip) => chip.addEventListener("click", () => { chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true")); filter(); }));
  find.addEventListener("input", filter);
  section.addEventListener("change", filter);
  clear.addEventListener("click", () => { reset(); find.focus(); });

  function translate(chosen) {
    root.lang = chosen;
    for (const button of document.querySelectorAll("[data-language]")) button.setAttribute("aria-pressed", String(button.dataset.language === chosen));
    for (const item of document.querySelectorAll("[data-en]")) {
      const words = item.dataset[chosen];
      if (item.placeholder !== undefined) item.placeholder = words; else item.textContent = words;
    }
    for (const mark of marks) {
      const tag = mark.querySelector(":scope > a.tag");
      const card = cardOf.get(mark.dataset.claim);
      if (tag && card) tag.setAttribute("aria-label", `${mark.dataset.claim}, ${verdictOf(card)}`);
    }
    for (const mark of article.querySelectorAll("mark[data-role]")) mark.title = say(mark.dataset.role);
    if (opened) { const unfolded = [...opened.querySelectorAll(".more details")].map((details) => details.open); fill(opened); [...opened.querySelectorAll(".more details")].forEach((details, at) => { details.open = unfolded[at]; }); opened.querySelector(".close")?.setAttribute("aria-label", say("Close")); }
    filter();
  }
  // The list of claims and whatever is scrolled to stay clear of the bar of filters, however high it is.
  function measure() {
    const bar = document.querySelector(".filters");
    root.style.setProperty("--bar", narrow.matches ? "0px" : `${bar.offsetHeight}px`);
  }
  addEventListener("resize", measure);
  document.querySelector(".languages").addEventListener("click", (event) => {
    const button = event.target.closest("[data-language]");
    if (!button) return;
    try { localStorage.setItem("claimbook-language", button.dataset.language); } catch (refused) { /* not remembered */ }
    translate(button.dataset.language);
  });

  let folded = [];
  addEventListener("beforeprint", () => { folded = [...document.querySelectorAll(".method:not([open]), .more details:not([open])")]; folded.forEach((details) => { details.open = true; }); });
  addEventListener("afterprint", () => { folded.forEach((details) => { details.open = false; }); folded = []; });
  translate(root.lang);
  fromAddress();
  later(() => inPieces(textOf, cards, () => false));
  performance.mark("claimbook-ready");
})();
