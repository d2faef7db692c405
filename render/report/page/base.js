// The page of a report: what its other scripts share. Everything is read from the page itself; without scripts it
// holds the same content. The files are joined into one function, in the order given in CMakeLists.txt.

'use strict';
const root = document.documentElement;
const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
const svg_ns = 'http://www.w3.org/2000/svg';
root.classList.add('js');

/** An element with properties, attributes and children; text goes in as text. */
function make(name, given = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const icons = {
  plus: 'M8 3v10M3 8h10', minus: 'M3 8h10', fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  large: 'M9.5 6.5 13 3M10 3h3v3M6.5 9.5 3 13M6 13H3v-3', moon: 'M13 9.5A5.5 5.5 0 1 1 6.5 3 4.5 4.5 0 0 0 13 9.5Z', close: 'M4 4l8 8M12 4l-8 8',
};
function icon_button(icon, label, act) {
  const drawing = document.createElementNS(svg_ns, 'svg');
  drawing.setAttribute('viewBox', '0 0 16 16');
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg_ns, 'path');
  path.setAttribute('d', icons[icon]);
  drawing.append(path);
  return make('button', { type: 'button', class: 'icon', 'aria-label': label, title: label, onclick: act }, drawing);
}
const text_button = (text, label, act) => make('button', { type: 'button', 'aria-label': label, title: label, onclick: act }, text);

const said = make('div', { id: 'said', role: 'status' });
document.body.append(said);
let silence = 0;
function say(words) {
  said.textContent = words;
  clearTimeout(silence);
  silence = setTimeout(() => { said.textContent = ''; }, 2500);
}

// --- The elements of the map, from the index at the end of the page ---------------------------------------------
const elements = new Map();
for (const row of $$('.elements tbody tr')) {
  const id = row.id.slice('element/'.length);
  row.dataset.id = id;
  elements.set(id, {
    id, row, name: $('b', row).textContent, kind: row.cells[1].textContent, cluster: row.cells[2].textContent, tags: $$('.tag', row).map((tag) => tag.textContent),
  });
}
/** The ids that a shape or row is about: one, or the two ends of an edge: "a>b" or "a b". */
const ids_of = (marked) => (elements.has(marked.dataset.id) ? [marked.dataset.id] : marked.dataset.id.split(/[> ]/));

// --- Pictures: names for screen readers instead of the browser's slow tooltips ----------------------------------
const pictures = $$('.picture');
for (const title of $$('.canvas g > title')) {
  const shape = title.parentElement;
  shape.setAttribute('role', 'graphics-symbol');
  const more = $(':scope > desc', shape);
  shape.setAttribute('aria-label', title.textContent + (more ? '. ' + more.textContent : ''));
  shape.dataset.title = title.textContent;
  if (more) shape.dataset.more = more.textContent;
  title.remove();
  if (more) more.remove();
}

// --- Hover ------------------------------------------------------------------------------------------------------
const tip = make('div', { id: 'tip', 'aria-hidden': 'true' });
document.body.append(tip);
function show_tip(shape, x, y) {
  tip.replaceChildren(make('b', {}, shape.dataset.title));
  if (shape.dataset.more) tip.append(make('span', {}, shape.dataset.more));
  tip.style.display = 'block';
  const box = tip.getBoundingClientRect();
  tip.style.left = Math.max(8, Math.min(x + 14, innerWidth - box.width - 8)) + 'px';
  tip.style.top = (y + 20 + box.height > innerHeight ? Math.max(8, y - box.height - 12) : y + 20) + 'px';
}
let beside = null; // the shape that the keyboard has led to, while the tip tells of it
function show_tip_beside(shape) {
  const box = shape.getBoundingClientRect();
  show_tip(shape, box.x + box.width / 2, box.y + box.height);
  beside = shape;
}
const hide_tip = () => { tip.style.display = 'none'; beside = null; };
document.addEventListener('pointermove', (event) => {
  const shape = event.pointerType !== 'touch' && event.target.closest?.('.canvas g[data-title]');
  beside = null;
  if (shape) show_tip(shape, event.clientX, event.clientY);
  else hide_tip();
});
// What is focused may have to be scrolled to: then the tip goes along.
addEventListener('scroll', () => { if (beside) show_tip_beside(beside); else hide_tip(); }, { passive: true });
