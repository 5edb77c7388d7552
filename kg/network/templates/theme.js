// Light and dark: the canvas knows nothing of style sheets, so that its colours are read out and handed over.

const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const prefersStill = matchMedia('(prefers-reduced-motion: reduce)');

let colours = {};

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const names = ['ink', 'muted', 'ground', 'tie', 'accent', ...[...REGIONS.values()].map((region) => region.name)];
  colours = Object.fromEntries(names.map((name) => [name, colour(name)]));
}

// One colour as it looks on another when so much of it is opaque; in the form that vis-network need not work on.
function mixed(colour, ground, opacity) {
  const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const over = parts(ground);
  return `rgba(${parts(colour).map((part, place) => Math.round(part * opacity + over[place] * (1 - opacity))).join(',')},1)`;
}

function useTheme(name) {
  document.documentElement.dataset.theme = name;
  readColours();
}

const themeNow = () => document.documentElement.dataset.theme;

function followSystemTheme() {
  const follow = () => useTheme(prefersDark.matches ? 'dark' : 'light');
  follow();
  prefersDark.addEventListener('change', () => {
    follow();
    update();
  });
}

// On paper the drawing is dark on white, whatever the screen shows.
function drawLightOnPaper() {
  let onScreen = 'light';
  addEventListener('beforeprint', () => {
    onScreen = themeNow();
    useTheme('light');
    redrawNow();
  });
  addEventListener('afterprint', () => {
    useTheme(onScreen);
    redrawNow();
  });
}
