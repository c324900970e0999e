import { type Card, memoryOf, share, unknownCard } from './card.ts';
import type { Folder } from './folder.ts';

/** A card of amdgpu (kernel documentation, gpu/amdgpu/thermal). `card` is its folder in /sys/class/drm. */
export async function amdCard(id: string, card: Folder): Promise<Card> {
  const device = card.below('device');
  const hwmon = device.below(`hwmon/${device.names('hwmon')[0] ?? 'none'}`);
  const name = (await device.text('product_name')) || `AMD ${(await device.text('device')) ?? 'card'}`;
  const [busy, used, total, celsius] = await Promise.all([
    device.number('gpu_busy_percent'),
    device.number('mem_info_vram_used'),
    device.number('mem_info_vram_total'),
    hwmon.number('temp1_input', 1e-3),
  ]);
  return {
    ...unknownCard(id, card.target('device'), name),
    busy: share(busy),
    memory: memoryOf(used, total),
    celsius,
    power: (await hwmon.number('power1_average', 1e-6)) ?? (await hwmon.number('power1_input', 1e-6)),
    frequency: (await hwmon.number('freq1_input')) ?? parseClock((await device.text('pp_dpm_sclk')) ?? ''),
    fan: await fanOf(hwmon),
  };
}

async function fanOf(hwmon: Folder): Promise<number | undefined> {
  const [now, most] = [await hwmon.number('pwm1'), (await hwmon.number('pwm1_max')) ?? 255];
  return now === undefined ? undefined : share((now * 100) / most);
}

/** The level with a star in pp_dpm_sclk, in Hz: `1: 2100Mhz *`. */
export function parseClock(levels: string): number | undefined {
  const megahertz = /^\w+: (\d{1,5})Mhz \*$/im.exec(levels)?.[1];
  return megahertz === undefined ? undefined : Number(megahertz) * 1e6;
}
