// Before anything is shown: which language, and that scripts run.
(function () {
  let chosen = new URLSearchParams(location.search).get("lang");
  try { if (!chosen) chosen = localStorage.getItem("claimbook-language"); } catch (refused) { /* none is remembered */ }
  if (chosen !== "en" && chosen !== "zh") {
    const wanted = (navigator.languages || [navigator.language || "en"]).map((tag) => tag.slice(0, 2).toLowerCase());
    chosen = wanted.find((tag) => tag === "en" || tag === "zh") || "en";
  }
  document.documentElement.lang = chosen;
  document.documentElement.classList.add("js");
})();
