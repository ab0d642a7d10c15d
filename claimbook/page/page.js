// Opens claims, filters, switches the language. Every text reaches the page as text, never as markup.
(function () {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const root = document.documentElement;
  const list = document.getElementById("claims");
  const article = document.getElementById("article");
  const cards = [...list.querySelectorAll(".claim")];
  const marks = [...article.querySelectorAll("mark[data-claim]")];
  const status = document.querySelector(".status");
  const find = document.getElementById("find");
  const section = document.getElementById("section");
  const chips = [...document.querySelectorAll(".chip")];
  const clear = document.getElementById("clear");
  const narrow = matchMedia("(max-width: 899px)");
  const bidi = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;
  // The fixed words of the tables, which the tables themselves bring.
  const FIXED = ["same", "rule", "bound", "proxy", "context", "agrees", "excludes", "leaves it open", "decides nothing",
    "primary", "secondary", "tertiary", "original", "repost", "translation", "digest", "nothing", "something", "lead",
    "holds", "fails", "undetermined", "contradicted", "conflicting", "supported", "unsupported", "unchecked", "high",
    "moderate", "low", "claim", "condition", "period", "ordinal", "advice", "self-description", "markup"];
  let opened = null;
  let opener = null;

  const language = () => root.lang;
  const safe = (text) => String(text).replace(bidi, (char) => `[U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
  const spoken = (pair) => (Array.isArray(pair) ? pair[language() === "zh" ? 1 : 0] : pair);
  function say(words, fills) {
    const text = language() === "zh" ? data.words[words] || words : words;
    return text.replace(/\{(\w+)\}/g, (place, name) => (fills && name in fills ? fills[name] : place));
  }
  const word = (name) => (FIXED.includes(name) ? say(name) : name);

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

  function evidenceItem([id, place, relation, bearing, why, inequality]) {
    const [figure, printed, what, metric, entity, population, period, at] = data.figures[place];
    const [title, publisher, address, published, tier, copy, read, readOn] = data.sources[at];
    const source = make("span", "source", link(publisher, address), ` · ${published || say("undated")} · ${word(tier)} · ${word(copy)} · `,
      read === "live" ? say("read live on {date}", { date: readOn }) : say("read in a stored copy on {date}", { date: readOn }));
    source.title = safe(title);
    const of = make("span", "", own(metric), " · ", own(entity), " · ", own(population), " · ", period ? period.replace("/", " – ") : say("undated"));
    const told = spoken(what);
    return make("li", `evidence ${bearing.replace(/ /g, "-")}`,
      make("p", "printed", tongue(make("q", "", printed), printed), told === printed ? "" : make("b", "", ` ${told}`), " ", make("span", "id", `${id} ${figure}`)),
      make("p", "", of),
      make("p", "", make("b", "", say("{relation}, {bearing}: ", { relation: word(relation), bearing: word(bearing) })), inequality ? `${inequality}. ` : "", own(why)),
      make("p", "", source));
  }
  function block(title, items, isOpen, note) {
    const details = make("details", "", make("summary", "", title), note ? make("p", "note", note) : "", make("ul", "", ...items));
    details.open = isOpen;
    return details;
  }
  const counted = (items, keep) => items.filter(keep).length;

  function evidence(claim) {
    const groups = [["same", "rule", "bound"], ["proxy"], ["context"]];
    const titles = [say("Evidence on the same thing"), say("Near figures: another metric, entity, population or period; they decide nothing"), say("Background: decides nothing")];
    return groups.map((kinds, index) => {
      const items = claim.evidence.filter((item) => kinds.includes(item[2]));
      const rank = { excludes: 0, agrees: 1, "leaves it open": 2, "decides nothing": 3 };
      items.sort((a, b) => rank[a[3]] - rank[b[3]]);
      return items.length ? block(say("{what} ({n})", { what: titles[index], n: items.length }), items.map(evidenceItem), index === 0 || (index === 1 && items.length < 4)) : "";
    });
  }
  function checks(claim) {
    const items = claim.checks.map(([id, result, words, title, reading, caveat]) => make("li", `check ${result}`,
      make("p", "", make("b", "", own(title)), " ", make("span", "id", id)),
      make("p", "", own(words), " ", make("b", "", word(result))),
      reading ? make("p", "", result === "undetermined" ? say("It would fail under this reading:") : say("Read plainly:"), " ", own(reading)) : "",
      spoken(caveat) ? make("p", "", own(caveat)) : ""));
    return items.length ? block(say("{what} ({n})", { what: say("Arithmetic"), n: items.length }), items, true) : "";
  }
  function searches(claim) {
    const all = claim.searches.map((place) => data.searches[place]);
    const row = ([query, tongueOf, where, date, outcome, note]) => {
      const asked = make(outcome === "lead" ? "span" : "q", "", spoken(query));
      if (outcome === "lead") tongue(asked, spoken(query)); else asked.lang = tongueOf;
      return make("li", "search", make("p", "", asked), make("p", "", `${date} · `, own(where), " · ", make("b", "", word(outcome)), spoken(note) ? " · " : "", spoken(note) ? own(note) : ""));
    };
    const leads = all.filter((item) => item[4] === "lead");
    const made = all.filter((item) => item[4] !== "lead");
    made.sort((a, b) => (a[4] === "nothing" ? 0 : 1) - (b[4] === "nothing" ? 0 : 1));
    const none = counted(made, (item) => item[4] === "nothing");
    return [
      made.length ? block(say("Searches for this claim: {n}, of which {none} found nothing", { n: made.length, none }), made.map(row), claim.evidence.length === 0) : "",
      leads.length ? block(say("Known and not read ({n})", { n: leads.length }), leads.map(row), false) : "",
    ];
  }
  function citation(card) {
    const title = document.querySelector("h1 span").textContent;
    const address = location.href.split("#")[0];
    const statement = shownText(card.querySelector(".statement"));
    const fills = { statement, verdict: say(card.dataset.verdict), level: say(card.dataset.confidence), title, address: `${address}#${card.id}`, id: card.id, date: document.querySelector(".meta").dataset.date };
    const text = say("“{statement}”: {verdict} (confidence: {level}). Claim {id} in the Claimbook check of “{title}”, as of {date}. {address}", fills);
    const field = make("textarea", "");
    field.readOnly = true;
    field.rows = 3;
    field.value = text;
    field.setAttribute("aria-label", say("Citation"));
    const button = make("button", "copy", say("Copy the citation"));
    button.type = "button";
    button.addEventListener("click", async () => {
      try { await navigator.clipboard.writeText(text); tell(say("Copied.")); } catch (refused) { field.select(); tell(document.execCommand("copy") ? say("Copied.") : say("Press Ctrl+C to copy.")); }
    });
    return make("div", "cite", field, button);
  }
  function shownText(element) {
    const chosen = element.querySelector(`.l[lang="${language()}"]`);
    return (chosen || element).textContent.trim();
  }
  function fill(card) {
    const claim = data.claims[card.id];
    const more = card.querySelector(".more");
    more.replaceChildren(...[checks(claim), ...evidence(claim), ...searches(claim), citation(card)].filter((piece) => piece !== ""));
    more.dataset.language = language();
  }
  function tell(words) { status.textContent = words; }

  function close(back) {
    if (!opened) return;
    opened.classList.remove("open");
    opened.querySelector("button.open").setAttribute("aria-expanded", "false");
    const closer = opened.querySelector(".close");
    if (closer) closer.remove();
    marks.filter((mark) => mark.dataset.claim === opened.id).forEach((mark) => mark.classList.remove("on"));
    opened = null;
    if (back) {
      if (location.hash) history.pushState(null, "", location.pathname + location.search);
      if (opener && opener.isConnected) opener.focus({ preventScroll: true });
    }
  }
  function open(id, from, record) {
    const card = cards.find((item) => item.id === id);
    if (!card) return false;
    close(false);
    if (card.hidden) reset();
    opened = card;
    opener = from || card.querySelector("button.open");
    if (card.querySelector(".more").dataset.language !== language()) fill(card);
    card.classList.add("open");
    card.querySelector("button.open").setAttribute("aria-expanded", "true");
    const closer = make("button", "close", "×");
    closer.type = "button";
    closer.setAttribute("aria-label", say("Close"));
    closer.addEventListener("click", () => close(true));
    card.querySelector("h3").after(closer);
    const here = marks.filter((mark) => mark.dataset.claim === id);
    here.forEach((mark) => mark.classList.add("on"));
    if (record && location.hash !== `#${id}`) history.pushState(null, "", `#${id}`);
    const fromArticle = from && article.contains(from);
    if (!narrow.matches) list.scrollTop += card.getBoundingClientRect().top - list.getBoundingClientRect().top - 8;
    if (!fromArticle && here.length) here[0].scrollIntoView({ block: "center" });
    if (narrow.matches) card.scrollTop = 0;
    card.querySelector("h3").focus({ preventScroll: true });
    return true;
  }

  function choose(event) {
    const target = event.target.closest("[data-claim], [data-open]");
    if (!target || (event.type === "click" && !getSelection().isCollapsed)) return;
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
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && opened) close(true); });
  function fromAddress() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (/^[cs]\d+$/.test(id)) { if (!open(id, null, false)) tell(say("There is no claim {id} here.", { id })); } else if (!id) close(false);
  }
  addEventListener("popstate", fromAddress);
  addEventListener("hashchange", () => { if (!opened || `#${opened.id}` !== location.hash) fromAddress(); });

  let index = null;
  function texts() {
    if (!index) index = new Map(cards.map((card) => [card, `${card.id} ${card.textContent} ${JSON.stringify(data.claims[card.id].evidence.map((item) => [data.figures[item[1]][1], data.sources[data.figures[item[1]][7]][1]]))}`.toLowerCase()]));
    return index;
  }
  function filter() {
    const wanted = chips.filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => chip.dataset.verdict);
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = new Set();
    for (const card of cards) {
      const fits = (!wanted.length || wanted.includes(card.dataset.verdict)) && (!section.value || card.dataset.section === section.value)
        && (!words.length || words.every((item) => texts().get(card).includes(item)));
      if (card.hidden === fits) card.hidden = !fits;
      if (fits) shown.add(card.id);
    }
    for (const mark of marks) mark.classList.toggle("off", !shown.has(mark.dataset.claim));
    const any = wanted.length || words.length || section.value;
    clear.hidden = !any;
    if (opened && opened.hidden) close(false);
    tell(any ? say("{n} of {all} claims shown", { n: shown.size, all: cards.length }) : "");
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
      const verdict = cards.find((card) => card.id === mark.dataset.claim)?.dataset.verdict;
      if (tag && verdict) tag.setAttribute("aria-label", `${mark.dataset.claim}, ${say(verdict)}`);
    }
    for (const mark of article.querySelectorAll("mark[data-role]")) mark.title = say(mark.dataset.role);
    if (opened) { fill(opened); opened.querySelector(".close")?.setAttribute("aria-label", say("Close")); }
    if (!status.textContent) return;
    filter();
  }
  document.querySelector(".languages").addEventListener("click", (event) => {
    const button = event.target.closest("[data-language]");
    if (!button) return;
    try { localStorage.setItem("claimbook-language", button.dataset.language); } catch (refused) { /* not remembered */ }
    translate(button.dataset.language);
  });

  addEventListener("beforeprint", () => { if (opened) opened.querySelectorAll(".more details").forEach((details) => { details.open = true; }); });
  translate(root.lang);
  fromAddress();
  performance.mark("claimbook-ready");
})();
