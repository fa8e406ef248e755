// One key is an answer. The page does the same without this script; the reader can turn the keys off.
"use strict";

const STORED = "rodedraad-toetsen";
const byKey = new Map([...document.querySelectorAll("[data-key]")].map((one) => [one.dataset.key, one]));
const box = document.querySelector("#toetsen");
let answered = false;

function remembered() {
  try {
    return localStorage.getItem(STORED) !== "uit";
  } catch {
    return true;
  }
}

function use(on) {
  document.documentElement.classList.toggle("rv-keys", on);
  try {
    localStorage.setItem(STORED, on ? "aan" : "uit");
  } catch {
    // Without storage the choice holds for this page.
  }
}

function pressed(event) {
  const typing = event.target instanceof Element && event.target.matches("input:not([type=checkbox]), textarea, select");
  if (!box.checked || typing || event.repeat || event.ctrlKey || event.altKey || event.metaKey || answered) return;
  const found = byKey.get(event.key.toLowerCase());
  if (!found) return;
  event.preventDefault();
  answered = true;
  found.click();
}

if (box) {
  box.checked = remembered();
  use(box.checked);
  box.closest("[hidden]").hidden = false;
  box.addEventListener("change", () => use(box.checked));
  document.addEventListener("keydown", pressed);
  window.addEventListener("pageshow", () => { answered = false; });
}
