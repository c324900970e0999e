import { byNumber, type Files, lineOf } from './files.ts';

/** What the kernel's hwmon drivers measure, by the beginning of the file's name. */
export type SensorKind = 'temp' | 'fan' | 'in' | 'curr' | 'power';

/** A place where the machine measures something. */
export interface Sensor {
  /** Chip and label: `coretemp Core 0`, `nvme Composite`; a second one of the same name ends in ` 2`. */
  readonly name: string;
  readonly kind: SensorKind;
  /** The folder of its chip. */
  readonly chip: string;
  /** The file with its value, such as the temperature in 1/1000 °C. */
  readonly input: string;
  /** The file with the temperature at which the hardware is at its limit, when there is one. */
  readonly critical?: string | undefined;
}

const HWMON = '/sys/class/hwmon';
const THERMAL = '/sys/class/thermal';
const INPUT = /^((temp|fan|in|curr)\d+)_input$|^((power)\d+)_(?:input|average)$/;

/** All sensors: those of /sys/class/hwmon, and where no one feels heat the zones of /sys/class/thermal. */
export function findSensors(files: Files): readonly Sensor[] {
  const found = chips(files).flatMap((chip) => sensorsOfChip(files, chip));
  return withOwnNames(found.some(({ kind }) => kind === 'temp') ? found : [...found, ...zones(files)]);
}

/** `findSensors` that looks again only when chips have come or gone, or when told to forget. */
export function sensorFinder(files: Files): { found(): readonly Sensor[]; forget(): void } {
  let known: string | undefined;
  let sensors: readonly Sensor[] = [];
  return {
    found: () => {
      const present = [...files.names(HWMON), ...files.names(THERMAL)].join(' ');
      if (present !== known) sensors = findSensors(files);
      known = present;
      return sensors;
    },
    forget: () => {
      known = undefined;
    },
  };
}

/** By where the hardware is, for the numbers behind `hwmon` change from one start to the next. */
function chips(files: Files): readonly string[] {
  const placed = files.names(HWMON).map((name) => {
    const place = files.link(`${HWMON}/${name}`)?.replace(/hwmon\d+$/, '');
    return { folder: `${HWMON}/${name}`, place: place ?? '' };
  });
  return placed.sort((a, b) => byNumber(a.place, b.place)).map(({ folder }) => folder);
}

/** Kernel documentation, hwmon/sysfs-interface: temp1_input, temp1_label, temp1_crit, fan1_input, power1_average … */
function sensorsOfChip(files: Files, folder: string): readonly Sensor[] {
  const names = files.names(folder);
  const channels = new Map<string, { kind: SensorKind; file: string }>();
  for (const file of names) {
    const [, channel, kind, power] = INPUT.exec(file) ?? [];
    const name = channel ?? power;
    if (name !== undefined && !channels.has(name)) channels.set(name, { kind: (kind ?? 'power') as SensorKind, file });
  }
  const kinds = [...channels.values()].map(({ kind }) => kind);
  const isAlone = (kind: SensorKind) => kinds.indexOf(kind) === kinds.lastIndexOf(kind);
  const chip = lineOf(files, `${folder}/name`) ?? 'unnamed';
  return [...channels].map(([channel, { kind, file }]) => {
    const label = lineOf(files, `${folder}/${channel}_label`) ?? (isAlone(kind) ? undefined : channel);
    return {
      name: label === undefined ? chip : `${chip} ${label}`,
      kind,
      chip: folder,
      input: `${folder}/${file}`,
      critical: names.includes(`${channel}_crit`) ? `${folder}/${channel}_crit` : undefined,
    };
  });
}

/** Kernel documentation, driver-api/thermal/sysfs-api: type, temp, trip_point_0_type, trip_point_0_temp … */
function zones(files: Files): readonly Sensor[] {
  const folders = files.names(THERMAL).filter((name) => /^thermal_zone\d+$/.test(name));
  return folders.map((name) => {
    const folder = `${THERMAL}/${name}`;
    const points = files.names(folder).flatMap((file) => /^(trip_point_\d+)_type$/.exec(file)?.[1] ?? []);
    const critical = points.find((point) => lineOf(files, `${folder}/${point}_type`) === 'critical');
    return {
      name: lineOf(files, `${folder}/type`) ?? name,
      kind: 'temp',
      chip: folder,
      input: `${folder}/temp`,
      critical: critical === undefined ? undefined : `${folder}/${critical}_temp`,
    };
  });
}

function withOwnNames(sensors: readonly Sensor[]): readonly Sensor[] {
  const seen = new Map<string, number>();
  return sensors.map((sensor) => {
    const key = `${sensor.kind} ${sensor.name}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? sensor : { ...sensor, name: `${sensor.name} ${count}` };
  });
}
