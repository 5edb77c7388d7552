// The drawing: vis-network draws what `view` says; places were settled before the page was made.

const ALWAYS_NAMED = 15;

let network = null;
let hovered = null;
let movedByReader = false;
const drawnNodes = makeLayer();
const drawnTies = makeLayer();

// Large networks are seen from afar: dots and lines grow, so that they can still be seen and hit.
const magnificationAt = (scale) => Math.max(1 / Math.sqrt(scale), 0.45 / scale);
let magnification = 1;

// The root of the number, at most so much for the largest.
const grown = (count, step, limit, most) => Math.min(step, limit / Math.sqrt(most)) * (Math.sqrt(Math.max(1, count)) - 1);
// In steps, so that what hardly changes need not be drawn otherwise.
const nodeSize = (count) => magnification * Math.round(7 + grown(count, 3.4, 24, mostOfLeader));
const tieWidth = (count) => magnification * (Math.round(2 * (1.3 + grown(count, 2.2, 9, mostOfTie))) / 2);

function tieDashes(some) {
  const only = (kinds) => some.every((contact) => kinds.has(contact.status));
  if (only(REFUSED)) return [2, 5].map((length) => length * magnification);
  return only(NOT_HELD) ? [9, 6].map((length) => length * magnification) : false;
}

// Many ties are drawn fainter, in steps, so that a filter does not change the look of all.
const opacityOf = (number) => [[500, 1], [900, 0.6], [2000, 0.35]].find(([most]) => number <= most)?.[1] ?? 0.2;

function tieColours(number) {
  const faded = (opacity) => mixed(colours.tie, colours.ground, opacity);
  return { plain: faded(opacityOf(number)), away: faded(0.18), lit: mixed(colours.accent, colours.ground, 1) };
}

const groupOf = (key) => GROUPINGS[state.colour].get(leaders.get(key)[state.colour]);

// The most active leaders, and always those of the choice.
function drawnLeaders(view) {
  return new Set([...mostActive(view.leaderCounts), ...view.focus]);
}

function drawnNode(key, view) {
  const { x, y, kind } = leaders.get(key);
  const { name, shape } = groupOf(key);
  const away = view.focus.size > 0 && !view.focus.has(key);
  const hollow = kind === 'post';
  const size = nodeSize(view.leaderCounts.get(key) || 0);
  return {
    id: key, x, y, shape, size, chosen: false, opacity: away ? 0.22 : 1, borderWidth: hollow ? 2.5 : 1.5,
    color: { background: hollow ? colours.ground : colours[name], border: hollow ? colours[name] : colours.ground },
  };
}

function drawnTie(tie, view, { plain, away, lit }) {
  const some = view.tieContacts.get(tie.key);
  const color = view.litTies.has(tie.key) ? lit : view.focus.size ? away : plain;
  return { id: tie.id, from: tie.from, to: tie.to, chosen: false, width: tieWidth(some.length), dashes: tieDashes(some), color: { color, inherit: false } };
}

function draw(view) {
  const drawn = drawnLeaders(view);
  const shownTies = [...ties.values()].filter((tie) => view.tieContacts.has(tie.key) && drawn.has(tie.from) && drawn.has(tie.to));
  stopRedraws();
  drawnNodes.show([...drawn].map((key) => drawnNode(key, view)));
  const looks = tieColours(shownTies.length);
  drawnTies.show(shownTies.map((tie) => drawnTie(tie, view, looks)));
  redrawOnce();
  const notice = noticeOf(view.leaderCounts.size);
  byId('notice').hidden = !notice;
  tell(byId('notice'), notice);
}

function noticeOf(all) {
  if (!all) return nothingHint();
  return all > page.maxDrawn ? `Showing the ${page.maxDrawn} most active of ${all.toLocaleString('en')}; search and table hold all.` : '';
}

// vis-network would draw everything anew for nodes and for ties, before the page is even shown.
function stopRedraws() {
  if (network) network.body.emitter.emit('_blockRedraw');
}

function redrawOnce() {
  if (!network) return;
  network.body.emitter.emit('_allowRedraw');
  network.body.emitter.emit('_requestRedraw');
}

function redrawNow() {
  draw(currentView);
  network.redraw();
}

// With a choice those whom it concerns are named first, and beside them only the most active, to know the place by.
function labelSpots(scale) {
  const { focus, leaderCounts } = currentView;
  const rank = (key) => (isChosen(key) || key === hovered ? 2e6 : focus.has(key) ? 1e6 : 0) + (leaderCounts.get(key) || 0);
  const ranked = drawnNodes.ids().map((key) => ({ key, rank: rank(key) })).sort((a, b) => b.rank - a.rank);
  return ranked.map(({ key }, place) => ({
    key, x: leaders.get(key).x * scale, y: leaders.get(key).y * scale, radius: nodeSize(leaderCounts.get(key) || 0) * scale,
    named: !focus.size || place < focus.size + ALWAYS_NAMED, needed: focus.has(key) || key === hovered || (!focus.size && place < ALWAYS_NAMED),
    strong: isChosen(key), faint: focus.size > 0 && !focus.has(key),
  }));
}

function labelFrame(scale) {
  const { offsetWidth, offsetHeight } = byId('drawing');
  const corner = network.DOMtoCanvas({ x: 0, y: 0 });
  const box = (left, top, width, height) => ({ left: corner.x * scale + left, top: corner.y * scale + top, right: corner.x * scale + left + width, bottom: corner.y * scale + top + height });
  const taken = ['.zoom', '#notice'].map((part) => document.querySelector(part)).map((part) => box(part.offsetLeft, part.offsetTop, part.offsetWidth, part.offsetHeight));
  return { ...box(4, 4, offsetWidth - 8, offsetHeight - 8), taken };
}

function isChosen(key) {
  if (!state.choice) return false;
  return state.choice.kind === 'leader' ? state.choice.key === key : currentView.focus.has(key);
}

// From where some leaders are seen, with room for their names at the edge.
function viewOf(keys, most) {
  const { offsetWidth, offsetHeight } = byId('drawing');
  const [left, right, top, bottom] = boundsOf(keys.map((key) => leaders.get(key)));
  const scale = Math.min(most, (0.86 * offsetWidth) / Math.max(1, right - left), (0.88 * offsetHeight) / Math.max(1, bottom - top));
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale };
}

function boundsOf(places) {
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
}

function buildDrawing() {
  if (allLeaders.size) magnification = magnificationAt(viewOf(mostActive(allLeaders), 1).scale);
  draw(currentView);
  network = new vis.Network(byId('drawing'), { nodes: drawnNodes.set, edges: drawnTies.set }, JSON.parse(page.options));
  network.on('afterDrawing', (context) => {
    const scale = network.getScale();
    drawLabels(context, labelSpots(scale), labelFrame(scale), scale);
  });
  network.on('click', ({ nodes, edges }) => chooseOnCanvas(nodes, edges));
  network.on('hoverNode', ({ node, event }) => showHover(node, leaderHint(node), event));
  network.on('hoverEdge', ({ edge, event }) => showHover(null, tieHint(edge), event));
  for (const end of ['blurNode', 'blurEdge', 'dragStart', 'zoom']) network.on(end, hideHover);
  for (const move of ['dragStart', 'zoom']) network.on(move, () => { movedByReader = true; });
  byId('drawing').addEventListener('pointerleave', hideHover);
  byId('zoom-in').addEventListener('click', () => zoomBy(1.4));
  byId('zoom-out').addEventListener('click', () => zoomBy(1 / 1.4));
  byId('zoom-fit').addEventListener('click', () => showAll());
  showAll(false);
}

function chooseOnCanvas(nodes, edges) {
  hideHover();
  if (nodes.length) choose('leader', nodes[0]);
  else if (edges.length) choose('tie', tieOfEdge(edges[0]).key);
  else choose(null);
}

const tieOfEdge = (id) => [...ties.values()].find((tie) => tie.id === id);

function leaderHint(key) {
  const { label, country } = leaders.get(key);
  return [label, `${country ? `${country} · ` : ''}${plural(currentView.leaderCounts.get(key) || 0, 'contact')}`];
}

function tieHint(id) {
  const tie = tieOfEdge(id);
  const some = currentView.tieContacts.get(tie.key);
  return [`${nameOf(tie.from)} and ${nameOf(tie.to)}`, `${plural(some.length, 'contact')} · ${years(some)}`];
}

function showHover(key, [title, text], event) {
  hovered = key;
  const tip = byId('tooltip');
  tip.replaceChildren(foreign('strong', title), foreign('span', text));
  tip.hidden = false;
  const stage = byId('drawing').getBoundingClientRect();
  const left = Math.min(event.clientX - stage.left + 14, stage.width - tip.offsetWidth - 8);
  const above = event.clientY - stage.top + 18 + tip.offsetHeight > stage.height;
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${event.clientY - stage.top + (above ? -tip.offsetHeight - 12 : 18)}px`;
  byId('drawing').style.cursor = 'pointer';
}

function hideHover() {
  hovered = null;
  byId('tooltip').hidden = true;
  byId('drawing').style.cursor = '';
}

const motion = () => (prefersStill.matches ? false : { duration: 350, easingFunction: 'easeInOutQuad' });

function zoomBy(factor) {
  movedByReader = true;
  network.moveTo({ scale: network.getScale() * factor, animation: motion() });
}

function showAll(animation = motion()) {
  movedByReader = false;
  if (drawnNodes.ids().length) network.moveTo({ ...viewOf(drawnNodes.ids(), 1.6), animation });
}

// Filters bring what is left into view, unless the reader has turned to a place of his own.
function followFilters() {
  if (network && !movedByReader && !playing) showAll();
}


// Brings the chosen into sight, without moving what is in sight already and not too small to be told apart.
function bringIntoSight(keys, animation = motion()) {
  const { offsetWidth: width, offsetHeight: height } = byId('drawing');
  const there = [...keys].filter((key) => drawnNodes.has(key));
  const places = there.map((key) => network.canvasToDOM(leaders.get(key)));
  const view = viewOf(there, 1.5 / magnification);
  const inSight = places.every(({ x, y }) => x > 20 && y > 20 && x < width - 20 && y < height - 20);
  if (there.length && !(inSight && view.scale < 1.6 * network.getScale())) network.moveTo({ ...view, animation });
}
