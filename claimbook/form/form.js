// Keys, clicks on numbers, and the number under review kept in sight. Runs once a page; a later form replaces it.
(() => {
  window.claimbookForm?.abort();
  const { signal } = (window.claimbookForm = new AbortController());
  const KEYS = { KeyN: "next", KeyP: "previous", KeyU: "undecided", KeyZ: "undo", KeyC: "confirm" };
  let column = "", left = null, turn = "", timer = 0;
  let held = null;  // the field that the reviewer is in, until something else is chosen

  const fieldOf = (node) => [...(node?.closest("[class*=claimbook-at-]")?.classList ?? [])].find((name) => name.startsWith("claimbook-at-"));
  const focus = (form) => {
    const place = (name) => form.querySelector(`.${CSS.escape(name)}`);
    const box = [column && place(column), place("claimbook-at-role"), place("claimbook-at-statement_en")].find((node) => node?.checkVisibility());
    box?.querySelector("input, select, textarea")?.focus({ preventScroll: true });
  };
  const turnOf = (form) => form.querySelector("[data-turn]")?.dataset.turn;
  // The fields are drawn piece by piece: the cursor waits until nothing has changed for a moment.
  const settle = (form, pause) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      left = null;
      if (!form.contains(document.activeElement) || document.activeElement === form) focus(form);
    }, pause);
  };
  const sight = (form) => {
    const text = form.querySelector(".claimbook-text"), mark = text?.querySelector("mark[aria-current]");
    if (mark) text.scrollTop = mark.offsetTop - text.offsetTop - text.clientHeight / 3;
  };

  const inFields = (node) => node.closest?.(".claimbook-fields") && node.closest(".claimbook-form");
  window.addEventListener("focusin", ({ target }) => {
    const form = inFields(target);
    held = form ? { form, node: target, column: fieldOf(target) } : target.matches?.(".claimbook-form") ? held : null;
  }, { signal });
  window.addEventListener("pointerdown", ({ target }) => { if (!inFields(target)) held = null; }, { capture: true, signal });
  // A page that is busy draws a field again, or detaches it for a moment; the cursor goes back to where it was.
  const restore = () => {
    if (!held?.form.isConnected || document.activeElement !== document.body) return;
    if (held.node.isConnected) return held.node.focus({ preventScroll: true });
    column = held.column ?? column;
    settle(held.form, 40);
  };

  window.addEventListener("keydown", (event) => {
    const form = event.target.closest?.(".claimbook-form") ?? (event.target === document.body ? held?.form : null);
    if (!form) return;
    const control = event.ctrlKey || event.metaKey;
    const number = /^Digit([1-9])$/.exec(event.code)?.[1];
    const act = control === event.altKey ? null : control ? event.code === "KeyS" && "save" : number ? `take-${number}` : KEYS[event.code];
    // Keys of the notebook, such as x (cuts the cell) on a choice, must not reach it from here.
    if (!control || act || event.code === "Enter") event.stopPropagation();
    if (!act) return;
    event.preventDefault();
    column = fieldOf(event.target) ?? column;
    if (number) {  // what is taken in appears further up, and waits for its relation
      form.claimbookTakes = form.querySelector(`.claimbook-${act}`) && { after: form.querySelector(".claimbook-newest") };
    } else if (act !== "save" && act !== "confirm") {
      left = form.querySelector(".claimbook-fields > *");
      turn = turnOf(form);
      clearTimeout(timer);
    }
    if (!number && act !== "save" && act !== "undo" && act !== "confirm") {  // what is typed before the new fields are there goes nowhere else
      form.tabIndex = -1;
      form.focus({ preventScroll: true });
    }
    // The last letters may still be on their way to the kernel; what is undone are they.
    setTimeout(() => form.querySelector(`.claimbook-${act}`)?.click(), act === "undo" || act === "confirm" ? 200 : 0);
  }, { capture: true, signal });

  window.addEventListener("click", (event) => {
    const mark = event.target.closest?.(".claimbook-text mark[data-stop]");
    const box = mark?.closest(".claimbook-form")?.querySelector(".claimbook-goto input");
    if (!box) return;
    box.value = mark.dataset.stop;
    for (const kind of ["input", "change"]) box.dispatchEvent(new Event(kind, { bubbles: true }));
  }, { signal });

  // What the kernel draws anew: scroll the text, put the cursor back.
  new MutationObserver((changes) => {
    const forms = new Set();
    for (const { target, addedNodes } of changes) {
      const form = target.closest?.(".claimbook-form");
      if (form && addedNodes.length) forms.add(form);
      for (const node of addedNodes) node.querySelectorAll?.(".claimbook-form").forEach((one) => forms.add(one));
    }
    for (const form of forms) {
      const html = form.querySelector(".claimbook-text");
      if (html && html !== form.claimbookText) {
        form.claimbookText = html;
        sight(form);
      }
      const newest = form.claimbookTakes && form.querySelector(".claimbook-newest");
      const relation = newest !== form.claimbookTakes?.after && newest?.querySelector(".claimbook-at-relation select");
      if (relation) {
        form.claimbookTakes = null;
        newest.scrollIntoView({ block: "nearest" });
        relation.focus({ preventScroll: true });
      }
      const fields = form.querySelector(".claimbook-fields > *");
      // Before the kernel has answered, the fields are still those that were left, and must not get the cursor.
      if (left && turnOf(form) !== turn && fields) settle(form, fields === left ? 300 : 40);
    }
    restore();
  }).observe(document.body, { childList: true, subtree: true });
  document.querySelectorAll(".claimbook-form").forEach(sight);
})();
