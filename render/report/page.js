// A report's page: pan and zoom, hover, focus of one element everywhere, filters, sorting, copies, deep links, keys.
// Everything is read from the page itself; without this script the page holds the same content.
(() => {
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
  const hide_tip = () => { tip.style.display = 'none'; };
  document.addEventListener('pointermove', (event) => {
    const shape = event.pointerType !== 'touch' && event.target.closest?.('.canvas g[data-title]');
    if (shape) show_tip(shape, event.clientX, event.clientY);
    else hide_tip();
  });
  addEventListener('scroll', hide_tip, { passive: true });

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
  function sort_value(cell) {
    const text = cell.dataset.sort ?? cell.textContent.trim();
    const number = Number(text);
    if (text !== '' && !Number.isNaN(number)) return number;
    return cell.classList.contains('right') ? number_in(text) : text === '–' ? null : text;
  }
  function compare(a, b) {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;  // what is missing stands last either way
    return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en', { numeric: true });
  }
  function sort_by(head, table) {
    const column = head.cellIndex;
    const way = head.getAttribute('aria-sort') === 'ascending' ? -1 : head.getAttribute('aria-sort') === 'descending' ? 1 : head.classList.contains('right') ? -1 : 1;
    for (const other of $$('th[aria-sort]', table)) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', way > 0 ? 'ascending' : 'descending');
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [sort_value(row.cells[column]), row]);
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

  // --- Pan and zoom -----------------------------------------------------------------------------------------------
  function zoomable(picture) {
    const canvas = $('.canvas', picture);
    const drawing = $('svg', canvas);
    const whole = drawing.viewBox.baseVal;
    const [width, height] = [whole.width, whole.height];
    const view = { x: 0, y: 0, scale: 1 };
    function show() {
      view.scale = Math.min(12, Math.max(1, view.scale));
      view.x = Math.min(width - width / view.scale, Math.max(0, view.x));
      view.y = Math.min(height - height / view.scale, Math.max(0, view.y));
      drawing.setAttribute('viewBox', [view.x, view.y, width / view.scale, height / view.scale].map((n) => Math.round(n * 100) / 100).join(' '));
      canvas.classList.toggle('zoomed', view.scale > 1.001);
    }
    /** The point of the picture under a point of the screen. */
    function at(x, y) {
      const point = new DOMPoint(x, y).matrixTransform(drawing.getScreenCTM().inverse());
      return [point.x, point.y];
    }
    function zoom(by, x, y) {
      const box = drawing.getBoundingClientRect();
      const [px, py] = at(x ?? box.x + box.width / 2, y ?? box.y + box.height / 2);
      const scale = Math.min(12, Math.max(1, view.scale * by));
      view.x = px - (px - view.x) * (view.scale / scale);
      view.y = py - (py - view.y) * (view.scale / scale);
      view.scale = scale;
      show();
    }
    const fit = () => { Object.assign(view, { x: 0, y: 0, scale: 1 }); show(); };
    canvas.addEventListener('wheel', (event) => {
      if (!event.ctrlKey && !event.metaKey && !picture.classList.contains('large')) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / (event.ctrlKey && Math.abs(event.deltaY) < 40 ? 80 : 400)), event.clientX, event.clientY);
    }, { passive: false });
    canvas.addEventListener('dblclick', (event) => { event.preventDefault(); zoom(2, event.clientX, event.clientY); });

    const held = new Map();
    let moved = 0;
    canvas.addEventListener('pointerdown', (event) => { if (event.button === 0) { held.set(event.pointerId, [event.clientX, event.clientY]); moved = 0; } });
    canvas.addEventListener('pointermove', (event) => {
      const last = held.get(event.pointerId);
      if (!last) return;
      if (held.size === 2) {
        const [other] = [...held].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
        const apart = (point) => Math.hypot(point[0] - other[0], point[1] - other[1]);
        zoom(apart([event.clientX, event.clientY]) / Math.max(1, apart(last)), (event.clientX + other[0]) / 2, (event.clientY + other[1]) / 2);
      } else if (view.scale > 1) {
        const [x0, y0] = at(...last);
        const [x1, y1] = at(event.clientX, event.clientY);
        view.x -= x1 - x0;
        view.y -= y1 - y0;
        show();
      }
      moved += Math.abs(event.clientX - last[0]) + Math.abs(event.clientY - last[1]);
      if (moved > 6 && view.scale > 1) { canvas.classList.add('dragging'); canvas.setPointerCapture(event.pointerId); hide_tip(); }
      held.set(event.pointerId, [event.clientX, event.clientY]);
    });
    const release = (event) => { held.delete(event.pointerId); canvas.classList.remove('dragging'); };
    canvas.addEventListener('pointerup', release);
    canvas.addEventListener('pointercancel', release);
    canvas.addEventListener('pointerleave', release);
    // The click that ends a drag chooses nothing.
    canvas.addEventListener('click', (event) => { if (moved > 6 && view.scale > 1) event.stopPropagation(); }, true);

    /** Brings a shape into view where the picture is zoomed. */
    function reveal(shape) {
      if (view.scale <= 1) return;
      const box = shape.getBoundingClientRect();
      const [x, y] = at(box.x + box.width / 2, box.y + box.height / 2);
      view.x = x - width / view.scale / 2;
      view.y = y - height / view.scale / 2;
      show();
    }
    function enlarge() {
      const large = picture.classList.toggle('large');
      document.body.style.overflow = large ? 'hidden' : '';
      fit();
      canvas.focus();
    }
    return { picture, canvas, drawing, zoom, fit, reveal, enlarge, restore: () => { if (picture.classList.contains('large')) { enlarge(); return true; } return false; } };
  }

  // --- Copies -----------------------------------------------------------------------------------------------------
  /** What the page's style says for all pictures, as attributes: office programs know no style sheets. */
  const round = { 'stroke-linejoin': 'round' };
  const shared_looks = { round: { ...round, 'stroke-linecap': 'round' }, halo: { ...round, 'stroke-width': 3, 'paint-order': 'stroke' } };
  /** The picture as a file of its own: whole, with literal colours, its font, and its names as titles again. */
  function standalone(drawing) {
    const copy = drawing.cloneNode(true);
    const styles = getComputedStyle(root);
    for (const shape of [copy, ...$$('*', copy)]) {
      for (const name of ['fill', 'stroke']) {
        const variable = /^var\((--c\d+)\)$/.exec(shape.getAttribute(name) || '');
        if (variable) shape.setAttribute(name, styles.getPropertyValue(variable[1]).trim());
      }
      for (const name of ['data-in-focus', 'data-dim', 'data-out', 'tabindex', 'aria-label', 'data-more']) shape.removeAttribute(name);
      if (shape.dataset?.title) {
        const title = document.createElementNS(svg_ns, 'title');
        title.textContent = shape.dataset.title;
        shape.prepend(title);
        shape.removeAttribute('data-title');
      }
    }
    copy.setAttribute('viewBox', `0 0 ${copy.getAttribute('width')} ${copy.getAttribute('height')}`);
    const style = document.createElementNS(svg_ns, 'style');
    style.textContent = $('#fonts').textContent + 'text{font-feature-settings:"calt" 0,"liga" 0}';
    for (const [name, looks] of Object.entries(shared_looks)) {
      for (const shape of $$('.' + name, copy)) {
        for (const [key, value] of Object.entries(looks)) shape.setAttribute(key, value);
        shape.removeAttribute('class');
      }
    }
    copy.prepend(style);
    return new XMLSerializer().serializeToString(copy);
  }
  function download(blob, name) {
    const link = make('a', { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
  async function png_of(drawing) {
    const image = new Image();
    const scale = 2;
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(standalone(drawing));
    await image.decode();
    const canvas = make('canvas', { width: drawing.getAttribute('width') * scale, height: drawing.getAttribute('height') * scale });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  }
  /** To the clipboard, or as a file where the browser gives no access to it. */
  async function copy_svg(picture, drawing) {
    const text = standalone(drawing);
    try {
      await navigator.clipboard.writeText(text);
      say('SVG copied');
    } catch {
      download(new Blob([text], { type: 'image/svg+xml' }), picture.dataset.name + '.svg');
      say('SVG saved');
    }
  }
  async function copy_png(picture, drawing) {
    const blob = await png_of(drawing);
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
      say('PNG copied');
    } catch {
      download(blob, picture.dataset.name + '.png');
      say('PNG saved');
    }
  }

  // --- A picture's tools and keys ---------------------------------------------------------------------------------
  const controls = pictures.map((picture) => {
    const control = zoomable(picture);
    const { canvas, drawing } = control;
    picture.append(make('div', { class: 'tools', role: 'group', 'aria-label': 'Picture' },
      icon_button('minus', 'Smaller (−)', () => control.zoom(1 / 1.5)), icon_button('plus', 'Larger (+)', () => control.zoom(1.5)),
      icon_button('fit', 'Whole picture (0)', control.fit), icon_button('large', 'Fill the window (F)', control.enlarge),
      text_button('SVG', 'Copy as SVG', () => copy_svg(picture, drawing)), text_button('PNG', 'Copy as PNG', () => copy_png(picture, drawing))));
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'group');
    canvas.setAttribute('aria-label', $('title', drawing).textContent + '. Arrow keys go from element to element, Enter focuses one.');
    const stops = $$('g[data-title][data-id]', drawing);
    let here = -1;
    function step(by) {
      if (stops.length === 0) return;
      here = here < 0 && by < 0 ? stops.length - 1 : (here + by + stops.length) % stops.length;
      const shape = stops[here];
      shape.setAttribute('tabindex', '-1');
      shape.focus({ preventScroll: control.canvas.classList.contains('zoomed') });
      control.reveal(shape);
      const box = shape.getBoundingClientRect();
      show_tip(shape, box.x + box.width / 2, box.y + box.height);
    }
    canvas.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const keys = {
        ArrowRight: () => step(1), ArrowDown: () => step(1), ArrowLeft: () => step(-1), ArrowUp: () => step(-1), '+': () => control.zoom(1.5), '=': () => control.zoom(1.5),
        '-': () => control.zoom(1 / 1.5), 0: control.fit, f: control.enlarge,
        Enter: () => { const shape = stops[here]; const id = shape && ids_of(shape).find((one) => elements.has(one)); if (id) focus(id, address_of(id, shape)); },
      };
      if (!keys[event.key]) return;
      event.preventDefault();
      event.stopPropagation();
      keys[event.key]();
    });
    canvas.addEventListener('blur', hide_tip, true);
    return control;
  });

  // --- Light and dark ---------------------------------------------------------------------------------------------
  const remembered = { get: () => { try { return localStorage.getItem('outmap-theme'); } catch { return null; } }, set: (theme) => { try { localStorage.setItem('outmap-theme', theme); } catch { /* a page of a file may keep nothing */ } } };
  if (['light', 'dark'].includes(remembered.get())) root.dataset.theme = remembered.get();
  function switch_theme() {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    remembered.set(root.dataset.theme);
  }

  // --- Keys of the page -------------------------------------------------------------------------------------------
  const help = make('dialog', { 'aria-labelledby': 'help-title' }, make('h2', { id: 'help-title' }, 'Keys'),
    make('dl', {}, ...[['/', 'find and filter'], ['J, K', 'next and previous section'], ['D', 'light or dark'], ['Esc', 'end focus, leave the large picture, clear filters'], ['?', 'these keys'],
      ['← →', 'in a picture: from element to element'], ['Enter', 'in a picture: focus the element everywhere'], ['+ − 0', 'in a picture: larger, smaller, whole'], ['F', 'in a picture: fill the window'],
      ['Ctrl + wheel', 'zoom at the pointer; drag to move']].map(([key, what]) => make('div', {}, make('dt', {}, make('kbd', {}, key)), make('dd', {}, what)))),
    make('button', { type: 'button', onclick: () => help.close() }, 'Close'));
  document.body.append(help);
  $('.bar').append(make('div', { class: 'tools' }, icon_button('moon', 'Light or dark (D)', switch_theme), text_button('?', 'Keys (?)', () => help.showModal())));

  const sections = $$('main > section');
  function current_section() {
    const line = scrollY + 140;
    return sections.reduce((found, section, i) => (section.offsetTop <= line ? i : found), 0);
  }
  const go_section = (by) => sections[Math.max(0, Math.min(sections.length - 1, current_section() + by))].scrollIntoView();
  function escape() {
    if (controls.some((control) => control.restore())) return;
    if (focused !== null) clear_focus();
    else if (root.classList.contains('filtering')) { form.reset(); filter(); }
  }
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.key === 'Escape') { escape(); return; }
    if (event.target.matches('input, select, textarea')) return;
    const keys = { '/': () => $('input', form).focus(), j: () => go_section(1), k: () => go_section(-1), d: switch_theme, '?': () => help.showModal() };
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  // Which section is being read.
  const links = $$('.bar nav a');
  const watch = new IntersectionObserver(() => {
    const id = sections[current_section()].id;
    for (const link of links) {
      const is_here = link.getAttribute('href') === '#' + id;
      if (is_here && !link.hasAttribute('aria-current')) link.parentElement.scrollTo({ left: link.offsetLeft - link.parentElement.offsetLeft - 40 });
      if (is_here) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }, { rootMargin: '-130px 0px -60% 0px', threshold: [0, 0.02, 0.1, 0.5] });
  sections.forEach((section) => watch.observe(section));

  // Paper shows what is folded, whole pictures, and no focus.
  addEventListener('beforeprint', () => {
    clear_focus(true);
    controls.forEach((control) => control.fit());
    for (const fold of $$('.fold:not([open])')) { fold.open = true; fold.dataset.opened = ''; }
  });
  addEventListener('afterprint', () => { for (const fold of $$('[data-opened]')) { fold.open = false; delete fold.dataset.opened; } });

  follow_address();
})();
