// Switches the language, and remembers it for the pages below.
(function () {
  "use strict";
  const buttons = [...document.querySelectorAll("[data-language]")];
  function choose(chosen) {
    document.documentElement.lang = chosen;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.language === chosen));
  }
  for (const button of buttons) button.addEventListener("click", () => {
    try { localStorage.setItem("claimbook-language", button.dataset.language); } catch (refused) { /* not remembered */ }
    choose(button.dataset.language);
  });
  choose(document.documentElement.lang);
})();
