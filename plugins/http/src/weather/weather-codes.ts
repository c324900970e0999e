/** A kind of weather. */
export interface Weather {
  /** In words. */
  readonly condition: string;
  /** Its picture, by the name that the widget `icon` has for it. */
  readonly icon: string;
}

/**
 * Present weather by the numbers of WMO code table 4677 (Manual on Codes, WMO-No. 306, volume I.1), as far as Open-Meteo
 * uses them: "WMO Weather interpretation codes" of its forecast documentation.
 */
const CODES: Readonly<Record<number, Weather>> = {
  0: { condition: 'clear', icon: 'sun' },
  1: { condition: 'mainly clear', icon: 'sun' },
  2: { condition: 'partly cloudy', icon: 'cloud-sun' },
  3: { condition: 'overcast', icon: 'cloud' },
  45: { condition: 'fog', icon: 'fog' },
  48: { condition: 'rime fog', icon: 'fog' },
  51: { condition: 'light drizzle', icon: 'rain' },
  53: { condition: 'drizzle', icon: 'rain' },
  55: { condition: 'dense drizzle', icon: 'rain' },
  56: { condition: 'light freezing drizzle', icon: 'rain' },
  57: { condition: 'freezing drizzle', icon: 'rain' },
  61: { condition: 'light rain', icon: 'rain' },
  63: { condition: 'rain', icon: 'rain' },
  65: { condition: 'heavy rain', icon: 'rain' },
  66: { condition: 'light freezing rain', icon: 'rain' },
  67: { condition: 'freezing rain', icon: 'rain' },
  71: { condition: 'light snow', icon: 'snow' },
  73: { condition: 'snow', icon: 'snow' },
  75: { condition: 'heavy snow', icon: 'snow' },
  77: { condition: 'snow grains', icon: 'snow' },
  80: { condition: 'light showers', icon: 'rain' },
  81: { condition: 'showers', icon: 'rain' },
  82: { condition: 'violent showers', icon: 'rain' },
  85: { condition: 'light snow showers', icon: 'snow' },
  86: { condition: 'snow showers', icon: 'snow' },
  95: { condition: 'thunderstorm', icon: 'storm' },
  96: { condition: 'thunderstorm with hail', icon: 'storm' },
  99: { condition: 'thunderstorm with heavy hail', icon: 'storm' },
};

const AT_NIGHT: Readonly<Record<string, string>> = { sun: 'moon', 'cloud-sun': 'cloud' };

/** What a code means; `undefined` when it means nothing here. */
export function weatherOf(code: number | undefined, isNight = false): Weather | undefined {
  const found = code === undefined ? undefined : CODES[code];
  if (found === undefined || !isNight) return found;
  return { ...found, icon: AT_NIGHT[found.icon] ?? found.icon };
}
