import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { broker, command, endless, file, kept, type Other, tls, web, writer } from './trouble/others.ts';
import { type Shown, shown } from './trouble/page.ts';

// Whatever happens to one source, nothing changes on the page but its own value, and that is back when the other side is.

const HUGE = Buffer.alloc(10_000_000, 'x');
const BYTES = Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index % 2 === 0 ? 0 : 0x80 + (index % 128))));
/** The page's own value changes so often (ms); what is slower for a moment is this machine. */
const [BEAT, SLOW] = [100, 1_500];
const SOON = { interval: 10, timeout: 15_000 };

const folder = mkdtempSync(join(tmpdir(), 'lcdflow-trouble-'));
const closing: (() => unknown)[] = [() => rmSync(folder, { recursive: true })];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const others = async (): Promise<Readonly<Record<string, Other>>> => ({
  hang: await web(() => undefined),
  kept: await kept(),
  huge: await web((_, answer) => answer.end(HUGE)),
  endless: await web((_, answer) => endless(answer, 'x'.repeat(1_000))),
  binary: await web((_, answer) => answer.end(BYTES)),
  circle: await web((_, answer) => answer.writeHead(302, { location: '/' }).end()),
  cut: await web((_, answer) => answer.write('7', () => answer.destroy())),
  tls: await tls(folder),
  broker: await broker(),
  fifo: writer(folder),
  command: command(folder),
  file: file(folder, 'file', BYTES),
  large: file(folder, 'large', HUGE),
});

/** Everything of this process that a source could forget. */
const inUse = () => ({
  files: readdirSync('/proc/self/fd').length,
  listeners: process.listenerCount('exit'),
  sockets: process.getActiveResourcesInfo().filter((name) => /TCPSocket|Pipe|Process|FSEvent|Connect/.test(name))
    .length,
});

/** Looks at the page all the time: which lines have shown what, and how long the beat has stood still. */
function observer({ lines, onChange }: Pick<Shown, 'lines' | 'onChange'>) {
  const seen = new Map<string, Set<string>>();
  let [last, since, longest] = ['', performance.now(), 0];
  onChange(() => {
    const { beat, ...rest } = lines();
    for (const [name, text] of Object.entries(rest)) seen.set(name, new Set(seen.get(name)).add(text));
    if (beat === last) return;
    longest = Math.max(longest, performance.now() - since);
    [last, since] = [beat!, performance.now()];
  });
  /** What was seen since the last call, of the lines that did not always show 7. */
  const unusual = () => {
    const found = [...seen].filter(([, texts]) => [...texts].some((text) => text !== '7'));
    seen.clear();
    return Object.fromEntries(found.map(([name, texts]) => [name, [...texts].sort()]));
  };
  return { unusual, longest: () => longest };
}

/** A page where all is well. */
const page = async (all: Readonly<Record<string, Other>>): Promise<Shown> => {
  for (const { well } of Object.values(all)) await well();
  const sources = Object.entries(all).map(([name, { source }]) => [name, source]);
  const texts = Object.entries(all).flatMap(([name, { shows }]) => (shows ? [[name, shows.text]] : []));
  const beat = `{ source: counter, max: 1000000, every: ${BEAT}ms }`;
  const found = await shown(
    { beat, ...Object.fromEntries(sources) },
    {
      beat: '{{ beat.value }}',
      ...Object.fromEntries(texts),
    },
  );
  closing.push(found.stop);
  const missing = () => Object.entries(found.lines()).filter(([name, text]) => name !== 'beat' && text !== '7');
  await expect.poll(missing, SOON).toEqual([]);
  return found;
};

test('one source after the other is ill and well again', { timeout: 120_000 }, async () => {
  const all = await others();
  for (const { close } of Object.values(all)) closing.push(close);
  // What is loaded and opened once stays.
  (await page(all)).stop();
  const before = inUse();
  const { lines, onChange, stop } = await page(all);
  const { unusual, longest } = observer({ lines, onChange });
  for (const [name, { ill, well, shows }] of Object.entries(all)) {
    const is = (text: string) => expect.poll(() => lines()[name], { ...SOON, message: name }).toBe(text);
    await ill();
    await is(shows?.ill ?? '-');
    await well();
    await is('7');
    expect(unusual(), name).toEqual({ [name]: [shows?.ill ?? '-', '7'].sort() });
  }
  expect(longest()).toBeLessThan(SLOW);
  stop();
  const more = () => Object.entries(inUse()).filter(([kind, count]) => count > before[kind as keyof typeof before]);
  await expect.poll(more, SOON).toEqual([]);
});
