// Around one leader: those one or two ties away, over all contacts, whatever else is filtered.

const neighbours = new Map([...leaders.keys()].map((key) => [key, []]));
for (const { from, to } of ties.values()) {
  neighbours.get(from).push(to);
  neighbours.get(to).push(from);
}

function within(key, depth) {
  const near = new Set([key]);
  for (let step = 0; step < depth; step += 1) for (const known of [...near]) neighbours.get(known).forEach((other) => near.add(other));
  return near;
}

let nearKept = { around: null, near: new Set(leaders.keys()) };

function nearLeaders() {
  if (nearKept.around !== state.around) {
    const near = state.around ? within(state.around.key, state.around.depth) : new Set(leaders.keys());
    nearKept = { around: state.around, near };
  }
  return nearKept.near;
}

function fitsAround(contact) {
  const near = nearLeaders();
  return !state.around || contact.ties.some((ends) => ends.every((end) => near.has(end)));
}

function aroundButtons(key) {
  const depthNow = state.around && state.around.key === key ? state.around.depth : 0;
  const names = ['Everyone', ...DEPTHS.map((depth) => `${plural(depth, 'tie')} away`)];
  const choices = names.map((name, depth) => {
    const choice = button(name, () => showAround(key, depth), 'chip');
    choice.setAttribute('aria-pressed', String(depth === depthNow));
    return choice;
  });
  return element('div', { className: 'around', role: 'group', 'aria-label': 'Who is shown' }, ...choices);
}

function showAround(key, depth) {
  state.around = depth ? { key, depth } : null;
  update(true);
  followFilters();
  byId('panel').querySelector('.around [aria-pressed=true]').focus();
}
