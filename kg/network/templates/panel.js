// The panel: what the contacts of the choice were, on whose word, in which sentences.

const MOST_CARDS = 40;

const newestFirst = (a, b) => (b.first || '').localeCompare(a.first || '') || (b.last || '').localeCompare(a.last || '');

function showPanel(view) {
  const choice = state.choice;
  const content = choice ? PANELS[choice.kind](choice.key, view) : overview(view);
  byId('panel').replaceChildren(...content);
}

const PANELS = { leader: leaderPanel, tie: tiePanel, contact: contactPanel };

const heading = (text) => foreign('h2', text);
const backButton = () => button('← Most active', () => choose(null), 'quiet');

function overview(view) {
  const tops = (map, name, open) => [...map.keys()].sort((a, b) => countIn(map, b) - countIn(map, a) || name(a).localeCompare(name(b)))
    .slice(0, 12).map((key) => rankRow(name(key), countIn(map, key), () => open(key)));
  const pairName = (key) => listed(tieEnds(key).map(nameOf));
  return [
    heading('Most active'),
    element('p', { className: 'hint' }, 'Choose a leader or a tie, here or in the drawing, to read what was said, by whom, and in which words.'),
    element('h3', {}, 'Pairs'),
    element('ol', { className: 'ranks' }, ...tops(view.tieContacts, pairName, (key) => choose('tie', key))),
    element('h3', {}, 'Leaders'),
    element('ol', { className: 'ranks' }, ...tops(view.leaderCounts, nameOf, (key) => choose('leader', key))),
  ];
}

const countIn = (map, key) => (Array.isArray(map.get(key)) ? map.get(key).length : map.get(key));
const tieEnds = (key) => [ties.get(key).from, ties.get(key).to];

function rankRow(name, count, open) {
  const row = button('', open, 'rank');
  row.append(foreign('span', name), element('span', { className: 'count' }, count.toLocaleString('en')));
  return element('li', {}, row);
}

function leaderPanel(key, view) {
  const { country, posts } = leaders.get(key);
  const own = contacts.filter((contact) => contact.who.includes(key));
  const shown = own.filter((contact) => view.shown.has(contact));
  return [
    backButton(),
    heading(nameOf(key)),
    foreign('p', [country, ...posts.slice(0, 3)].filter(Boolean).join(' · '), 'hint'),
    partners(key, view),
    ...cards(own, shown),
  ];
}

function partners(key, view) {
  const own = [...view.tieContacts.keys()].filter((tie) => tieEnds(tie).includes(key));
  own.sort((a, b) => view.tieContacts.get(b).length - view.tieContacts.get(a).length);
  const chips = own.map((tie) => {
    const chip = button(nameOf(tieEnds(tie).find((end) => end !== key)), () => choose('tie', tie), 'chip');
    chip.dir = 'auto';
    chip.append(element('span', { className: 'count' }, ` ${view.tieContacts.get(tie).length}`));
    return chip;
  });
  return element('div', { className: 'chips', role: 'group', 'aria-label': 'With whom' }, ...chips);
}

function tiePanel(key, view) {
  const ends = tieEnds(key);
  const own = contacts.filter((contact) => contact.tieKeys.includes(key));
  const shown = own.filter((contact) => view.shown.has(contact));
  const links = ends.map((end) => nameButton(end));
  return [
    backButton(),
    element('h2', {}, links[0], ' and ', links[1]),
    element('p', { className: 'hint' }, tally(shown)),
    ...cards(own, shown),
  ];
}

function contactPanel(key) {
  const contact = contactById.get(key);
  return [backButton(), heading(listed(contact.who.map(nameOf))), card(contact)];
}

function nameButton(key) {
  const node = button(nameOf(key), () => choose('leader', key), 'name');
  node.dir = 'auto';
  return node;
}

function tally(some) {
  const count = (values) => [...values.reduce((counts, value) => counts.set(value, (counts.get(value) || 0) + 1), new Map())]
    .map(([value, number]) => `${number} ${value}`).join(', ');
  if (!some.length) return 'No contact fits the filters.';
  return `${plural(some.length, 'contact')}, ${years(some)}: ${count(some.map((contact) => CHANNELS.get(contact.channel)))}; ${count(some.map((contact) => contact.status))}`;
}

function cards(own, shown) {
  const inOrder = [...shown].sort(newestFirst);
  const list = element('div', { className: 'cards' }, ...inOrder.slice(0, MOST_CARDS).map(card));
  const rest = inOrder.slice(MOST_CARDS);
  const more = rest.length ? button(`Show ${rest.length} more`, () => { list.append(...rest.map(card)); more.remove(); }) : null;
  const hidden = own.length - shown.length;
  const note = hidden ? element('p', { className: 'hint' }, `The filters hide ${plural(hidden, 'further contact')}.`) : null;
  return [list, more, note].filter(Boolean);
}

function card(contact) {
  return element('article', { className: 'card' },
    element('header', {}, element('h3', {}, contact.when), badge(contact.status)),
    element('p', { className: 'means' }, sentenceCase(CHANNELS.get(contact.channel)), ...inferredNote(contact)),
    element('p', { className: 'who' }, ...joined(contact.who.map(nameButton))),
    facts(contact),
    voices(contact));
}

const sentenceCase = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const badge = (status) => element('span', { className: `badge ${status}` }, status);
const inferredNote = (telling) => (telling.inferred ? [' · ', element('span', { className: 'inferred' }, 'date inferred, not told')] : []);

function joined(nodes) {
  return nodes.flatMap((node, place) => (place === 0 ? [node] : [place === nodes.length - 1 ? ' and ' : ', ', node]));
}

function facts(contact) {
  const rows = [
    ['About', contact.topics.map(topicName).join(', ')],
    ['Where', contact.place],
    ['Occasion', contact.occasion],
    ['Because of', contact.cause],
  ].filter(([, text]) => text);
  return element('dl', {}, ...rows.flatMap(([name, text]) => [element('dt', {}, name), foreign('dd', text)]));
}

function voices(contact) {
  const several = contact.voices.length > 1;
  const intro = several ? element('p', { className: 'sides' }, `${plural(contact.voices.length, 'version')} of this contact`) : null;
  const columns = element('div', { className: several ? 'voices several' : 'voices' }, ...contact.voices.map((voice) => voiceBlock(voice, contact, several)));
  return element('div', {}, intro, columns);
}

function voiceBlock(voice, contact, several) {
  return element('section', { className: 'voice' },
    element('h4', {}, voiceName(voice)),
    several ? topicsOfVoice(voice) : null,
    ...voice.claims.map((claim) => telling(claim, contact)));
}

function voiceName(voice) {
  if (voice.name) return element('span', {}, 'According to ', foreign('b', voice.name));
  const issuers = [...new Set(voice.claims.map((claim) => articles[claim.article].issuer).filter(Boolean))];
  return foreign('span', issuers.length ? `In the words of ${listed(issuers)}` : 'In the article’s own words');
}

function topicsOfVoice(voice) {
  if (!voice.topics.length) return element('p', { className: 'told' }, 'No topic told.');
  const chips = voice.topics.map((topic) => {
    const alone = voice.alone.includes(topic);
    return element('li', { className: alone ? 'alone' : '' }, foreign('span', topicName(topic)), alone ? element('small', {}, 'only here') : null);
  });
  return element('ul', { className: 'told' }, ...chips);
}

function telling(claim, contact) {
  const article = articles[claim.article];
  const source = [article.issuer, article.date].filter(Boolean).join(', ');
  return element('figure', {},
    differences(claim, contact),
    ...claim.evidence.map((number, place) => element('blockquote', { dir: 'auto' }, ...marked(sentences[number], place === 0 ? claim.trigger : ''))),
    element('figcaption', {}, element('cite', {}, outsideLink(article.url, article.title)), foreign('span', source)));
}

// A telling says on its own what it tells otherwise than the contact as a whole.
function differences(claim, contact) {
  const parts = [
    claim.status !== contact.status ? `told as ${claim.status}` : '',
    claim.channel !== contact.channel ? CHANNELS.get(claim.channel) : '',
    claim.when !== contact.when ? claim.when : '',
  ].filter(Boolean);
  return parts.length ? element('p', { className: 'differs' }, sentenceCase(parts.join(', '))) : null;
}

// The sentence with the word that tells the contact marked.
function marked(sentence, trigger) {
  const place = trigger ? placeOfWord(sentence, trigger) : -1;
  if (place < 0) return [sentence];
  const end = place + trigger.length;
  return [sentence.slice(0, place), element('mark', {}, sentence.slice(place, end)), sentence.slice(end)];
}

function placeOfWord(sentence, word) {
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'iu').exec(sentence);
  return found ? found.index : sentence.indexOf(word);
}
