// The drawing as a picture file, with title, what is shown in words, and the legend.

const PICTURE_EDGE = 24;

function savePicture() {
  const drawn = byId('drawing').querySelector('canvas');
  const dense = drawn.width / drawn.clientWidth;
  const legend = legendRows(drawn.clientWidth - 2 * PICTURE_EDGE);
  const height = drawn.clientHeight + 84 + 26 * legend.length;
  const picture = element('canvas', { width: drawn.width, height: Math.round(height * dense) });
  const context = picture.getContext('2d');
  context.scale(dense, dense);
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, drawn.clientWidth, height);
  context.drawImage(drawn, 0, 72, drawn.clientWidth, drawn.clientHeight);
  drawWords(context, drawn.clientWidth - 2 * PICTURE_EDGE);
  legend.forEach((row, place) => drawLegendRow(context, row, drawn.clientHeight + 84 + 26 * place));
  picture.toBlob((blob) => offerFile(blob, 'contacts.png'), 'image/png');
}

function drawWords(context, width) {
  context.fillStyle = colours.ink;
  context.font = `600 22px ${LABEL_FONT}`;
  context.fillText(page.title, PICTURE_EDGE, 36, width);
  context.font = `14px ${LABEL_FONT}`;
  context.fillText(byId('summary').textContent, PICTURE_EDGE, 60, width);
}

// The groups in rows that fit the width.
function legendRows(width) {
  const context = element('canvas').getContext('2d');
  context.font = `13px ${LABEL_FONT}`;
  const rows = [[]];
  let x = 0;
  for (const group of optionsInOrder(state.colour)) {
    const step = context.measureText(group).width + 42;
    if (x + step > width && x > 0) {
      rows.push([]);
      x = 0;
    }
    rows[rows.length - 1].push({ group, x: x + PICTURE_EDGE });
    x += step;
  }
  return rows;
}

function drawLegendRow(context, row, top) {
  context.font = `13px ${LABEL_FONT}`;
  for (const { group, x } of row) {
    const { name, shape } = GROUPINGS[state.colour].get(group);
    context.save();
    context.translate(x, top);
    context.fillStyle = colours[name];
    context.fill(new Path2D(SWATCHES[shape]));
    context.restore();
    context.fillStyle = colours.muted;
    context.fillText(group, x + 18, top + 11);
  }
}
