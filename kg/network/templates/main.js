// Everything together: a change of the state makes a new view, and each part of the page shows it.

let currentView = null;

function makeView() {
  const shown = contacts.filter((contact) => fits(contact));
  const near = nearLeaders();
  const leaderCounts = new Map();
  const tieContacts = new Map();
  for (const contact of shown) {
    for (const key of contact.who) if (near.has(key)) leaderCounts.set(key, (leaderCounts.get(key) || 0) + 1);
    for (const key of contact.tieKeys) {
      if (!tieEnds(key).every((end) => near.has(end))) continue;
      if (!tieContacts.has(key)) tieContacts.set(key, []);
      tieContacts.get(key).push(contact);
    }
  }
  const view = { contacts: shown, shown: new Set(shown), leaderCounts, tieContacts };
  return { ...view, ...focusOf(state.choice, view) };
}

// The leaders and ties that a choice lights up.
function focusOf(choice, view) {
  if (!choice) return { focus: new Set(), litTies: new Set() };
  const lit = {
    leader: (key) => [...view.tieContacts.keys()].filter((tie) => tieEnds(tie).includes(key)),
    tie: (key) => [key],
    contact: (key) => contactById.get(key).tieKeys,
    way: (key) => tiesOfWay(wayOf(key, view)),
  }[choice.kind](choice.key);
  const own = { leader: (key) => [key], tie: tieEnds, contact: (key) => contactById.get(key).who, way: JSON.parse }[choice.kind](choice.key);
  return { focus: new Set([...own, ...lit.flatMap(tieEnds)]), litTies: new Set(lit) };
}

function update(asNewStep = false) {
  currentView = makeView();
  byId('summary').textContent = summary(currentView);
  showFacets();
  showColouring();
  showDates();
  if (network) draw(currentView);
  showPanel(currentView);
  showTable(currentView);
  byId('reset').disabled = !conditions().length && !state.choice;
  rememberState(asNewStep);
}

function choose(kind, key = '') {
  const readInPanel = byId('panel').contains(document.activeElement);
  state.choice = kind ? { kind, key } : null;
  update(true);
  if (readInPanel) byId('panel').focus();
  byId('panel').scrollTop = 0;
  if (kind) bringIntoSight(currentView.focus);
  else followFilters();
  if (kind && stackedLayout.matches) byId('panel').scrollIntoView({ behavior: prefersStill.matches ? 'auto' : 'smooth' });
}

const stackedLayout = matchMedia('(max-width: 1099px)');

function filter() {
  update();
  followFilters();
}

function clearFilters() {
  stopPlaying();
  Object.assign(state, { ...emptyState(), sort: state.sort, colour: state.colour });
  filter();
}

function listenToKeys() {
  addEventListener('keydown', (event) => {
    const typing = event.target.matches('input, textarea, select');
    if (event.key === '/' && !typing) {
      event.preventDefault();
      byId('search').focus();
    } else if (event.key === 'Escape') leaveByKey();
  });
}

function leaveByKey() {
  if (playing) stopPlaying();
  else if (byId('save').open) closeSaveMenu();
  else if (state.choice) choose(null);
}

function start() {
  stateFromAddress();
  followSystemTheme();
  FACETS.forEach(buildFacet);
  buildDates();
  buildTable();
  buildSearch();
  buildWay();
  buildPlay();
  buildSaving();
  buildColouring();
  byId('filters').open = !stackedLayout.matches;
  byId('reset').addEventListener('click', clearFilters);
  byId('theme').addEventListener('click', () => {
    useTheme(themeNow() === 'dark' ? 'light' : 'dark');
    update();
  });
  update();
  buildDrawing();
  if (state.choice) bringIntoSight(currentView.focus, false);
  drawLightOnPaper();
  listenToKeys();
  addEventListener('popstate', () => {
    stateFromAddress();
    update();
  });
}

start();
