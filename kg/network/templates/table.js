// The table: every contact shown, sortable, without need of the drawing.

const FIRST_ROWS = 50;

const COLUMNS = [
  { id: 'when', name: 'When', text: (contact) => contact.when, order: (contact) => contact.first + contact.last },
  { id: 'who', name: 'Who', text: (contact) => listed(contact.who.map(nameOf)) },
  { id: 'channel', name: 'Channel', text: (contact) => CHANNELS.get(contact.channel) },
  { id: 'status', name: 'Status', text: (contact) => contact.status },
  { id: 'about', name: 'About', text: (contact) => contact.topics.map(topicName).join(', ') },
  { id: 'where', name: 'Where', text: (contact) => [contact.place, contact.occasion].filter(Boolean).join(', ') },
  { id: 'word', name: 'On whose word', text: (contact) => listed(contact.voices.map((voice) => voice.name || 'own words')) },
];

// Words of our own, that need not be broken.
const FIRM = new Set(['when', 'channel', 'status']);

let allRows = false;

function buildTable() {
  const headings = COLUMNS.map((column) => element('th', { scope: 'col', id: `column-${column.id}` }, button(column.name, () => sortBy(column.id))));
  byId('table').tHead.replaceChildren(element('tr', {}, ...headings));
  byId('table-more').addEventListener('click', () => {
    allRows = true;
    showTable(currentView);
  });
}

function sortBy(column) {
  state.sort = { column, ascending: state.sort.column === column ? !state.sort.ascending : true };
  update();
}

function sorted(some) {
  const column = COLUMNS.find(({ id }) => id === state.sort.column) || COLUMNS[0];
  const order = column.order || column.text;
  const sign = state.sort.ascending ? 1 : -1;
  const keyed = some.map((contact) => [order(contact), contact]);
  // What is empty stands last either way.
  keyed.sort(([a], [b]) => (!a || !b ? Number(!a) - Number(!b) : sign * byText(a, b)));
  return keyed.map(([, contact]) => contact);
}

function showTable(view) {
  byId('table-heading').textContent = plural(view.contacts.length, 'contact');
  for (const { id } of COLUMNS) {
    const order = state.sort.ascending ? 'ascending' : 'descending';
    byId(`column-${id}`).setAttribute('aria-sort', id === state.sort.column ? order : 'none');
  }
  const rows = sorted(view.contacts);
  byId('table').tBodies[0].replaceChildren(...rows.slice(0, allRows ? rows.length : FIRST_ROWS).map(tableRow));
  byId('table-more').hidden = allRows || rows.length <= FIRST_ROWS;
  byId('table-more').textContent = `Show all ${rows.length.toLocaleString('en')}`;
}

function tableRow(contact) {
  const chosen = state.choice && state.choice.kind === 'contact' && state.choice.key === contact.id;
  const cells = COLUMNS.map(({ id, name, text }) => {
    const cell = element('td', { dir: 'auto', className: FIRM.has(id) ? 'firm' : '' }, id === 'when' ? openButton(contact) : text(contact));
    cell.dataset.name = name;
    return cell;
  });
  return element('tr', { className: chosen ? 'chosen' : '' }, ...cells);
}

const openButton = (contact) => button(contact.when, () => {
  choose('contact', contact.id);
  byId('panel').focus();
}, 'name');
