// Focus on one element, everywhere at once, kept in the address so that it can be linked to.

// --- Focus: one element everywhere at once ----------------------------------------------------------------------
let focused = null;
let card = null;
let before_card = null;

function clear_focus(keep_address) {
  if (focused === null) return;
  focused = null;
  root.classList.remove('focusing');
  for (const marked of $$('[data-in-focus]')) marked.removeAttribute('data-in-focus');
  for (const marked of $$('[data-dim]')) marked.removeAttribute('data-dim');
  for (const canvas of $$('.has-focus')) canvas.classList.remove('has-focus');
  card?.remove();
  card = null;
  if (!keep_address) history.replaceState(null, '', location.pathname + location.search);
  before_card?.focus?.({ preventScroll: true });
  before_card = null;
}

/** In a picture what is in focus stays, with the edges at it and those at their other ends; the rest steps back. */
function focus_in_picture(canvas, id) {
  const marked = $$('[data-id]', canvas);
  const own = marked.filter((shape) => ids_of(shape).includes(id));
  if (own.length === 0) return;
  const near = new Set([id]);
  for (const shape of own) ids_of(shape).forEach((one) => near.add(one));
  for (const shape of marked) {
    if (own.includes(shape)) shape.setAttribute('data-in-focus', '');
    else if (!near.has(shape.dataset.id) && !own.some((one) => one.contains(shape) || shape.contains(one))) shape.setAttribute('data-dim', '');
  }
  canvas.classList.add('has-focus');
}

/** Focuses an element everywhere. `address` is what the address bar shows; null: as it is. */
function focus(id, address) {
  if (!elements.has(id)) return false;
  if (focused === null) before_card = document.activeElement;
  const kept = before_card;
  before_card = null;
  clear_focus(true);
  before_card = kept;
  focused = id;
  root.classList.add('focusing');
  for (const picture of pictures) focus_in_picture($('.canvas', picture), id);
  for (const row of $$('tr[data-id]')) if (row.dataset.id === id) row.setAttribute('data-in-focus', '');
  show_card(elements.get(id));
  if (address) history.replaceState(null, '', '#' + address.split('/').map(encodeURIComponent).join('/'));
  return true;
}

const section_title = (section) => $('h2', section).textContent;

/** Where on the page the element is shown: the first place in each section. */
function places_of(id) {
  const places = [];
  for (const section of $$('main > section')) {
    const place = $$('[data-id]', section).find((marked) => ids_of(marked).includes(id) && !marked.closest('[data-out]'));
    if (place) places.push([section, place]);
  }
  return places;
}

function go_to(place) {
  for (let fold = place.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  const target = place.closest('.picture') || place;
  target.scrollIntoView({ block: target.matches('.picture') ? 'start' : 'center' });
}

function show_card(element) {
  const [, kind, cluster, , says, ties] = [...element.row.cells];
  const part = (title, cell) => (cell.childNodes.length ? [make('h3', {}, title), ...[...cell.childNodes].map((node) => node.cloneNode(true))] : []);
  card = make('aside', { id: 'card', 'aria-label': element.name, tabindex: '-1' },
    icon_button('close', 'Close (Esc)', () => clear_focus()),
    make('p', { class: 'kind' }, kind.textContent + (cluster.textContent && element.kind !== 'cluster' ? ' · ' + cluster.textContent : '')),
    make('h2', {}, element.name), ...part('What the map says', says), ...part('Tied to', ties), make('h3', {}, 'On this page'),
    make('div', { class: 'places' }, ...places_of(element.id).map(([section, place]) => make('button', { type: 'button', onclick: () => go_to(place) }, section_title(section)))));
  $('button', card).classList.add('close');
  document.body.append(card);
  card.focus({ preventScroll: true });
}

/** "gap/booked-fast" from where something was clicked. */
const address_of = (id, place) => (place.closest('section')?.dataset.link || 'element') + '/' + id;

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#element/"]');
  if (link) {
    const id = decodeURIComponent(link.getAttribute('href').slice('#element/'.length));
    if (focus(id, address_of(id, link))) event.preventDefault();
    return;
  }
  const shape = event.target.closest('.canvas [data-id]');
  if (shape) {
    const id = ids_of(shape).find((one) => elements.has(one));
    if (id === focused) clear_focus();
    else if (id) focus(id, address_of(id, shape));
  } else if (event.target.closest('.canvas')) clear_focus();
});

/** "#gap/booked-fast": the row there, else the first place in that section, and the element in focus. */
function follow_address() {
  const address = location.hash.slice(1).split('/').map((part) => { try { return decodeURIComponent(part); } catch { return part; } }).join('/');
  const cut = address.indexOf('/');
  if (cut < 0) return;
  const id = address.slice(cut + 1);
  const section = $$('main > section').find((one) => one.dataset.link === address.slice(0, cut));
  const place = document.getElementById(address) || (section && $$('[data-id]', section).find((marked) => ids_of(marked).includes(id)));
  focus(id, null);
  if (place) go_to(place);
}
addEventListener('hashchange', follow_address);
