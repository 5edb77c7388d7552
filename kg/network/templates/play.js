// Through time: the chosen stretch, or one bar of the histogram, moves on step by step.

const STEP_MILLISECONDS = 900;

let playing = null;

function buildPlay() {
  byId('play').hidden = bins.length < 2;
  byId('play').addEventListener('click', () => {
    if (prefersStill.matches) moveOn();
    else if (playing) stopPlaying();
    else startPlaying();
  });
  showPlaying();
  prefersStill.addEventListener('change', stopPlaying);
}

function startPlaying() {
  playing = setInterval(moveOn, STEP_MILLISECONDS);
  showPlaying();
  moveOn();
}

function stopPlaying() {
  clearInterval(playing);
  playing = null;
  showPlaying();
}

// Whoever wants no motion moves on by hand. What changes by itself is not read out at every step.
function showPlaying() {
  const name = prefersStill.matches ? 'Next period' : playing ? 'Pause' : 'Play through time';
  byId('play').textContent = name;
  byId('summary').setAttribute('aria-live', playing ? 'off' : 'polite');
}

function moveOn() {
  const [from, to] = chosenBins();
  const width = to - from + 1 < bins.length ? to - from + 1 : 1;
  const start = width === to - from + 1 ? from + 1 : 0;
  if (start + width > bins.length) {
    endOfTime();
    return;
  }
  state.undated = false;
  state.from = bins[start].start;
  state.to = bins[start + width - 1].end;
  update();
}

// At the end everything is shown again.
function endOfTime() {
  stopPlaying();
  Object.assign(state, { from: '', to: '', undated: true });
  filter();
}
