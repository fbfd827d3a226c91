// Ends the function that `gallery.py` makes of the shipped content scripts, and runs in it: their
// names are known here, and nothing is done but what a test asks for.

const CONTROL = null;
const BRIEFING = { level: 'banner', main: true };
const visit = new Visit();
visit.setting = mainSetting(CATALOGUE);
const WAY = visit.way;
const pressed = [];
const noting = (name) => async () => {
  pressed.push(name);
  return true;
};
const HANDS = {
  act: noting('act'),
  dismiss: noting('dismiss'),
  pausePass: noting('pause-pass'),
  copyReport: noting('copy-report'),
};

let shown = ELSEWHERE;

/** Dates and numbers in words, as the background tells them. */
function inWords({ memory = null, place = null, ...rest }) {
  return {
    ...BRIEFING,
    ...rest,
    memory: memory && { was: memory.was, day: sayDate(memory.at) },
    place: place && { number: sayNumber(place.number), of: sayNumber(place.of) },
  };
}

/** Draws what an event makes of what is shown, as main.js does. */
function hear(event, briefing) {
  shown = nextState(shown, event);
  drawState(shown, { briefing: inWords(briefing), way: WAY }, CONTROL, HANDS);
}

/** As before anything was known. */
function forget() {
  shown = ELSEWHERE;
  eraseBanner();
}

/** Draws what the events make of an unknown page, after each of them. */
function show(events, briefing) {
  shown = ELSEWHERE;
  for (const event of events) hear(event, briefing);
}

window.gallery = {
  forget,
  hear,
  show,
  pressed,
  get banner() {
    return openOverlay();
  },
};
