import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { day } from './day.ts';
import { endurance } from './endurance.ts';
import { reached, tableOf } from './figure.ts';
import { painting } from './paint.ts';
import { startUp, steadyState } from './process.ts';
import { randomRuns } from './random.ts';
import { sideBySideSerial } from './side-by-side-serial.ts';
import { allSources, sampling } from './sources.ts';
import { colours, expressions, marquee } from './widgets.ts';
import { nothingChanges, pageSwitch, repaint, smallChanges } from './wire.ts';

const RESULTS = new URL('results.json', import.meta.url);

const figures = [
  // First, as a program that has done nothing else.
  ...[...sampling(), ...(await allSources())],
  ...[...repaint(), ...smallChanges(), ...nothingChanges(), ...pageSwitch()],
  ...[...marquee(), ...colours(), ...expressions()],
  ...[...painting(), ...endurance(), ...day(), ...randomRuns()],
  ...(await sideBySideSerial()),
  ...(await startUp()),
  ...(await steadyState()),
];
const results = {
  node: process.version,
  machine: { cores: cpus().length, model: cpus()[0]?.model },
  figures: figures.map((figure) => ({ ...figure, reached: reached(figure) })),
};
const json = JSON.stringify(results, null, 2);
writeFileSync(RESULTS, `${json}\n`);
console.log(`${tableOf(figures)}\n\n${json}`);
