import { LcdError, type Readings } from '@lcdflow/core';
import { weatherOf } from './weather-codes.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MOST = 16;

type Values = Readonly<Record<string, unknown>>;

/** What is asked for: names of Open-Meteo's forecast. */
export const CURRENT =
  'temperature_2m,apparent_temperature,relative_humidity_2m,wind_speed_10m,weather_code,is_day' as const;
export const DAILY = 'weather_code,temperature_2m_max,temperature_2m_min' as const;

/** Readings out of an answer of Open-Meteo's form. What is missing has no value. Errors with `protocol`. */
export function forecastReadings(text: string): Readings {
  const { current, daily } = answerOf(text);
  const code = numberOf(current.weather_code);
  const days = forecastOf(daily);
  return {
    temperature: numberOf(current.temperature_2m),
    feels: numberOf(current.apparent_temperature),
    humidity: numberOf(current.relative_humidity_2m),
    wind: numberOf(current.wind_speed_10m),
    code,
    condition: undefined,
    icon: undefined,
    ...weatherOf(code, current.is_day === 0),
    high: days[0]?.high,
    low: days[0]?.low,
    forecast: days,
  };
}

function answerOf(text: string): { readonly current: Values; readonly daily: Values } {
  const { current, daily } = parsed(text);
  if (!isValues(current)) throw new LcdError('protocol', "expected a forecast in Open-Meteo's form");
  return { current, daily: isValues(daily) ? daily : {} };
}

function parsed(text: string): Values {
  try {
    const answer: unknown = JSON.parse(text);
    return isValues(answer) ? answer : {};
  } catch {
    return {};
  }
}

const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null;
const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** One for each day that has a date. */
function forecastOf(daily: Values) {
  const [codes, highs, lows] = [daily.weather_code, daily.temperature_2m_max, daily.temperature_2m_min].map(listOf);
  return listOf(daily.time)
    .slice(0, MOST)
    .flatMap((date, index) => {
      if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(date)) return [];
      const day = DAYS[new Date(date).getUTCDay()];
      const [high, low] = [numberOf(highs![index]), numberOf(lows![index])];
      const weather = weatherOf(numberOf(codes![index]));
      return [{ day, date, high, low, condition: weather?.condition, icon: weather?.icon }];
    });
}
