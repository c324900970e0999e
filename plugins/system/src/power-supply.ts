import { plainText } from '@lcdflow/core';

/** One entry of /sys/class/power_supply. Amounts in µWh, µAh, µW, µA, µV as the kernel has them. */
export interface PowerSupply {
  readonly name: string;
  readonly type: string;
  /** Whether it feeds only a device such as a mouse. */
  readonly isDevice: boolean;
  readonly online: boolean | undefined;
  readonly model: string;
  readonly status: string | undefined;
  number(property: string): number | undefined;
}

/** A battery in W, Wh and %. */
export interface Battery {
  readonly name: string;
  readonly model: string;
  readonly percent: number | undefined;
  readonly state: string | undefined;
  readonly power: number | undefined;
  readonly now: number | undefined;
  readonly most: number | undefined;
  readonly design: number | undefined;
}

const LONGEST = 40;
/** Below this (W) a time left would be a guess. */
const IDLE = 0.05;

/** Out of its file `uevent`: lines such as `POWER_SUPPLY_CAPACITY=83`. */
export function parseSupply(name: string, uevent: string): PowerSupply {
  const lines = new Map([...uevent.matchAll(/^POWER_SUPPLY_(\w+)=(.*)$/gm)].map(([, key, value]) => [key!, value!]));
  const number = (property: string) => {
    const text = lines.get(property);
    return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
  };
  const online = number('ONLINE');
  return {
    name,
    type: lines.get('TYPE') ?? '',
    isDevice: lines.get('SCOPE') === 'Device',
    online: online === undefined ? undefined : online > 0,
    model:
      plainText(lines.get('MODEL_NAME') ?? '')
        .trim()
        .slice(0, LONGEST) || name,
    status: lines.get('STATUS'),
    number,
  };
}

/** Some drivers count energy, others charge at a voltage. */
export function batteryOf({ name, model, status, number }: PowerSupply): Battery {
  const volts = (number('VOLTAGE_NOW') ?? number('VOLTAGE_MIN_DESIGN') ?? Number.NaN) / 1e6;
  const either = (energy: string, charge: string): number | undefined => {
    const direct = number(energy);
    const micro = direct ?? (number(charge) ?? Number.NaN) * volts;
    return Number.isFinite(micro) ? Math.abs(micro) / 1e6 : undefined;
  };
  const now = either('ENERGY_NOW', 'CHARGE_NOW');
  const most = either('ENERGY_FULL', 'CHARGE_FULL');
  const told = number('CAPACITY') ?? (now !== undefined && most ? (now * 100) / most : undefined);
  return {
    name,
    model,
    percent: told === undefined ? undefined : within(told),
    state: status === undefined || status === 'Unknown' ? undefined : status.toLowerCase(),
    power: either('POWER_NOW', 'CURRENT_NOW'),
    now,
    most,
    design: either('ENERGY_FULL_DESIGN', 'CHARGE_FULL_DESIGN'),
  };
}

const within = (share: number): number => Math.min(100, Math.max(0, share));

/** Several batteries as one: it is used when one of them is. */
export function together(batteries: readonly Battery[]) {
  const state = ['discharging', 'charging', 'not charging', 'full'].find((one) =>
    batteries.some((b) => b.state === one),
  );
  const [now, most, design] = (['now', 'most', 'design'] as const).map((key) => sum(batteries.map((b) => b[key])));
  const power = sum(batteries.flatMap((b) => b.power ?? []));
  const mean = sum(batteries.map((b) => b.percent));
  const hours = (amount: number | undefined) =>
    amount === undefined || power === undefined || power < IDLE
      ? undefined
      : Math.max(0, Math.round((amount / power) * 3600));
  return {
    percent:
      batteries.length > 1 && now !== undefined && most
        ? within((now * 100) / most)
        : mean === undefined
          ? undefined
          : mean / batteries.length,
    state,
    power,
    left: state === 'discharging' ? hours(now) : undefined,
    full: state === 'charging' && now !== undefined && most !== undefined ? hours(most - now) : undefined,
    health: most !== undefined && design ? within((most * 100) / design) : undefined,
  };
}

/** Of all; `undefined` when one is not known or there is none. */
function sum(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 || known.length < values.length ? undefined : known.reduce((all, value) => all + value, 0);
}
