// Names on the drawing: one size at every zoom, the most active first, and none over another.

const LABEL_SIZE = 12.5;
const LABEL_FONT = 'system-ui, "Noto Sans", sans-serif';
const MOST_LABELS = 60;
const LONGEST_LABEL = 30;

const labelWidths = new Map();

function shortened(text) {
  const letters = [...text];
  return letters.length > LONGEST_LABEL ? `${letters.slice(0, LONGEST_LABEL - 1).join('')}…` : text;
}

function labelWidth(context, text) {
  if (!labelWidths.has(text)) labelWidths.set(text, context.measureText(text).width);
  return labelWidths.get(text);
}

const overlap = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

function candidateBoxes({ x, y, radius }, width) {
  const height = LABEL_SIZE + 3;
  const box = (left, top) => ({ left, top, right: left + width, bottom: top + height });
  return [
    box(x - width / 2, y + radius + 2),
    box(x - width / 2, y - radius - height - 2),
    box(x + radius + 4, y - height / 2),
    box(x - radius - width - 4, y - height / 2),
  ];
}

const disc = ({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });

// `spots`: where the nodes are on the screen, the most important first.
function placeLabels(context, spots) {
  const taken = spots.map((spot) => ({ ...disc(spot), key: spot.key }));
  const placed = [];
  for (const spot of spots) {
    if (placed.length >= MOST_LABELS) break;
    const text = shortened(nameOf(spot.key));
    const free = (box) => taken.every((other) => other.key === spot.key || !overlap(box, other));
    const boxes = candidateBoxes(spot, labelWidth(context, text));
    const box = boxes.find(free) || (spot.needed ? boxes[0] : null);
    if (!box) continue;
    taken.push(box);
    placed.push({ ...spot, text, box });
  }
  return placed;
}

function drawLabels(context, spots, scale) {
  context.save();
  context.scale(1 / scale, 1 / scale);
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  context.font = `500 ${LABEL_SIZE}px ${LABEL_FONT}`;
  for (const label of placeLabels(context, spots)) {
    context.font = `${label.strong ? 700 : 500} ${LABEL_SIZE}px ${LABEL_FONT}`;
    context.lineWidth = 3.5;
    context.strokeStyle = colours.ground;
    context.strokeText(label.text, label.box.left, label.box.top);
    context.fillStyle = label.faint ? colours.muted : colours.ink;
    context.fillText(label.text, label.box.left, label.box.top);
  }
  context.restore();
}
