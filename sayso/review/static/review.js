"use strict";
// Keys. Everything they do, a link, a button or a field of the page does as well.
let sent = false;
addEventListener("pageshow", () => { sent = false; });
addEventListener("submit", (event) => {
  if (sent) event.preventDefault();
  sent = true;
});
addEventListener("keydown", (event) => {
  const at = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  if (event.key === "Escape") at.blur();
  if (at.matches("input:not([type=checkbox]), textarea, select")) return;
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
