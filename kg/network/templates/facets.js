// Which contacts fit the filters, and how many each option would show.

const FACET_VALUES = {
  sides: (contact) => (contact.sides.length > 1 ? ['two'] : []),
  status: (contact) => [contact.status],
  channel: (contact) => [contact.channel],
  topic: (contact) => contact.topics,
  authority: (contact) => contact.voices.map((voice) => voice.key),
  country: (contact) => contact.countries,
  region: (contact) => contact.regions,
  circle: (contact) => contact.circles,
};

const OPTION_NAMES = {
  sides: () => 'told by two sides',
  status: (value) => value,
  channel: (value) => CHANNELS.get(value),
  topic: topicName,
  authority: (value) => voiceNames.get(value) || 'own words of articles',
  country: (value) => value,
  region: (value) => value,
  circle: (value) => value,
};

// Longer lists show so many options until all are asked for.
const FEW_OPTIONS = 8;

const OPTION_ORDER = {
  status: STATUSES,
  channel: [...CHANNELS.keys()],
  region: [...REGIONS.keys()],
  circle: [...CIRCLES.keys()],
};

function fitsFacet(contact, facet) {
  return state[facet].size === 0 || FACET_VALUES[facet](contact).some((value) => state[facet].has(value));
}

function fitsDates(contact) {
  if (!contact.first) return state.undated;
  return (!state.from || contact.last >= state.from) && (!state.to || contact.first <= state.to);
}

function fits(contact, except = '') {
  return (except === 'dates' || fitsDates(contact)) && fitsAround(contact) && FACETS.every((facet) => fitsFacet(contact, facet));
}

// An option is counted under all filters but its own facet's: the number is what choosing it would show. So a contact
// that one facet alone leaves out counts for that facet, and one that none leaves out for all.
function countOptions() {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
  const add = (contact, facet, one) => {
    for (const value of FACET_VALUES[facet](contact)) counts[facet].set(value, (counts[facet].get(value) || 0) + one);
  };
  for (const contact of contacts) {
    const missed = FACETS.filter((facet) => !fitsFacet(contact, facet));
    const fitting = fitsDates(contact) && fitsAround(contact) && missed.length < 2;
    for (const facet of FACETS) add(contact, facet, fitting && (!missed.length || missed[0] === facet) ? 1 : 0);
  }
  return counts;
}

// Options without an order of their own stand by their frequency in the whole data, so that the list keeps still while one filters.
function optionsInOrder(facet) {
  const totals = countsOf(FACET_VALUES[facet]);
  if (OPTION_ORDER[facet]) return OPTION_ORDER[facet].filter((value) => totals.has(value));
  return [...totals.keys()].sort((a, b) => totals.get(b) - totals.get(a) || byText(OPTION_NAMES[facet](a), OPTION_NAMES[facet](b)));
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
    const swatch = GROUPINGS[facet] ? groupSwatch(GROUPINGS[facet].get(value)) : null;
    return element('label', { className: 'option' }, box, swatch, name, element('span', { className: 'count' }));
  });
  byId(`facet-${facet}`).replaceChildren(...rows);
  if (!OPTION_ORDER[facet] && rows.length > FEW_OPTIONS + 2) byId(`facet-${facet}`).append(moreOptions(facet, rows.length));
  byId(`facet-${facet}`).closest('.facet')?.toggleAttribute('hidden', rows.length === 0);
}

function moreOptions(facet, count) {
  const more = button('', () => {
    more.setAttribute('aria-expanded', String(more.getAttribute('aria-expanded') !== 'true'));
    showFewOptions(facet);
  }, 'quiet');
  more.setAttribute('aria-expanded', 'false');
  more.dataset.all = `Show all ${count}`;
  return more;
}

const optionRows = (facet) => [...byId(`facet-${facet}`).querySelectorAll('label')];

// The first few, and whatever is chosen.
function showFewOptions(facet) {
  const more = byId(`facet-${facet}`).querySelector('button');
  if (!more) return;
  const all = more.getAttribute('aria-expanded') === 'true';
  more.textContent = all ? 'Show fewer' : more.dataset.all;
  optionRows(facet).forEach((row, place) => { row.hidden = !all && place >= FEW_OPTIONS && !row.querySelector('input').checked; });
}

function showFacets() {
  const counts = countOptions();
  FACETS.forEach((facet) => showFacet(facet, counts[facet]));
}

function showFacet(facet, counts) {
  for (const row of optionRows(facet)) {
    const box = row.querySelector('input');
    box.checked = state[facet].has(box.value);
    tell(row.querySelector('.count'), counts.get(box.value).toLocaleString('en'));
    row.classList.toggle('empty', counts.get(box.value) === 0);
  }
  showFewOptions(facet);
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

function groupSwatch({ name, shape }) {
  return svg('svg', { viewBox: '0 0 12 12', class: 'swatch', 'aria-hidden': 'true' }, svg('path', { class: `fill-${name}`, d: SWATCHES[shape] }));
}
