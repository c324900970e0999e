import { fileURLToPath } from 'node:url';
import { matchesGolden } from '@lcdflow/testkit';
import { udevRule } from '@lcdflow/usb';
import { expect, test } from 'vitest';
import { BUILTINS } from './builtins.ts';

const FILE = new URL('../udev/70-lcdflow.rules', import.meta.url);

const HEAD = `# Whoever sits at the machine may use the displays that lcdflow talks to on the USB itself. Made of the models of its
# drivers. Belongs into /etc/udev/rules.d; then: udevadm control --reload && udevadm trigger --subsystem-match=usb
# For a service write GROUP="plugdev" in place of TAG+="uaccess", and add the service's user to that group.
`;

/** The rules for all models on the USB: those with the same ids have one. */
async function rules(): Promise<string> {
  const names = new Map<string, Set<string>>();
  for (const { load } of BUILTINS) {
    const { default: plugin } = await load();
    const drivers = typeof plugin === 'function' ? [] : (plugin.drivers ?? []);
    for (const { name, models } of drivers.filter(({ bus }) => bus === 'usb'))
      for (const { name: model, usb } of models) {
        const rule = udevRule(usb!.vendorId, usb!.productId);
        const isAlike = models.every((other) => other.usb!.productId === usb!.productId);
        names.set(rule, (names.get(rule) ?? new Set()).add(isAlike ? name : `${name} ${model}`));
      }
  }
  return [...names].map(([rule, models]) => `\n# ${[...models].join(', ')}\n${rule}\n`).join('');
}

test('the udev rules that are shipped are those of the models', async () => {
  const found = await rules();
  expect(found).toContain('# picolcd 256x64\n');
  matchesGolden(fileURLToPath(FILE), `${HEAD}${found}`);
});
