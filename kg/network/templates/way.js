// The way between two leaders over the ties shown, where many contacts make a short way (Dijkstra).

function partnersIn(view) {
  const partners = new Map();
  for (const [tie, some] of view.tieContacts) {
    const [from, to] = tieEnds(tie);
    for (const [one, other] of [[from, to], [to, from]]) {
      if (!partners.has(one)) partners.set(one, []);
      partners.get(one).push([other, 1 / some.length]);
    }
  }
  return partners;
}

function nearestOpen(lengths, done) {
  let nearest = null;
  for (const [key, length] of lengths) if (!done.has(key) && (nearest === null || length < lengths.get(nearest))) nearest = key;
  return nearest;
}

function wayBetween(start, end, view) {
  const partners = partnersIn(view);
  const lengths = new Map([[start, 0]]);
  const before = new Map();
  const done = new Set();
  for (let key = start; key !== null && key !== end; key = nearestOpen(lengths, done)) {
    done.add(key);
    for (const [other, length] of partners.get(key) || []) {
      const whole = lengths.get(key) + length;
      if (whole < (lengths.get(other) ?? Infinity)) {
        lengths.set(other, whole);
        before.set(other, key);
      }
    }
  }
  return backFrom(end, start, before);
}

function backFrom(end, start, before) {
  const way = [end];
  while (way[0] !== start && before.has(way[0])) way.unshift(before.get(way[0]));
  return way[0] === start ? way : [];
}

const wayOf = (key, view) => wayBetween(...JSON.parse(key), view);
const tiesOfWay = (way) => way.slice(1).map((key, place) => tieKey(way[place], key));

function wayPanel(key, view) {
  const [start, end] = JSON.parse(key);
  const way = wayOf(key, view);
  const steps = tiesOfWay(way).map((tie, place) => wayStep(tie, [way[place], way[place + 1]], view));
  return [
    backButton(),
    element('h2', {}, 'From ', nameButton(start), ' to ', nameButton(end)),
    element('p', { className: 'hint' }, wayInWords(start, end, way)),
    element('ol', { className: 'way' }, ...steps),
  ];
}

function wayInWords(start, end, way) {
  if (start === end) return 'Both are the same: choose another.';
  if (!way.length) return 'No way leads there over the contacts shown.';
  const between = way.length - 2;
  if (!between) return 'They have a tie of their own.';
  return `The strongest way leads over ${plural(between, 'other')}. It shows who knows whom, not that word was passed on.`;
}

function wayStep(tie, [one, other], view) {
  const some = view.tieContacts.get(tie);
  const open = button(`${plural(some.length, 'contact')}, ${years(some)}`, () => choose('tie', tie), 'name');
  return element('li', {}, nameButton(one), ' and ', nameButton(other), ': ', open);
}

function buildWay() {
  const names = [...leaders.keys()].map(uniqueName).sort(byText);
  byId('leader-names').replaceChildren(...names.map((value) => element('option', { value })));
  byId('way-form').addEventListener('submit', (event) => {
    event.preventDefault();
    showWay();
  });
}

const labelCounts = new Map();
for (const { label } of leaders.values()) labelCounts.set(label, (labelCounts.get(label) || 0) + 1);

// Two of one name are told apart by their countries.
const uniqueName = (key) => (labelCounts.get(nameOf(key)) > 1 ? `${nameOf(key)} (${leaders.get(key).country || key})` : nameOf(key));

function leaderCalled(words) {
  const exact = [...leaders.keys()].find((key) => folded(uniqueName(key)) === folded(words.trim()));
  return exact || (words.trim() ? findLeaders(words)[0] : undefined);
}

function showWay() {
  const inputs = ['way-from', 'way-to'].map(byId);
  const ends = inputs.map((input) => leaderCalled(input.value));
  const missing = ends.findIndex((end) => !end);
  byId('way-problem').textContent = missing < 0 ? '' : `Nobody is called “${inputs[missing].value}”: choose a name of the list.`;
  inputs.forEach((input, place) => input.setAttribute('aria-invalid', String(!ends[place])));
  if (missing >= 0) inputs[missing].focus();
  else {
    inputs.forEach((input, place) => { input.value = uniqueName(ends[place]); });
    choose('way', JSON.stringify(ends));
    byId('panel').focus();
  }
}
