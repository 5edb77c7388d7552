// What the reader has chosen, kept in the address so that a view can be reloaded, sent and gone back to.

const FACETS = ['sides', 'status', 'channel', 'topic', 'authority', 'country', 'region', 'circle'];

const state = emptyState();

function emptyState() {
  return {
    ...Object.fromEntries(FACETS.map((facet) => [facet, new Set()])),
    from: '',
    to: '',
    undated: true,
    around: null,
    colour: 'region',
    choice: null,
    sort: { column: 'when', ascending: false },
  };
}

function stateFromAddress() {
  const query = new URLSearchParams(location.hash.slice(1));
  const fresh = emptyState();
  for (const facet of FACETS) query.getAll(facet).forEach((value) => fresh[facet].add(value));
  for (const bound of ['from', 'to']) fresh[bound] = /^\d{4}-\d\d-\d\d$/.test(query.get(bound) || '') ? query.get(bound) : '';
  fresh.undated = query.get('undated') !== 'no';
  fresh.around = aroundFromAddress(query);
  fresh.colour = query.get('colour') === 'circle' ? 'circle' : 'region';
  fresh.choice = choiceFromAddress(query);
  if (query.get('sort')) fresh.sort = { column: query.get('sort'), ascending: query.get('order') === 'ascending' };
  Object.assign(state, fresh);
}

function choiceFromAddress(query) {
  const way = query.getAll('way');
  if (way.length === 2 && way.every((end) => leaders.has(end))) return { kind: 'way', key: JSON.stringify(way) };
  const [leader, tie, contact] = ['leader', 'tie', 'contact'].map((kind) => query.get(kind));
  if (leaders.has(leader)) return { kind: 'leader', key: leader };
  if (ties.has(tie)) return { kind: 'tie', key: tie };
  if (contactById.has(contact)) return { kind: 'contact', key: contact };
  return null;
}

function aroundFromAddress(query) {
  const [key, depth] = [query.get('around'), Number(query.get('depth'))];
  return leaders.has(key) && DEPTHS.includes(depth) ? { key, depth } : null;
}

function addressOfState() {
  const query = new URLSearchParams();
  for (const facet of FACETS) state[facet].forEach((value) => query.append(facet, value));
  for (const bound of ['from', 'to']) if (state[bound]) query.set(bound, state[bound]);
  if (!state.undated) query.set('undated', 'no');
  if (state.around) {
    query.set('around', state.around.key);
    query.set('depth', state.around.depth);
  }
  if (state.colour !== 'region') query.set('colour', state.colour);
  addChoice(query);
  if (state.sort.column !== 'when' || state.sort.ascending) {
    query.set('sort', state.sort.column);
    query.set('order', state.sort.ascending ? 'ascending' : 'descending');
  }
  return query.toString();
}

function addChoice(query) {
  if (!state.choice) return;
  const { kind, key } = state.choice;
  if (kind === 'way') JSON.parse(key).forEach((end) => query.append('way', end));
  else query.set(kind, key);
}

function rememberState(asNewStep) {
  // In a notebook the page has no address of its own to write to.
  if (location.protocol === 'about:' || location.hash.slice(1) === addressOfState()) return;
  history[asNewStep ? 'pushState' : 'replaceState'](null, '', `#${addressOfState()}`);
}
