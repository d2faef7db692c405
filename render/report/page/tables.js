// Filters, and tables that sort.

// --- Filters ----------------------------------------------------------------------------------------------------
const form = $('.filters');
form.hidden = false;
form.addEventListener('submit', (event) => event.preventDefault());
function filter() {
  const wanted = Object.fromEntries(new FormData(form));
  const words = (wanted.words || '').trim().toLocaleLowerCase();
  for (const field of form.elements) if (field.name) field.classList.toggle('in-use', field.value !== '');
  const on = Boolean(words || wanted.kind || wanted.cluster || wanted.tag);
  root.classList.toggle('filtering', on);
  const fits = (element) => (!words || (element.name + ' ' + element.id).toLocaleLowerCase().includes(words)) && (!wanted.kind || element.kind === wanted.kind)
    && (!wanted.cluster || element.cluster === wanted.cluster) && (!wanted.tag || element.tags.includes(wanted.tag));
  const kept = new Set([...elements.values()].filter((element) => on && fits(element)).map((element) => element.id));
  for (const marked of $$('tr[data-id], .canvas [data-id]')) {
    const known = ids_of(marked).filter((id) => elements.has(id));
    marked.toggleAttribute('data-out', on && known.length > 0 && !known.some((id) => kept.has(id)));
  }
  if (on) say(kept.size === 1 ? '1 element' : kept.size + ' elements');
}
form.addEventListener('input', filter);

// --- Tables that sort -------------------------------------------------------------------------------------------
const number_in = (text) => { const found = text.replace(/[,\u00a0]/g, '').replace(/\u2212/g, '-').match(/-?\d+(\.\d+)?/); return found ? Number(found[0]) : null; };
function sort_value(cell, counts) {
  const text = cell.dataset.sort ?? cell.textContent.trim();
  const number = Number(text);
  if (text !== '' && !Number.isNaN(number)) return number;
  return counts ? number_in(text) : text === '–' ? null : text;
}
function compare(a, b) {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;  // what is missing stands last either way
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en', { numeric: true });
}
function sort_by(head, table) {
  const column = head.cellIndex;
  const counts = head.classList.contains('right');
  const way = head.getAttribute('aria-sort') === 'ascending' ? -1 : head.getAttribute('aria-sort') === 'descending' ? 1 : counts ? -1 : 1;
  for (const other of $$('th[aria-sort]', table)) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', way > 0 ? 'ascending' : 'descending');
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => [sort_value(row.cells[column], counts), row]);
  rows.sort(([a], [b]) => (a === null || b === null ? compare(a, b) : way * compare(a, b)));
  body.append(...rows.map(([, row]) => row));
}
for (const table of $$('.table table')) {
  if (table.tBodies[0].rows.length < 2) continue;
  for (const head of $$('th', table)) {
    const button = make('button', { type: 'button', onclick: () => sort_by(head, table) }, head.textContent);
    head.replaceChildren(button);
  }
}
