// The page's data, read once, with the indexes that everything else looks things up in.

const page = JSON.parse(byId('page-data').textContent);
const { sentences, topics } = page;
const [contacts, articles, nodes, edges] = [page.contacts, page.articles, page.nodes, page.edges].map(unpacked);

const leaders = new Map(nodes.map((node) => [node.id, node]));
const ties = new Map(edges.map(({ from, to }, place) => [tieKey(from, to), { id: `tie${place}`, from, to, key: tieKey(from, to) }]));
const contactById = new Map(contacts.map((contact) => [contact.id, contact]));

// The cells of a column, as kg/network/packing.py packs them.
function unpacked(column) {
  if (Array.isArray(column)) return column;
  if (column.of) return column.of.map((number) => column.values[number]);
  if (column.sizes) return divided(unpacked(column.items), column.sizes);
  const fields = Object.entries(column.fields).map(([name, cells]) => [name, unpacked(cells)]);
  return fields[0][1].map((_, row) => Object.fromEntries(fields.map(([name, cells]) => [name, cells[row]])));
}

function divided(items, sizes) {
  let end = 0;
  return sizes.map((size) => items.slice(end, (end += size)));
}

function tieKey(one, other) {
  return JSON.stringify(one < other ? [one, other] : [other, one]);
}

function addIndexes(contact) {
  contact.tieKeys = contact.ties.map(([one, other]) => tieKey(one, other));
  for (const [many, one] of [['regions', 'region'], ['countries', 'country'], ['circles', 'circle']]) {
    contact[many] = [...new Set(contact.who.map((key) => leaders.get(key)[one]).filter(Boolean))];
  }
}

contacts.forEach(addIndexes);

const nameOf = (key) => leaders.get(key).label;
const topicName = (topic) => topics[topic] || topic;

function countsOf(keysOf) {
  const counts = new Map();
  for (const contact of contacts) for (const key of keysOf(contact)) counts.set(key, (counts.get(key) || 0) + 1);
  return counts;
}

const highestOf = (counts) => [...counts.values()].reduce((highest, count) => Math.max(highest, count), 1);
const mostActive = (counts) => [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a)).slice(0, page.maxDrawn);

const allLeaders = countsOf((contact) => contact.who);
const mostOfLeader = highestOf(allLeaders);
const mostOfTie = highestOf(countsOf((contact) => contact.tieKeys));

const REGIONS = new Map([
  ['Africa', { name: 'africa', shape: 'triangle' }],
  ['Americas', { name: 'americas', shape: 'square' }],
  ['Asia', { name: 'asia', shape: 'diamond' }],
  ['Europe', { name: 'europe', shape: 'dot' }],
  ['Oceania', { name: 'oceania', shape: 'triangleDown' }],
  ['International organisations', { name: 'organisations', shape: 'hexagon' }],
  ['Other', { name: 'other', shape: 'star' }],
]);

// Circles borrow the colours and shapes of the regions, in order; the smaller ones share the last.
const CIRCLES = new Map(page.circles.map((circle, place) => [circle, [...REGIONS.values()][place]]));

const GROUPINGS = { region: REGIONS, circle: CIRCLES };

const voiceNames = new Map();
for (const { voices } of contacts) for (const { key, name } of voices) if (name.length > (voiceNames.get(key) || '').length) voiceNames.set(key, name);

const DEPTHS = [1, 2];

const STATUSES = ['held', 'planned', 'proposed', 'postponed', 'cancelled', 'denied', 'disputed'];
const REFUSED = new Set(['denied', 'cancelled']);
const NOT_HELD = new Set(['planned', 'proposed', 'postponed', ...REFUSED]);
const CHANNELS = new Map([
  ['in_person', 'in person'],
  ['phone', 'by phone'],
  ['video', 'by video'],
  ['letter', 'by letter'],
  ['unspecified', 'means not told'],
]);
