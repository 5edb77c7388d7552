// What is shown, in one sentence.

function summary(view) {
  const shown = view.contacts.length;
  const count = shown === contacts.length ? plural(shown, 'contact') : `${shown.toLocaleString('en')} of ${plural(contacts.length, 'contact')}`;
  const between = `between ${plural(view.leaderCounts.size, 'participant')}`;
  return `${[`${count} ${between}`, ...conditions()].join(', ')}.`;
}

function conditions() {
  return [
    state.around ? `within ${plural(state.around.depth, 'tie')} of ${nameOf(state.around.key)}` : '',
    state.sides.size ? 'told by two sides' : '',
    listed([...state.status], 'or'),
    listed([...state.channel].map((channel) => CHANNELS.get(channel)), 'or'),
    state.topic.size ? `about ${listed([...state.topic].map(topicName), 'or')}` : '',
    state.authority.size ? `on the word of ${listed([...state.authority].map(OPTION_NAMES.authority), 'or')}` : '',
    state.country.size ? `with someone of ${listed([...state.country], 'or')}` : '',
    state.circle.size ? `with someone of the circle of ${listed([...state.circle], 'or')}` : '',
    state.region.size ? `with someone of ${listed([...state.region], 'or')}` : '',
    dateCondition(),
  ].filter(Boolean);
}

function dateCondition() {
  const undated = state.undated ? '' : 'with a date';
  if (!bins.length || (!state.from && !state.to)) return undated;
  const [from, to] = chosenBins().map((number) => bins[number].words);
  const stretch = from === to ? `in ${from}` : `from ${from} to ${to}`;
  return state.undated && contacts.some((contact) => !contact.first) ? `${stretch} or without a date` : stretch;
}

// The years between which a few contacts lie.
function years(some) {
  const dated = some.filter((contact) => contact.first);
  if (!dated.length) return 'date not told';
  const first = Number(dated.reduce((least, { first: day }) => (day < least ? day : least), '9999').slice(0, 4));
  const last = Number(dated.reduce((most, { last: day }) => (day > most ? day : most), '').slice(0, 4));
  return first === last ? String(first) : `${first}–${last}`;
}
