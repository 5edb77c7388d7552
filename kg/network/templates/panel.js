// The panel: the most active, or the contacts of what was chosen.

const MOST_CARDS = 40;
const MOST_RANKS = 12;

const ACTORS = { people: 'Leaders', states: 'States', organisations: 'People and organisations' };

const newestFirst = (a, b) => byText(b.first, a.first) || byText(b.last, a.last);

function showPanel(view) {
  const choice = state.choice;
  const content = choice ? PANELS[choice.kind](choice.key, view) : overview(view);
  byId('panel').replaceChildren(...content);
}

const PANELS = { leader: leaderPanel, tie: tiePanel, contact: contactPanel, way: wayPanel };

const heading = (text) => foreign('h2', text);
const backButton = () => button('← Most active', () => choose(null), 'quiet');

function overview(view) {
  if (!view.contacts.length) return emptyPanel();
  const pairName = (key) => listed(tieEnds(key).map(nameOf));
  const tops = (map, name, open) => highest(map, name).map((row) => rankRow(row.name, row.count, () => open(row.key)));
  return [
    heading('Most active'),
    element('p', { className: 'hint' }, 'Choose a leader or a tie, here or in the drawing, to read what was said, by whom, and in which words.'),
    element('h3', {}, 'Pairs'),
    element('ol', { className: 'ranks' }, ...tops(view.tieContacts, pairName, (key) => choose('tie', key))),
    element('h3', {}, ACTORS[page.actors]),
    element('ol', { className: 'ranks' }, ...tops(view.leaderCounts, nameOf, (key) => choose('leader', key))),
  ];
}

// Names decide among equals; only those that can be among the highest are asked for.
function highest(map, name) {
  const counted = [...map.keys()].map((key) => ({ key, count: countIn(map, key) })).sort((a, b) => b.count - a.count);
  const least = counted[Math.min(MOST_RANKS, counted.length) - 1].count;
  const named = counted.filter(({ count }) => count >= least).map((row) => ({ ...row, name: name(row.key) }));
  return named.sort((a, b) => b.count - a.count || byText(a.name, b.name)).slice(0, MOST_RANKS);
}

function emptyPanel() {
  const wayOut = contacts.length ? button('Clear all filters', clearFilters, 'chip') : null;
  return [heading('Nothing to show'), element('p', { className: 'hint' }, nothingHint()), wayOut].filter(Boolean);
}

const nothingHint = () => (contacts.length ? 'No contact fits the filters.' : 'There are no contacts yet.');
const countIn = (map, key) => (Array.isArray(map.get(key)) ? map.get(key).length : map.get(key));
const tieEnds = (key) => [ties.get(key).from, ties.get(key).to];

function rankRow(name, count, open) {
  const row = button('', open, 'rank');
  row.append(foreign('span', name), element('span', { className: 'count' }, count.toLocaleString('en')));
  return element('li', {}, row);
}

function leaderPanel(key, view) {
  const { country, posts } = leaders.get(key);
  const own = contacts.filter((contact) => contact.who.includes(key));
  const shown = own.filter((contact) => view.shown.has(contact));
  return [
    backButton(),
    heading(nameOf(key)),
    foreign('p', [country, ...posts.slice(0, 3)].filter(Boolean).join(' · '), 'hint'),
    aroundButtons(key),
    partners(key, view),
    ...cards(own, shown),
  ];
}

function partners(key, view) {
  const own = [...view.tieContacts.keys()].filter((tie) => tieEnds(tie).includes(key));
  own.sort((a, b) => view.tieContacts.get(b).length - view.tieContacts.get(a).length);
  const chips = own.map((tie) => {
    const chip = button(nameOf(tieEnds(tie).find((end) => end !== key)), () => choose('tie', tie), 'chip');
    chip.dir = 'auto';
    chip.append(element('span', { className: 'count' }, ` ${view.tieContacts.get(tie).length}`));
    return chip;
  });
  return element('div', { className: 'chips', role: 'group', 'aria-label': 'With whom' }, ...chips);
}

function tiePanel(key, view) {
  const ends = tieEnds(key);
  const own = contacts.filter((contact) => contact.tieKeys.includes(key));
  const shown = own.filter((contact) => view.shown.has(contact));
  const links = ends.map((end) => nameButton(end));
  return [
    backButton(),
    element('h2', {}, links[0], ' and ', links[1]),
    element('p', { className: 'hint' }, tally(shown)),
    ...cards(own, shown),
  ];
}

function contactPanel(key) {
  const contact = contactById.get(key);
  return [backButton(), heading(listed(contact.who.map(nameOf))), card(contact)];
}

function nameButton(key) {
  const node = button(nameOf(key), () => choose('leader', key), 'name');
  node.dir = 'auto';
  return node;
}

function tally(some) {
  const count = (values) => [...values.reduce((counts, value) => counts.set(value, (counts.get(value) || 0) + 1), new Map())]
    .map(([value, number]) => `${number} ${value}`).join(', ');
  if (!some.length) return nothingHint();
  return `${plural(some.length, 'contact')}, ${years(some)}: ${count(some.map((contact) => CHANNELS.get(contact.channel)))}; ${count(some.map((contact) => contact.status))}`;
}

function cards(own, shown) {
  const inOrder = [...shown].sort(newestFirst);
  const list = element('div', { className: 'cards' }, ...inOrder.slice(0, MOST_CARDS).map(card));
  const rest = inOrder.slice(MOST_CARDS);
  const more = rest.length ? button(`Show ${rest.length} more`, () => { list.append(...rest.map(card)); more.remove(); }) : null;
  const hidden = own.length - shown.length;
  const note = hidden ? element('p', { className: 'hint' }, `The filters hide ${plural(hidden, 'further contact')}.`) : null;
  return [list, more, note].filter(Boolean);
}
