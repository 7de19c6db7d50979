"use strict";
// Keys. Everything they do, a link, a button or a field of the page does as well.
let sent = false;
addEventListener("pageshow", () => { sent = false; });
addEventListener("submit", (event) => {
  if (sent) event.preventDefault();
  sent = true;
});
const keys = document.querySelector("[data-keys]") ?? {};
keys.checked = !document.cookie.includes("sayso-keys=off");
keys.onchange = () => { document.cookie = `sayso-keys=${keys.checked ? "on" : "off"}; path=/; max-age=31536000; samesite=strict`; };
addEventListener("keydown", (event) => {
  const at = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  if (event.key === "Escape") at.blur();
  if (at.matches("input:not([type=checkbox]), textarea, select") || keys.checked === false) return;
  const rows = [...document.querySelectorAll("[data-row]")];
  const step = { j: 1, k: -1 }[event.key];
  if (rows.length && step) {
    const next = rows[rows.indexOf(at) + step] ?? (rows.includes(at) ? at : rows[0]);
    next.focus();
    return;
  }
  const found = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
  if (!found) return;
  event.preventDefault();
  const needed = found.form?.elements[found.dataset.needs];
  const field = needed && !needed.value.trim() ? needed : found.matches("input") ? found : null;
  if (!field) return found.click();
  for (let around = field.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  field.focus();
});
// Marking words of the article fills the field that was last in use with them and their place, in code points.
let field;
addEventListener("focusin", (event) => { if (event.target.matches("[data-mark]")) field = event.target; });
addEventListener("input", (event) => { if (event.target.matches("[data-mark]")) event.target.form.elements[`${event.target.name}_at`].value = ""; });
document.addEventListener("selectionchange", () => {
  const marked = getSelection();
  const words = marked.rangeCount && !marked.isCollapsed ? marked.getRangeAt(0) : null;
  const within = (node) => (node.closest ? node : node.parentElement).closest("[data-at]");
  const text = words && within(words.startContainer);
  const into = field ?? document.querySelector("details[open] > form > label > [data-mark]");
  if (!text || !into || text !== within(words.endContainer)) return;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(words.startContainer, words.startOffset);
  const start = Number(text.dataset.at) + [...before.toString()].length;
  into.value = words.toString().replace(/\s+/g, " ").trim();
  into.form.elements[`${into.name}_at`].value = into.value ? `${start}-${start + [...words.toString()].length}` : "";
});
