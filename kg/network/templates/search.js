// The search box: a combobox over all leaders, drawn or not.

const MOST_RESULTS = 12;

const searchTexts = [...leaders.values()].map(({ id, label, country, posts }) => ({ key: id, text: folded([label, country, ...posts].join(' ')) }));

function findLeaders(words) {
  const parts = folded(words).split(/\s+/).filter(Boolean);
  const found = searchTexts.filter(({ text }) => parts.every((part) => text.includes(part)));
  const activity = ({ key }) => currentView.leaderCounts.get(key) || 0;
  return found.sort((a, b) => activity(b) - activity(a)).slice(0, MOST_RESULTS).map(({ key }) => key);
}

function buildSearch() {
  const box = byId('search');
  box.addEventListener('input', showResults);
  box.addEventListener('focus', showResults);
  box.addEventListener('blur', closeResults);
  box.addEventListener('keydown', moveInResults);
  byId('search-results').addEventListener('pointerdown', (event) => {
    event.preventDefault();
    const row = event.target.closest('[role=option]');
    if (row) chooseResult(row);
  });
}

function showResults() {
  const rows = findLeaders(byId('search').value).map((key, place) => {
    const { label, country } = leaders.get(key);
    const row = element('li', { role: 'option', id: `result-${place}`, 'aria-selected': 'false', dir: 'auto' }, label, element('small', {}, country));
    row.dataset.key = key;
    return row;
  });
  byId('search-results').replaceChildren(...(rows.length ? rows : [element('li', { className: 'nothing' }, 'Nobody of that name')]));
  openResults(true);
  if (byId('search').value && rows.length) mark(rows[0]);
}

function openResults(open) {
  byId('search-results').hidden = !open;
  byId('search').setAttribute('aria-expanded', String(open));
  if (!open) byId('search').removeAttribute('aria-activedescendant');
}

const closeResults = () => openResults(false);
const markedRow = () => byId('search-results').querySelector('[aria-selected=true]');

function mark(row) {
  const before = markedRow();
  if (before) before.setAttribute('aria-selected', 'false');
  row.setAttribute('aria-selected', 'true');
  row.scrollIntoView({ block: 'nearest' });
  byId('search').setAttribute('aria-activedescendant', row.id);
}

function moveInResults(event) {
  const rows = [...byId('search-results').querySelectorAll('[role=option]')];
  const place = rows.indexOf(markedRow());
  if (event.key === 'ArrowDown' && rows.length) mark(rows[(place + 1) % rows.length]);
  else if (event.key === 'ArrowUp' && rows.length) mark(rows[(place - 1 + rows.length) % rows.length]);
  else if (event.key === 'Enter' && place >= 0) chooseResult(rows[place]);
  else if (event.key === 'Escape') closeResults();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function chooseResult(row) {
  byId('search').value = '';
  closeResults();
  choose('leader', row.dataset.key);
  byId('panel').focus();
}
