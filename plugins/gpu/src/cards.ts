import { amdCard } from './amd.ts';
import { type Card, unknownCard } from './card.ts';
import type { Folder } from './folder.ts';
import { intelReader } from './intel.ts';

const DRM = 'sys/class/drm';
/** PCI vendors. */
const [AMD, INTEL, NVIDIA] = ['0x1002', '0x8086', '0x10de'];
const OTHERS: Readonly<Record<string, string>> = {
  '0x1af4': 'a virtual machine has none',
  '0x15ad': 'a virtual machine has none',
  '0x1234': 'a virtual machine has none',
};

/** The cards that sysfs tells of, and why some say nothing. */
export interface Found {
  readonly cards: readonly Card[];
  readonly problems: readonly string[];
}

/** Whether the driver is loaded whose cards nvidia-smi tells of. */
export const hasNvidia = (root: Folder): boolean => root.exists('proc/driver/nvidia') || root.exists('dev/dxg');

/** Reads the cards of AMD and Intel from /sys/class/drm. Times are in ms. */
export function cardReader(root: Folder): (now: number) => Promise<Found> {
  const intelCard = intelReader();
  return async (now) => {
    const cards: Card[] = [];
    const problems: string[] = [];
    for (const id of root.names(DRM).filter((name) => /^card\d+$/.test(name))) {
      const card = root.below(`${DRM}/${id}`);
      const vendor = (await card.text('device/vendor')) ?? '';
      // Reading anything else would wake it.
      const isAsleep = (await card.text('device/power/runtime_status')) === 'suspended';
      if (vendor === AMD && isAsleep) cards.push(asleep(id, card, 'AMD', await card.text('device/device')));
      else if (vendor === AMD) cards.push(await amdCard(id, card));
      else if (vendor === INTEL && isAsleep) cards.push(asleep(id, card, 'Intel', await card.text('device/device')));
      else if (vendor === INTEL) cards.push(await intelCard(id, card, now));
      else if (vendor !== NVIDIA)
        problems.push(`${id}: no readings: ${OTHERS[vendor] ?? 'only amdgpu, i915, xe and nvidia have any'}`);
      else if (!hasNvidia(root)) problems.push(`${id}: no readings: module nvidia not loaded`);
    }
    return { cards, problems };
  };
}

const asleep = (id: string, card: Folder, maker: string, device = 'card'): Card =>
  unknownCard(id, card.target('device'), `${maker} ${device}`, 'asleep');
