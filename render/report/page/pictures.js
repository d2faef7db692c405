// Pictures: pan, zoom, copies as SVG or PNG, tools and keys.

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
const shared_looks = { round: { ...round, 'stroke-linecap': 'round' }, halo: { ...round, 'stroke-width': 3 } };
/** The looks that many shapes have, each a rule of the page. */
const looks_of = new Map([...$('#looks').sheet.cssRules].map(rule => [/k\d+/.exec(rule.selectorText)[0], rule.style]));
function with_own_looks(shape) {
  for (const name of [...shape.classList].filter(name => looks_of.has(name))) {
    const looks = looks_of.get(name);
    for (const key of looks) shape.setAttribute(key, looks.getPropertyValue(key).trim().replace(/px/g, ''));
    shape.classList.remove(name);
  }
  if (!shape.classList.length) shape.removeAttribute('class');
}
/** Office programs draw a stroke over the letters whatever paint-order says: in a copy the halo is a text of its own. */
function part_halo(text) {
  const halo = text.cloneNode(true);
  for (const shape of [halo, ...$$('tspan', halo)]) shape.removeAttribute('fill');
  halo.setAttribute('fill', halo.getAttribute('stroke'));
  halo.setAttribute('aria-hidden', 'true');
  text.before(halo);
  text.removeAttribute('stroke');
  text.removeAttribute('class');
}
/** The picture as a file of its own: whole, with literal colours, its font, and its names as titles again. */
function standalone(drawing) {
  const copy = drawing.cloneNode(true);
  const styles = getComputedStyle(root);
  for (const shape of [copy, ...$$('*', copy)]) {
    with_own_looks(shape);
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
  $$('.halo', copy).forEach(part_halo);
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
    show_tip_beside(shape);
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
