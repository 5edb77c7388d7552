// Names beside the nodes: the same size at every zoom, the most important first, none over another.
// All here is in pixels of the screen, from the corner where the drawing's coordinates begin.

const LABEL_SIZE = 13;
const LABEL_FONT = 'system-ui, "Noto Sans", sans-serif';
const MOST_LABELS = 60;
const LONGEST_LABEL = 30;
const CELL = 64;

const labels = new Map();

function shortened(text) {
  const letters = [...text];
  return letters.length > LONGEST_LABEL ? `${letters.slice(0, LONGEST_LABEL - 1).join('')}…` : text;
}

const labelFont = (strong) => `${strong ? 700 : 500} ${LABEL_SIZE}px ${LABEL_FONT}`;

function labelOf(context, key, strong) {
  const kept = `${strong} ${key}`;
  if (!labels.has(kept)) {
    const text = shortened(nameOf(key));
    context.font = labelFont(strong);
    labels.set(kept, { text, width: context.measureText(text).width });
  }
  return labels.get(kept);
}

const overlap = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

// Below, above, right, left, then the corners.
function candidateBoxes({ x, y, radius }, width) {
  const height = LABEL_SIZE + 3;
  const corner = 0.7 * radius + 2;
  const box = (left, top) => ({ left, top, right: left + width, bottom: top + height });
  return [
    box(x - width / 2, y + radius + 4),
    box(x - width / 2, y - radius - height - 3),
    box(x + radius + 4, y - height / 2),
    box(x - radius - width - 4, y - height / 2),
    box(x + corner, y + corner),
    box(x + corner, y - corner - height),
    box(x - corner - width, y + corner),
    box(x - corner - width, y - corner - height),
  ];
}

const disc = ({ key, x, y, radius }) => ({ key, radius, left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });

const inside = (box, frame) => box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

function eachCell({ left, right, top, bottom }, visit) {
  const end = { x: Math.floor(right / CELL), y: Math.floor(bottom / CELL) };
  for (let x = Math.floor(left / CELL); x <= end.x; x += 1) for (let y = Math.floor(top / CELL); y <= end.y; y += 1) visit(x * 1e6 + y);
}

// The discs by the cells of a grid that they lie in, so that a name is compared with those around it only.
function gridOf(discs) {
  const grid = new Map();
  for (const each of discs) eachCell(each, (cell) => (grid.has(cell) ? grid.get(cell).push(each) : grid.set(cell, [each])));
  return grid;
}

// How much of the discs a name would hide: the sum of their radii.
function hidden(box, grid, key) {
  let sum = 0;
  eachCell(box, (cell) => {
    for (const other of grid.get(cell) || []) if (other.key !== key && overlap(box, other)) sum += other.radius;
  });
  return sum;
}

// The first place that nothing else takes; a name that must be shown may lie on a few dots, never on another name.
function chooseBox(spot, boxes, grid, taken, frame) {
  let best = null;
  let least = spot.needed ? Infinity : 0.01;
  for (const box of boxes) {
    if (!inside(box, frame) || taken.some((other) => overlap(box, other))) continue;
    const cost = hidden(box, grid, spot.key);
    if (cost === 0) return box;
    if (cost < least) [best, least] = [box, cost];
  }
  return best;
}

// `spots`: where the nodes are on the screen, the most important first. `frame.taken`: where no name may lie.
function placeLabels(context, spots, frame) {
  const grid = gridOf(spots.map(disc));
  const taken = [...frame.taken];
  const placed = [];
  for (const spot of spots) {
    if (placed.length >= MOST_LABELS) break;
    if (!spot.named) continue;
    const { text, width } = labelOf(context, spot.key, spot.strong);
    const box = chooseBox(spot, candidateBoxes(spot, width), grid, taken, frame);
    if (!box) continue;
    taken.push(box);
    placed.push({ ...spot, text, box });
  }
  return placed;
}

function drawLabels(context, spots, frame, scale) {
  context.save();
  context.scale(1 / scale, 1 / scale);
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = colours.ground;
  for (const label of placeLabels(context, spots, frame)) {
    context.font = labelFont(label.strong);
    context.fillStyle = label.faint ? colours.muted : colours.ink;
    context.strokeText(label.text, label.box.left, label.box.top);
    context.fillText(label.text, label.box.left, label.box.top);
  }
  context.restore();
}
