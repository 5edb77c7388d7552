// The drawing as SVG: lines, shapes, the names that the screen shows, title and legend, for print and for editing.

const SVG_EDGE = 60;

function saveDrawing() {
  const text = new XMLSerializer().serializeToString(drawingAsSvg());
  offerText(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`, 'image/svg+xml', 'contacts.svg');
}

function drawingAsSvg() {
  const nodes = drawnNodes.items();
  const frame = frameOf(nodes);
  const box = [frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top];
  const picture = svg('svg', { viewBox: box.join(' '), 'font-family': LABEL_FONT, 'font-size': LABEL_SIZE * magnification, role: 'img' });
  const title = svg('title');
  title.textContent = `${page.title}. ${summary(currentView)}`;
  const ground = svg('rect', { x: box[0], y: box[1], width: box[2], height: box[3], fill: colours.ground });
  picture.append(title, ground, ...drawnTies.items().map(svgTie), ...nodes.map(svgNode), ...svgNames(nodes, frame), ...svgHeading(frame), ...svgLegend(frame));
  return picture;
}

function frameOf(nodes) {
  const least = (of) => nodes.reduce((best, node) => Math.min(best, of(node)), 0);
  const most = (of) => nodes.reduce((best, node) => Math.max(best, of(node)), 0);
  const edge = SVG_EDGE * magnification;
  const rows = GROUPINGS[state.colour].size + 1;
  return {
    taken: [], left: least(({ x }) => x) - 2 * edge, right: most(({ x }) => x) + 2 * edge,
    top: least(({ y }) => y) - 2 * edge, bottom: most(({ y }) => y) + edge + rows * 18 * magnification,
  };
}

function svgTie({ from, to, width, dashes, color }) {
  const [one, other] = [from, to].map((key) => leaders.get(key));
  const line = { x1: one.x, y1: one.y, x2: other.x, y2: other.y, stroke: color.color.replace(/^rgba(.*),1\)$/, 'rgb$1)'), 'stroke-width': width };
  return svg('line', dashes ? { ...line, 'stroke-dasharray': dashes.join(' ') } : line);
}

// The swatches are 12 wide, around their middle.
function svgShape({ x, y, shape, size }, look) {
  return svg('path', { d: SWATCHES[shape], transform: `translate(${x} ${y}) scale(${size / 5}) translate(-6 -6)`, ...look });
}

function svgNode(node) {
  const look = { fill: node.color.background, stroke: node.color.border, 'stroke-width': (node.borderWidth * 5) / node.size, opacity: node.opacity };
  return svgShape(node, look);
}

function svgNames(nodes, frame) {
  const context = element('canvas').getContext('2d');
  const scale = 1 / magnification;
  const inside = Object.fromEntries(Object.entries(frame).map(([side, value]) => [side, side === 'taken' ? value : value * scale]));
  return placeLabels(context, labelSpots(scale), inside).map(({ text, box, strong, faint }) => {
    const name = svg('text', {
      x: box.left / scale, y: (box.top + LABEL_SIZE) / scale, fill: faint ? colours.muted : colours.ink, 'font-weight': strong ? 700 : 500,
      stroke: colours.ground, 'stroke-width': 3.5 / scale, 'paint-order': 'stroke', 'stroke-linejoin': 'round',
    });
    name.textContent = text;
    return name;
  });
}

function svgHeading(frame) {
  const step = 18 * magnification;
  return [page.title, summary(currentView)].map((line, place) => {
    const words = svg('text', { x: frame.left + 0.6 * step, y: frame.top + (1.4 + 1.2 * place) * step, fill: colours.ink, 'font-weight': place ? 400 : 700 });
    words.textContent = line;
    return words;
  });
}

function svgLegend(frame) {
  const step = 18 * magnification;
  return optionsInOrder(state.colour).flatMap((group, place) => {
    const { name, shape } = GROUPINGS[state.colour].get(group);
    const y = frame.bottom - step * (optionsInOrder(state.colour).length - place);
    const words = svg('text', { x: frame.left + 2 * step, y: y + 0.3 * step, fill: colours.ink });
    words.textContent = group;
    return [svgShape({ x: frame.left + step, y, shape, size: 6 * magnification }, { fill: colours[name] }), words];
  });
}
