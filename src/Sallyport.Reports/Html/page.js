'use strict';
const list = document.getElementById('findings');
const form = document.getElementById('filter');
const findings = Array.from(list.children);
const texts = [];
const textOf = i => texts[i] ??= findings[i].textContent.toLowerCase();
const field = name => form.elements[name];
findings.forEach((finding, i) => { finding.order = i; });

function filter() {
  const words = field('text').value.toLowerCase().split(/\s+/).filter(Boolean);
  const path = field('path').value.toLowerCase();
  const rule = field('rule').value;
  const levels = new Set(Array.from(form.querySelectorAll('[name=level]:checked'), box => box.value));
  const suppressed = field('suppressed')?.checked ?? false;
  let shown = 0;
  findings.forEach((finding, i) => {
    const data = finding.dataset;
    const fits = levels.has(data.level)
      && (suppressed || data.suppressed === undefined)
      && (!rule || data.rule === rule)
      && (!path || data.path.toLowerCase().includes(path))
      && words.every(word => textOf(i).includes(word));
    if (finding.hidden === fits) finding.hidden = !fits;
    if (fits) shown++;
  });
  document.getElementById('count').textContent = `${shown.toLocaleString('en')} of ${findings.length.toLocaleString('en')} shown`;
  document.getElementById('none').hidden = shown > 0 || findings.length === 0;
}

const rank = { error: 0, warning: 1, note: 2 };
const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
const orders = {
  level: (a, b) => rank[a.dataset.level] - rank[b.dataset.level] || a.order - b.order,
  path: (a, b) => compare(a.dataset.path, b.dataset.path) || a.order - b.order,
  rule: (a, b) => compare(a.dataset.rule, b.dataset.rule) || a.order - b.order,
};
function sort() {
  list.append(...Array.from(list.children).sort(orders[field('sort').value]));
}

let waiting = 0;
form.addEventListener('input', event => {
  if (event.target.name === 'sort') sort();
  clearTimeout(waiting);
  waiting = setTimeout(filter, event.target.type === 'search' ? 120 : 0);
});
form.addEventListener('submit', event => event.preventDefault());
form.addEventListener('reset', () => setTimeout(() => { sort(); filter(); }));
document.getElementById('all').addEventListener('click', event => {
  const open = event.target.dataset.open !== 'true';
  findings.forEach(finding => { if (!finding.hidden) finding.open = open; });
  event.target.dataset.open = open;
  event.target.textContent = open ? 'Close all' : 'Open all';
});
document.getElementById('theme').addEventListener('click', () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
});

function move(step) {
  const shown = Array.from(list.children).filter(finding => !finding.hidden);
  const at = shown.indexOf(document.activeElement.closest('.finding'));
  const next = shown[Math.min(shown.length - 1, Math.max(0, at + step))];
  next?.querySelector('summary').focus();
  next?.scrollIntoView({ block: 'center' });
}
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.matches('input, select');
  if (event.key === 'Escape' && typing) form.reset();
  else if (typing) return;
  else if (event.key === '/') { event.preventDefault(); field('text').focus(); }
  else if (event.key === 'j') move(1);
  else if (event.key === 'k') move(-1);
});

// A closed finding prints without its frame: what is shown is opened for the paper and closed again.
let opened = [];
addEventListener('beforeprint', () => {
  opened = findings.filter(finding => !finding.hidden && !finding.open);
  opened.forEach(finding => { finding.open = true; });
});
addEventListener('afterprint', () => opened.forEach(finding => { finding.open = false; }));

document.querySelectorAll('.script').forEach(part => { part.hidden = false; });
filter();
