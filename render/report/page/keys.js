// Light and dark, the keys of the page, and what happens on paper.

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
function mark_section() {
  const id = sections[current_section()].id;
  for (const link of links) {
    const is_here = link.getAttribute('href') === '#' + id;
    if (is_here && !link.hasAttribute('aria-current')) link.parentElement.scrollTo({ left: link.offsetLeft - link.parentElement.offsetLeft - 40 });
    if (is_here) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}
addEventListener('scroll', () => requestAnimationFrame(mark_section), { passive: true });
mark_section();

// Paper shows what is folded, whole pictures, and no focus.
addEventListener('beforeprint', () => {
  clear_focus(true);
  controls.forEach((control) => control.fit());
  for (const fold of $$('.fold:not([open])')) { fold.open = true; fold.dataset.opened = ''; }
});
addEventListener('afterprint', () => { for (const fold of $$('[data-opened]')) { fold.open = false; delete fold.dataset.opened; } });

follow_address();
