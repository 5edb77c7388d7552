// What is shown, to take away: picture, drawing, rows, and the link to the view.

function buildSaving() {
  const makers = { png: savePicture, svg: saveDrawing, csv: saveRows, json: saveRecords };
  for (const [id, make] of Object.entries(makers)) {
    byId(id).addEventListener('click', () => {
      make();
      closeSaveMenu();
    });
  }
  byId('save').addEventListener('focusout', (event) => { if (!byId('save').contains(event.relatedTarget)) byId('save').open = false; });
  byId('link').hidden = location.protocol === 'about:';
  byId('link').addEventListener('click', copyLink);
}

function closeSaveMenu() {
  byId('save').querySelector('summary').focus();
  byId('save').open = false;
}

function offerFile(blob, name) {
  const address = URL.createObjectURL(blob);
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

const offerText = (text, type, name) => offerFile(new Blob([text], { type: `${type};charset=utf-8` }), name);

// A cell that a spreadsheet would take for a formula is quoted with an apostrophe.
function cellText(value) {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function rowsOf(some) {
  const articlesOf = (contact) => [...new Set(contact.voices.flatMap((voice) => voice.claims.map((claim) => claim.article)))];
  const columns = [
    ...COLUMNS.map(({ name, text }) => [name, text]),
    ['First day', (contact) => contact.first],
    ['Last day', (contact) => contact.last],
    ['Articles', (contact) => articlesOf(contact).map((number) => articles[number].url || articles[number].title).join(' ')],
    ['Contact', (contact) => contact.id],
  ];
  return [columns.map(([name]) => name), ...some.map((contact) => columns.map(([, text]) => text(contact)))];
}

function saveRows() {
  const lines = rowsOf(sorted(currentView.contacts)).map((row) => row.map(cellText).join(','));
  offerText(`\ufeff${lines.join('\r\n')}\r\n`, 'text/csv', 'contacts.csv');
}

function recordOf(contact) {
  const { id, first, last, when, channel, status, place, occasion, cause, roles } = contact;
  const claims = contact.voices.flatMap((voice) => voice.claims.map((claim) => ({
    authority: voice.name, channel: claim.channel, status: claim.status, when: claim.when,
    sentences: claim.evidence.map((number) => sentences[number]), article: articles[claim.article],
  })));
  const who = contact.who.map((key) => ({ key, name: nameOf(key), country: leaders.get(key).country }));
  return { id, who, first, last, when, channel, status, topics: contact.topics.map(topicName), place, occasion, cause, roles, claims };
}

function saveRecords() {
  const shown = { title: page.title, shown: summary(currentView), contacts: sorted(currentView.contacts).map(recordOf) };
  offerText(JSON.stringify(shown, null, 2), 'application/json', 'contacts.json');
}

async function copyLink() {
  const copied = await copyText(location.href);
  byId('said').textContent = copied ? 'Link copied.' : 'The browser does not let this page copy: take the link from the address bar.';
  setTimeout(() => { byId('said').textContent = ''; }, 6000);
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text) {
  const field = element('textarea', { value: text, className: 'hidden' });
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  byId('link').focus();
  return copied;
}
