// The search box: a combobox over all leaders, drawn or not.

const MOST_RESULTS = 12;

const searchTexts = [...leaders.values()].map(({ id, label, country, posts, spellings }) => ({ key: id, text: folded([label, country, ...posts, ...spellings].join(' ')) }));

function findLeaders(words) {
  const parts = folded(words).split(/\s+/).filter(Boolean);
  const exact = searchTexts.filter(({ text }) => parts.every((part) => text.includes(part)));
  const found = exact.length ? exact : searchTexts.filter(({ text }) => nearlyAll(parts, text.split(/[^\p{L}\p{N}]+/u)));
  const activity = ({ key }) => currentView.leaderCounts.get(key) || 0;
  return found.sort((a, b) => activity(b) - activity(a)).slice(0, MOST_RESULTS).map(({ key }) => key);
}

// Where nothing fits, words of four letters or more may be misspelt by one letter, of seven or more by two.
const nearlyAll = (parts, words) => parts.every((part) => part.length > 3 && words.some((word) => distance(part, word) <= (part.length > 6 ? 2 : 1)));

// Edits from one word to the other, one row of the table at a time (Levenshtein).
function distance(one, other) {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i += 1) {
    const above = row;
    row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const swap = above[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(swap, above[j] + 1, row[j - 1] + 1));
    }
  }
  return row[other.length];
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
