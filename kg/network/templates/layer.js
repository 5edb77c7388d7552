// What is drawn of one kind, nodes or lines. vis-network is slow to take in changes, be they few or many: it gets only
// what looks otherwise than before, all in one go, and what is not shown is hidden instead of taken out.

function makeLayer() {
  const set = new vis.DataSet();
  let shown = new Map();
  let looks = new Map();
  return {
    set,
    items: () => [...shown.values()],
    ids: () => [...shown.keys()],
    has: (id) => shown.has(id),
    show(items) {
      const gone = [...shown.keys()];
      const before = looks;
      shown = new Map(items.map((item) => [item.id, item]));
      looks = new Map(items.map((item) => [item.id, JSON.stringify(item)]));
      const hidden = gone.filter((id) => !shown.has(id)).map((id) => ({ id, hidden: true }));
      const changed = items.filter(({ id }) => looks.get(id) !== before.get(id));
      set.update([...hidden, ...changed.map((item) => ({ ...item, hidden: false }))]);
    },
  };
}
