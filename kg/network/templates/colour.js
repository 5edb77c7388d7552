// Colour and shape by region or by circle; the legend is a filter as well.

function buildColouring() {
  const few = CIRCLES.size < 2;
  byId('colouring').hidden = few;
  for (const choice of byId('colouring').querySelectorAll('input')) {
    choice.addEventListener('change', () => {
      state.colour = choice.value;
      update();
    });
  }
}

function showColouring() {
  for (const choice of byId('colouring').querySelectorAll('input')) choice.checked = choice.value === state.colour;
  for (const name of Object.keys(GROUPINGS)) byId(`facet-${name}`).hidden = name !== state.colour;
}
