// One contact in words: when, how and who, then each side's telling with its sentences and sources.

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
    ['Begun by', listed(contact.roles.initiator || [])],
    ['Host', listed(contact.roles.host || [])],
    ['Visitor', listed(contact.roles.visitor || [])],
    ['Through', listed(contact.roles.mediator || [])],
  ].filter(([, text]) => text);
  return element('dl', {}, ...rows.flatMap(([name, text]) => [element('dt', {}, name), foreign('dd', text)]));
}

function voices(contact) {
  const several = contact.voices.length > 1;
  const intro = several ? comparison(contact) : null;
  const columns = element('div', { className: several ? 'voices several' : 'voices' }, ...contact.voices.map((voice) => voiceBlock(voice, contact, several)));
  return element('div', {}, intro, columns);
}

// What all versions tell alike, and on what they differ.
function comparison(contact) {
  const claims = contact.voices.flatMap((voice) => voice.claims);
  const alike = (field) => claims.every((claim) => claim[field] === claims[0][field]);
  const shared = contact.topics.filter((topic) => contact.voices.every((voice) => voice.topics.includes(topic)));
  const same = [
    alike('status') ? claims[0].status : '',
    alike('channel') ? CHANNELS.get(claims[0].channel) : '',
    alike('when') ? claims[0].when : '',
    shared.length ? `about ${listed(shared.map(topicName))}` : '',
  ].filter(Boolean);
  const names = { status: 'whether it was held', channel: 'the channel', when: 'the date' };
  const other = [...Object.keys(names).filter((field) => !alike(field)).map((field) => names[field]), ...(shared.length < contact.topics.length ? ['the topics'] : [])];
  return element('div', { className: 'comparison' },
    element('p', { className: 'sides' }, `${plural(contact.voices.length, 'version')} of this contact`),
    same.length ? element('p', { className: 'same' }, `${allOf(contact.voices)} tell: ${same.join(', ')}.`) : null,
    other.length ? element('p', { className: 'other' }, `They differ on ${listed(other)}.`) : null);
}

const allOf = (voices) => (voices.length === 2 ? 'Both' : `All ${voices.length}`);

function voiceBlock(voice, contact, several) {
  return element('section', { className: 'voice' },
    element('h4', {}, voiceName(voice)),
    several && contact.topics.length ? topicsOfVoice(voice, contact) : null,
    ...voice.claims.map((claim) => telling(claim, contact)));
}

function voiceName(voice) {
  if (voice.name) return element('span', {}, 'According to ', foreign('b', voice.name));
  const issuers = [...new Set(voice.claims.map((claim) => articles[claim.article].issuer).filter(Boolean))];
  return foreign('span', issuers.length ? `In the words of ${listed(issuers)}` : 'In the article’s own words');
}

function topicsOfVoice(voice, contact) {
  if (!voice.topics.length) return element('p', { className: 'told' }, 'No topic told.');
  const alone = (topic) => voice.alone.includes(topic);
  const shared = (topic) => contact.voices.every((other) => other.topics.includes(topic));
  const inOrder = [...voice.topics].sort((a, b) => alone(a) - alone(b));
  const chips = inOrder.map((topic) => {
    const note = alone(topic) ? 'only here' : shared(topic) ? allOf(contact.voices).toLowerCase() : '';
    return element('li', { className: alone(topic) ? 'alone' : '' }, foreign('span', topicName(topic)), ' ', note ? element('small', {}, note) : null);
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
  return parts.length ? element('p', { className: 'differs' }, `Here: ${parts.join(', ')}`) : null;
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
