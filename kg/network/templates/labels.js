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

const labelFont = (strong) => `${strong ? 700 : 500} ${LABEL_SIZE}px ${LABEL_FONT}`;

function labelWidth(context, text, strong) {
  const kept = `${strong} ${text}`;
  context.font = labelFont(strong);
  if (!labelWidths.has(kept)) labelWidths.set(kept, context.measureText(text).width);
  return labelWidths.get(kept);
}

const overlap = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

function candidateBoxes({ x, y, radius }, width) {
  const height = LABEL_SIZE + 3;
  const box = (left, top) => ({ left, top, right: left + width, bottom: top + height });
  return [
    box(x - width / 2, y + radius + 4),
    box(x - width / 2, y - radius - height - 3),
    box(x + radius + 4, y - height / 2),
    box(x - radius - width - 4, y - height / 2),
  ];
}

const disc = ({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });

const inside = (box, frame) => box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

// The first place that nothing else takes; a name that must be shown may lie on a few dots, never on another name.
function chooseBox(spot, boxes, discs, names, frame) {
  const open = boxes.filter((box) => inside(box, frame) && !names.some((other) => overlap(box, other)));
  const covered = open.map((box) => discs.filter((other) => other.key !== spot.key && overlap(box, other)).length);
  const least = covered.indexOf(Math.min(...covered));
  return open.length && (spot.needed || covered[least] === 0) ? open[least] : null;
}

// `spots`: where the nodes are on the screen, the most important first.
function placeLabels(context, spots, frame) {
  const discs = spots.map((spot) => ({ ...disc(spot), key: spot.key }));
  const names = [];
  const placed = [];
  for (const spot of spots) {
    if (placed.length >= MOST_LABELS) break;
    const text = shortened(nameOf(spot.key));
    const box = chooseBox(spot, candidateBoxes(spot, labelWidth(context, text, spot.strong)), discs, names, frame);
    if (!box) continue;
    names.push(box);
    placed.push({ ...spot, text, box });
  }
  return placed;
}

function drawLabels(context, spots, frame, scale) {
  context.save();
  context.scale(1 / scale, 1 / scale);
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  for (const label of placeLabels(context, spots, frame)) {
    context.font = labelFont(label.strong);
    context.globalAlpha = label.faint ? 0.6 : 1;
    context.lineWidth = 3.5;
    context.strokeStyle = colours.ground;
    context.strokeText(label.text, label.box.left, label.box.top);
    context.fillStyle = colours.ink;
    context.fillText(label.text, label.box.left, label.box.top);
  }
  context.restore();
}
