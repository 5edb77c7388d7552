// Dates: a histogram by day, month or year, and two sliders that choose a stretch of it.

const MOST_BARS = 100;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const two = (number) => String(number).padStart(2, '0');
const lastDayOf = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

const BIN_KINDS = [
  {
    start: (day) => day,
    end: (start) => start,
    words: (start) => `${Number(start.slice(8))} ${MONTHS[start.slice(5, 7) - 1]} ${Number(start.slice(0, 4))}`,
    next: (start) => new Date(Date.parse(start) + 86400000).toISOString().slice(0, 10),
  },
  {
    start: (day) => `${day.slice(0, 7)}-01`,
    end: (start) => `${start.slice(0, 7)}-${lastDayOf(Number(start.slice(0, 4)), Number(start.slice(5, 7)))}`,
    words: (start) => `${MONTHS[start.slice(5, 7) - 1]} ${Number(start.slice(0, 4))}`,
    next: (start) => nextMonth(start),
  },
  {
    start: (day) => `${day.slice(0, 4)}-01-01`,
    end: (start) => `${start.slice(0, 4)}-12-31`,
    words: (start) => String(Number(start.slice(0, 4))),
    next: (start) => `${String(Number(start.slice(0, 4)) + 1).padStart(4, '0')}-01-01`,
  },
];

function nextMonth(start) {
  const [year, month] = start.split('-').map(Number);
  return month === 12 ? `${String(year + 1).padStart(4, '0')}-01-01` : `${start.slice(0, 4)}-${two(month + 1)}-01`;
}

function binsOf(kind, first, last) {
  const bins = [];
  for (let start = kind.start(first); start <= last && bins.length <= MOST_BARS; start = kind.next(start)) {
    bins.push({ start, end: kind.end(start), words: kind.words(start) });
  }
  return bins;
}

// The finest kind of bin that keeps the histogram legible; years go on as long as they must.
function makeBins() {
  const dated = contacts.filter((contact) => contact.first);
  if (!dated.length) return [];
  const first = dated.reduce((least, contact) => (contact.first < least ? contact.first : least), '9999');
  const last = dated.reduce((most, contact) => (contact.last > most ? contact.last : most), '');
  const choices = BIN_KINDS.map((kind) => binsOf(kind, first, last));
  return choices.find((bins) => bins.length <= MOST_BARS) || choices[choices.length - 1];
}

const bins = makeBins();

const binOf = (day) => Math.max(0, bins.findLastIndex((bin) => bin.start <= day));
for (const contact of contacts) contact.bin = contact.first ? binOf(contact.first) : -1;

function chosenBins() {
  return [state.from ? binOf(state.from) : 0, state.to ? binOf(state.to) : bins.length - 1];
}

function buildDates() {
  byId('undated').addEventListener('change', (event) => {
    state.undated = event.target.checked;
    filter();
  });
  const undated = contacts.filter((contact) => !contact.first).length;
  byId('undated-option').hidden = undated === 0;
  for (const [id, choose] of [['date-from', chooseFrom], ['date-to', chooseTo]]) {
    byId(id).max = Math.max(0, bins.length - 1);
    byId(id).disabled = bins.length < 2;
    byId(id).addEventListener('input', (event) => choose(Number(event.target.value)));
  }
}

function chooseFrom(number) {
  const from = Math.min(number, chosenBins()[1]);
  state.from = from === 0 ? '' : bins[from].start;
  filter();
}

function chooseTo(number) {
  const to = Math.max(number, chosenBins()[0]);
  state.to = to === bins.length - 1 ? '' : bins[to].end;
  filter();
}

function showDates() {
  const fitting = contacts.filter((contact) => fits(contact, 'dates'));
  byId('undated').checked = state.undated;
  byId('undated-count').textContent = fitting.filter((contact) => !contact.first).length.toLocaleString('en');
  if (!bins.length) return;
  const [from, to] = chosenBins();
  showSlider('date-from', 'range-from', from);
  showSlider('date-to', 'range-to', to);
  byId('histogram').replaceChildren(histogram(fitting, from, to));
}

function showSlider(slider, output, number) {
  byId(slider).value = number;
  byId(slider).setAttribute('aria-valuetext', bins[number].words);
  byId(output).textContent = bins[number].words;
}

function histogram(fitting, from, to) {
  const counts = bins.map(() => 0);
  for (const contact of fitting) if (contact.first) counts[contact.bin] += 1;
  const most = Math.max(1, ...counts);
  const bars = counts.map((count, number) => {
    const height = count ? Math.max(2, (40 * count) / most) : 0;
    const inside = number >= from && number <= to ? 'bar' : 'bar outside';
    return svg('rect', { class: inside, x: number + 0.08, y: 40 - height, width: 0.84, height });
  });
  return svg('svg', { viewBox: `0 0 ${bins.length} 40`, preserveAspectRatio: 'none' }, ...bars);
}
