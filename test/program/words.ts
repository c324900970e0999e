import { BLACK, type Frame, luminance, WHITE } from '@lcdflow/core';
import { picture } from '@lcdflow/testkit';
import type { Played, Shot } from './play.ts';
import type { Polls, World } from './world.ts';

/** Dark ink on light paper, as the glass of a panel has it, as the light ink on dark paper that pictures are made of. */
export function inked(glass: Frame): Frame {
  const paper = Math.max(...glass.cells.map(luminance));
  return { ...glass, cells: glass.cells.map((cell) => (luminance(cell) < paper ? WHITE : BLACK)) };
}

const percent = ([name, level]: [string, number]): string => `${name} ${Math.round(level * 100)} %`;

/** A title and the picture as text. */
export function shotWords({ at, plan: { name, driver, model }, panel, frame }: Shot): string {
  const lit = panel ? Object.entries(panel.device.controls()).filter(([, level]) => level > 0) : [];
  const title = [`${name} at ${at} ms: ${driver.name} ${model.name}`, ...lit.map(percent)].join(', ');
  // The glass of an emulated panel is pixels, whatever it shows.
  return `${title}\n${panel ? picture(inked(frame), 'pixel') : picture(frame, model.cell)}`;
}

function section(title: string, lines: readonly string[]): string {
  const heading = lines.length === 0 ? `${title}: nothing` : `${title}:`;
  return [heading, ...lines.map((line) => `  ${line}`), ''].join('\n');
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

const askedWords = ({ subscriptions, readings }: Polls): string =>
  subscriptions === 1
    ? counted(readings, 'reading')
    : `${counted(readings, 'reading')} in ${subscriptions} subscriptions`;

/** Pictures, messages, and how often each source was asked, as one text for a golden. */
export function playedWords({ shots, log }: Played, { polls }: World): string {
  const polled = [...polls].map(([name, asked]) => `${name}: ${askedWords(asked)}`);
  return [...shots.map(shotWords), section('messages', log), section('sources', polled)].join('\n');
}
