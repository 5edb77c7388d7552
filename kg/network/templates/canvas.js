// The drawing: vis-network draws what `view` says; places were settled before the page was made.

const ALWAYS_NAMED = 15;

let network = null;
let hovered = null;
let movedByReader = false;
const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();

// Large networks are seen from afar: dots and lines grow, so that they can still be seen and hit.
let magnification = 1;

// The root of the number, at most so much for the largest.
const grown = (count, step, limit, most) => Math.min(step, limit / Math.sqrt(most)) * (Math.sqrt(Math.max(1, count)) - 1);
const nodeSize = (count) => magnification * (7 + grown(count, 3.4, 24, mostOfLeader));
const tieWidth = (count) => magnification * (1.3 + grown(count, 2.2, 9, mostOfTie));

function tieDashes(some) {
  const only = (kinds) => some.every((contact) => kinds.has(contact.status));
  if (only(REFUSED)) return [2, 5].map((length) => length * magnification);
  return only(new Set([...UNSETTLED, ...REFUSED])) ? [9, 6].map((length) => length * magnification) : false;
}

const groupOf = (key) => GROUPINGS[state.colour].get(leaders.get(key)[state.colour]);

// The most active leaders, and always those of the choice.
function drawnLeaders(view) {
  const ranked = [...view.leaderCounts.keys()].sort((a, b) => view.leaderCounts.get(b) - view.leaderCounts.get(a));
  return new Set([...ranked.slice(0, page.maxDrawn), ...view.focus]);
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

function drawnTie(tie, view) {
  const some = view.tieContacts.get(tie.key);
  const lit = view.litTies.has(tie.key);
  const away = view.focus.size > 0 && !lit;
  return {
    id: tie.id, from: tie.from, to: tie.to, chosen: false, width: tieWidth(some.length), dashes: tieDashes(some),
    color: { color: lit ? colours.accent : colours.tie, opacity: away ? 0.18 : lit ? 1 : view.tieOpacity, inherit: false },
  };
}

function fill(set, items) {
  const wanted = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  set.update(items);
}

function draw(view) {
  const drawn = drawnLeaders(view);
  const shownTies = [...ties.values()].filter((tie) => view.tieContacts.has(tie.key) && drawn.has(tie.from) && drawn.has(tie.to));
  fill(nodeSet, [...drawn].map((key) => drawnNode(key, view)));
  const tieOpacity = Math.min(1, Math.max(0.15, 500 / shownTies.length));
  fill(edgeSet, shownTies.map((tie) => drawnTie(tie, { ...view, tieOpacity })));
  const all = view.leaderCounts.size;
  byId('most-active').hidden = all <= page.maxDrawn;
  byId('most-active').textContent = `Showing the ${page.maxDrawn} most active of ${all.toLocaleString('en')}; search and table hold all.`;
}

function redrawNow() {
  draw(currentView);
  network.redraw();
}

function labelSpots(scale) {
  const neighbours = currentView.focus;
  const rank = (key) => (isChosen(key) || key === hovered ? 2e6 : neighbours.has(key) ? 1e6 : 0) + (currentView.leaderCounts.get(key) || 0);
  return nodeSet.get().sort((a, b) => rank(b.id) - rank(a.id)).map((node, place) => ({
    key: node.id, x: node.x * scale, y: node.y * scale, radius: node.size * scale,
    needed: (neighbours.size ? neighbours.has(node.id) : place < ALWAYS_NAMED) || node.id === hovered, strong: isChosen(node.id),
    faint: neighbours.size > 0 && !neighbours.has(node.id),
  }));
}

function labelFrame(scale) {
  const { offsetWidth, offsetHeight } = byId('drawing');
  const { x, y } = network.DOMtoCanvas({ x: 0, y: 0 });
  return { left: x * scale + 4, top: y * scale + 4, right: x * scale + offsetWidth - 4, bottom: y * scale + offsetHeight - 4 };
}

function isChosen(key) {
  if (!state.choice) return false;
  return state.choice.kind === 'leader' ? state.choice.key === key : currentView.focus.has(key);
}

function buildDrawing() {
  network = new vis.Network(byId('drawing'), { nodes: nodeSet, edges: edgeSet }, JSON.parse(page.options));
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
  if (nodeSet.length) network.fit({ animation, maxZoomLevel: 1.6 });
}

// Filters bring what is left into view, unless the reader has turned to a place of his own.
function followFilters() {
  if (network && !movedByReader && !playing) showAll();
}

function settleDrawing() {
  showAll(false);
  magnification = Math.max(1, 1 / Math.sqrt(network.getScale()));
  network.moveTo({ scale: network.getScale() * 0.94 });
  draw(currentView);
}

// Brings the chosen into sight, without moving what is in sight already.
function bringIntoSight(keys) {
  const { offsetWidth: width, offsetHeight: height } = byId('drawing');
  const places = [...keys].filter((key) => nodeSet.get(key)).map((key) => network.canvasToDOM(leaders.get(key)));
  if (places.every(({ x, y }) => x > 20 && y > 20 && x < width - 20 && y < height - 20)) return;
  network.fit({ nodes: [...keys], animation: motion(), maxZoomLevel: 1.2 });
}
