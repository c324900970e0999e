import { cpus, hostname } from 'node:os';
import { defineSource } from '@lcdflow/core';
import { everyOption, plain } from './describe.ts';
import { type Files, lineOf, onLinuxOr } from './files.ts';
import { poll } from './poll.ts';

/** The machine's name and what it is, from the kernel. */
export const host = (files: Files) =>
  defineSource({
    name: 'host',
    meaning: 'What the machine is called and what it is.',
    options: { type: 'object', properties: { every: everyOption('1h') }, additionalProperties: false },
    describe: {
      name: plain('The host name.'),
      model: plain('What its maker calls the machine; no value where the firmware does not say.'),
      processor: plain('What its maker calls the processor.'),
    },
    read: ({ every }, context) => {
      const made = once(() => ({ model: modelOf(files), processor: processorOf(files) }));
      return poll({ name: 'host', every, context }, () => ({
        name: onLinuxOr(files, () => files.text('/proc/sys/kernel/hostname').trim(), hostname),
        ...made(),
      }));
    },
  });

/** A machine is the same until it is switched off. */
function once<T extends object>(ask: () => T): () => T {
  let answer: T | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

/** Boards that are described by a device tree, and those that are by DMI: then often with words for nothing. */
function modelOf(files: Files): string | undefined {
  const board = lineOf(files, '/proc/device-tree/model');
  if (board !== undefined) return board;
  const [vendor, product] = ['sys_vendor', 'product_name'].map((file) => {
    const text = lineOf(files, `/sys/class/dmi/id/${file}`);
    return text === undefined || /^(to be filled|default string|system |none$)/i.test(text) ? undefined : text;
  });
  if (vendor === undefined || product === undefined) return product ?? vendor;
  return product.toLowerCase().startsWith(vendor.toLowerCase()) ? product : `${vendor} ${product}`;
}

/** arm64 kernels tell numbers only, which node:os knows names for: those of this machine. */
const processorOf = (files: Files): string | undefined =>
  /^model name\s*: (.+)$/m.exec(lineOf(files, '/proc/cpuinfo') ?? '')?.[1] ??
  (files.at('/') === '/' || !files.exists('/proc') ? cpus()[0]?.model : undefined);
