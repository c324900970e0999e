import type { Files } from './files.ts';

/** A place where the machine feels heat. */
export interface Sensor {
  /** Chip and label: `coretemp Core 0`, `nvme Composite`; a second one of the same name ends in ` 2`. */
  readonly name: string;
  /** The file with its temperature in 1/1000 °C. */
  readonly input: string;
  /** The file with the temperature at which the hardware is at its limit, when there is one. */
  readonly critical: string | undefined;
}

const HWMON = '/sys/class/hwmon';
const THERMAL = '/sys/class/thermal';

/** All sensors: those of /sys/class/hwmon, or where there are none the zones of /sys/class/thermal. */
export function findSensors(files: Files): readonly Sensor[] {
  const chips = files.names(HWMON).flatMap((chip) => sensorsOfChip(files, `${HWMON}/${chip}`));
  return withOwnNames(chips.length > 0 ? chips : zones(files));
}

/** Kernel documentation, hwmon/sysfs-interface: temp1_input, temp1_label, temp1_crit, temp2_input … */
function sensorsOfChip(files: Files, folder: string): readonly Sensor[] {
  const names = files.names(folder);
  const channels = names.flatMap((name) => /^(temp\d+)_input$/.exec(name)?.[1] ?? []);
  const chip = line(files, `${folder}/name`) ?? 'unnamed';
  return channels.map((channel) => {
    const label = line(files, `${folder}/${channel}_label`) ?? (channels.length > 1 ? channel : undefined);
    return {
      name: label === undefined ? chip : `${chip} ${label}`,
      input: `${folder}/${channel}_input`,
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
    const critical = points.find((point) => line(files, `${folder}/${point}_type`) === 'critical');
    return {
      name: line(files, `${folder}/type`) ?? name,
      input: `${folder}/temp`,
      critical: critical === undefined ? undefined : `${folder}/${critical}_temp`,
    };
  });
}

function withOwnNames(sensors: readonly Sensor[]): readonly Sensor[] {
  const seen = new Map<string, number>();
  return sensors.map((sensor) => {
    const count = (seen.get(sensor.name) ?? 0) + 1;
    seen.set(sensor.name, count);
    return count === 1 ? sensor : { ...sensor, name: `${sensor.name} ${count}` };
  });
}

/** The one line of a file that may be missing. */
function line(files: Files, path: string): string | undefined {
  try {
    return files.text(path).trim() || undefined;
  } catch {
    return undefined;
  }
}
