import {
  type Attempt,
  DESCRIBED_AGE,
  defineSource,
  KEEP_OPTION,
  keepReadings,
  LcdError,
  type OptionsOf,
  type Source,
} from '@lcdflow/core';
import {
  type Answer,
  addressOf,
  clientOf,
  conditional,
  decoded,
  polled,
  refusalOf,
  revealed,
  urlOf,
  WEB_OPTIONS,
} from '@lcdflow/web';
import { defer, type Observable, switchMap } from 'rxjs';
import { CURRENT, DAILY, forecastReadings } from './forecast.ts';

/** A forecast of 16 days has some 3,000. */
const MOST = 262_144;

const OPTIONS = {
  type: 'object',
  properties: {
    latitude: { type: 'number', minimum: -90, maximum: 90, description: 'Where: degrees to the north.' },
    longitude: { type: 'number', minimum: -180, maximum: 180, description: 'Where: degrees to the east.' },
    url: {
      type: 'string',
      pattern: '^https?://[^\\s/]',
      default: 'https://api.open-meteo.com/v1/forecast',
      description: 'Who is asked: Open-Meteo, or a server of your own that answers in the same form.',
    },
    key: { type: 'string', format: 'secret', description: 'The key of a customer.' },
    units: {
      type: 'string',
      enum: ['metric', 'imperial'],
      default: 'metric',
      description: '°C and km/h, or °F and mph.',
    },
    days: {
      type: 'integer',
      minimum: 1,
      maximum: 16,
      default: 7,
      description: 'Days of the forecast, today included.',
    },
    every: { type: 'string', format: 'duration', default: '15m', description: 'Time between two questions.' },
    ...WEB_OPTIONS,
    keep: KEEP_OPTION,
  },
  required: ['latitude', 'longitude'],
  additionalProperties: false,
} as const;

type WeatherOptions = OptionsOf<typeof OPTIONS>;

const UNITS = {
  metric: { degrees: '°C', speed: 'km/h', asked: {} },
  imperial: { degrees: '°F', speed: 'mph', asked: { temperature_unit: 'fahrenheit', wind_speed_unit: 'mph' } },
} as const;

function described({ degrees, speed }: { readonly degrees: string; readonly speed: string }): Source['describe'] {
  return {
    temperature: { unit: degrees, meaning: 'Temperature of the air, 2 m above the ground.' },
    feels: { unit: degrees, meaning: 'What it feels like.' },
    humidity: { unit: '%', range: [0, 100], meaning: 'Relative humidity of the air.' },
    wind: { unit: speed, meaning: 'Speed of the wind, 10 m above the ground.' },
    code: { unit: '', range: [0, 99], meaning: 'The kind of weather by WMO code table 4677.' },
    condition: { unit: '', meaning: 'The kind of weather in words, such as `light rain`.' },
    icon: {
      unit: '',
      meaning: 'Its picture: `sun`, `moon`, `cloud-sun`, `cloud`, `fog`, `rain`, `snow` or `storm`.',
    },
    high: { unit: degrees, meaning: "Today's highest temperature." },
    low: { unit: degrees, meaning: "Today's lowest temperature." },
    'forecast[].day': { unit: '', meaning: 'Which day of the week, the first is today: `Mon`.' },
    'forecast[].date': { unit: '', meaning: 'Its date there: `2026-11-21`.' },
    'forecast[].high': { unit: degrees, meaning: 'Its highest temperature.' },
    'forecast[].low': { unit: degrees, meaning: 'Its lowest temperature.' },
    'forecast[].condition': { unit: '', meaning: 'Its weather in words.' },
    'forecast[].icon': { unit: '', meaning: "Its weather's picture." },
    ...DESCRIBED_AGE,
  };
}

/** The weather at a place. Files are relative to `folder`. */
export const weather = (folder: string) =>
  defineSource({
    name: 'weather',
    meaning: "The weather at a place and its forecast, in Open-Meteo's form.",
    options: OPTIONS,
    describe: described(UNITS.metric),
    describeFor: ({ units }) => described(UNITS[units]),
    read: (options, context) =>
      polled(questions(options, folder), { every: options.every, context }).pipe(
        keepReadings({ name: 'weather', keep: options.keep, context }),
      ),
  });

function questions(options: WeatherOptions, folder: string): Observable<Attempt> {
  const ask = conditional(clientOf({ ...options, most: MOST }, folder), understood);
  const { latitude, longitude, days, units, key } = options;
  const asked = {
    ...{ latitude, longitude, current: CURRENT, daily: DAILY, timezone: 'auto', forecast_days: days },
    ...UNITS[units].asked,
  };
  return defer(() => {
    const url = urlOf(options.url);
    return revealed(key === undefined ? {} : { apikey: key }).pipe(
      switchMap((secrets) => {
        for (const [name, value] of Object.entries({ ...asked, ...secrets })) url.searchParams.set(name, String(value));
        return ask(url);
      }),
    );
  });
}

function understood(answer: Answer, url: URL): Attempt {
  const refusal = refusalOf(answer);
  if (refusal !== undefined) return { problem: `${addressOf(url)}: ${refusal}` };
  try {
    return { readings: forecastReadings(decoded(answer)) };
  } catch (error) {
    if (error instanceof LcdError) return { problem: `${addressOf(url)}: ${error.message}` };
    throw error;
  }
}
