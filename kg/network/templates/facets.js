// Which contacts fit the filters, and how many each option would show.

const FACET_VALUES = {
  status: (contact) => [contact.status],
  channel: (contact) => [contact.channel],
  topic: (contact) => contact.topics,
  region: (contact) => contact.regions,
};

const OPTION_NAMES = {
  status: (value) => value,
  channel: (value) => CHANNELS.get(value),
  topic: topicName,
  region: (value) => value,
};

const OPTION_ORDER = {
  status: STATUSES,
  channel: [...CHANNELS.keys()],
  region: [...REGIONS.keys()],
};

function fitsFacet(contact, facet) {
  return state[facet].size === 0 || FACET_VALUES[facet](contact).some((value) => state[facet].has(value));
}

function fitsDates(contact) {
  if (!contact.first) return state.undated;
  return (!state.from || contact.last >= state.from) && (!state.to || contact.first <= state.to);
}

// An option is counted under all filters but its own facet's: the number is what choosing it would show.
function fits(contact, except = '') {
  return (except === 'dates' || fitsDates(contact)) && FACETS.every((facet) => facet === except || fitsFacet(contact, facet));
}

function countOptions(facet) {
  const counts = new Map();
  for (const contact of contacts) for (const value of FACET_VALUES[facet](contact)) counts.set(value, counts.get(value) || 0);
  for (const contact of contacts) {
    if (fits(contact, facet)) for (const value of FACET_VALUES[facet](contact)) counts.set(value, counts.get(value) + 1);
  }
  return counts;
}

// Topics stand by their frequency in the whole data, so that the list keeps still while one filters.
function optionsInOrder(facet) {
  const totals = new Map();
  for (const contact of contacts) for (const value of FACET_VALUES[facet](contact)) totals.set(value, (totals.get(value) || 0) + 1);
  if (OPTION_ORDER[facet]) return OPTION_ORDER[facet].filter((value) => totals.has(value));
  return [...totals.keys()].sort((a, b) => totals.get(b) - totals.get(a) || topicName(a).localeCompare(topicName(b), 'en'));
}

function toggle(facet, value) {
  if (!state[facet].delete(value)) state[facet].add(value);
  filter();
}

function buildFacet(facet) {
  const rows = optionsInOrder(facet).map((value) => {
    const box = element('input', { type: 'checkbox', value });
    box.addEventListener('change', () => toggle(facet, value));
    const name = element('span', { className: 'option-name', dir: 'auto' }, OPTION_NAMES[facet](value));
    const swatch = facet === 'region' ? regionSwatch(value) : null;
    return element('label', { className: 'option' }, box, swatch, name, element('span', { className: 'count' }));
  });
  byId(`facet-${facet}`).replaceChildren(...rows);
}

function showFacet(facet) {
  const counts = countOptions(facet);
  for (const row of byId(`facet-${facet}`).children) {
    const box = row.querySelector('input');
    box.checked = state[facet].has(box.value);
    row.querySelector('.count').textContent = counts.get(box.value).toLocaleString('en');
    row.classList.toggle('empty', counts.get(box.value) === 0);
  }
}

const SWATCHES = {
  triangle: 'M6 1L11 10.5H1Z',
  square: 'M1.5 1.5H10.5V10.5H1.5Z',
  diamond: 'M6 .5L11.5 6L6 11.5L.5 6Z',
  dot: 'M6 1A5 5 0 1 1 5.99 1Z',
  triangleDown: 'M6 11L1 1.5H11Z',
  hexagon: 'M3.2 1H8.8L11.5 6L8.8 11H3.2L.5 6Z',
  star: 'M6 .5L7.6 4.2L11.6 4.5L8.6 7.2L9.5 11.2L6 9.1L2.5 11.2L3.4 7.2L.4 4.5L4.4 4.2Z',
};

function regionSwatch(region) {
  const { name, shape } = REGIONS.get(region);
  return svg('svg', { viewBox: '0 0 12 12', class: 'swatch', 'aria-hidden': 'true' }, svg('path', { class: `fill-${name}`, d: SWATCHES[shape] }));
}
