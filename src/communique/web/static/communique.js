// What makes the pages better; all of them work without it.
"use strict";

(function theme() {
  const root = document.documentElement;
  const button = document.querySelector("[data-theme-switch]");
  const kept = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  if (kept() === "dark" || kept() === "light") root.dataset.theme = kept();
  if (!button) return;
  button.hidden = false;
  const say = () => { button.textContent = dark() ? "Light" : "Dark"; };
  say();
  button.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch { /* a browser that keeps nothing */ }
    say();
  });
})();

// A report: its words and its records point at each other.
(function report() {
  const text = document.querySelector(".text[data-report]");
  if (!text) return;
  const words = new Map();
  for (const piece of text.querySelectorAll("[data-records]"))
    for (const id of piece.dataset.records.split(" ")) words.set(id, [...(words.get(id) || []), piece]);
  const light = (ids, on) => {
    for (const id of ids) {
      for (const piece of words.get(id) || []) piece.classList.toggle("lit", on);
      document.getElementById("r-" + id)?.classList.toggle("lit", on);
    }
  };
  for (const record of document.querySelectorAll(".record[id^='r-']")) {
    const ids = [record.id.slice(2)];
    for (const [type, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]])
      record.addEventListener(type, () => light(ids, on));
  }
  for (const piece of text.querySelectorAll("[data-records]"))
    for (const [type, on] of [["mouseenter", true], ["mouseleave", false], ["focus", true], ["blur", false]])
      piece.addEventListener(type, () => light(piece.dataset.records.split(" "), on));
})();
