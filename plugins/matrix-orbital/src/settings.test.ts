import { describe, expect, test } from 'vitest';
import { MODULES } from './modules.ts';
import { modelOf, type PanelOptions, settingsOf } from './settings.ts';

const given = (options: Partial<PanelOptions>): PanelOptions => ({
  model: 'LK204-25',
  outputs: [],
  keypad: {},
  ...options,
});

describe('settings', () => {
  test('are those of the factory when left out', () => {
    const { light, contrast, outputs } = settingsOf(given({}));
    expect({ light, contrast, outputs }).toEqual({ light: 1, contrast: 0.5, outputs: [] });
  });

  test('are those of the config', () => {
    expect(settingsOf(given({ backlight: '80%', contrast: '25%', outputs: [6] }))).toMatchObject({
      light: 0.8,
      contrast: 0.25,
      outputs: [6],
    });
    expect(settingsOf(given({ model: 'VFD2041', brightness: '50%' })).light).toBe(0.5);
    expect(settingsOf(given({ model: 'LCD2041', dimming: true })).module.kind.dimming).toBe('byte');
    expect(settingsOf(given({ dimming: false })).module.kind.dimming).toBe('switch');
  });

  test.each<[Partial<PanelOptions>, string]>([
    [{ model: 'VK204-25', backlight: '80%' }, 'backlight: the VK204-25 has brightness instead'],
    [{ model: 'LK202-25', brightness: '80%' }, 'brightness: the LK202-25 has backlight instead'],
    [{ model: 'VFD2041', contrast: '50%' }, 'contrast: the VFD2041 has none'],
    [{ model: 'VK204-25', dimming: true }, 'dimming: the VK204-25 has no backlight'],
    [{ model: 'LCD2041', outputs: [1, 2] }, 'outputs: the LCD2041 has 1 output, not a number 2'],
    [{ outputs: [7] }, 'outputs: the LK204-25 has 6 outputs, not a number 7'],
    [{ model: 'LCD2041', keypad: { A: 'up' } }, 'keypad: the LCD2041 has no keys'],
    [{ model: 'LK204-7T-1U', keypad: { F: 'up' } }, 'keypad: the LK204-7T-1U has keys ABCDEGH, not F'],
  ])('%j is refused', (options, message) => {
    expect(() => settingsOf(given(options))).toThrow(`matrix-orbital: ${message}`);
    expect(() => settingsOf(given(options))).toThrow(expect.objectContaining({ code: 'config' }));
  });
});

describe('models', () => {
  const modelNamed = (model: string, options: Partial<PanelOptions> = {}) =>
    modelOf(settingsOf(given({ model, ...options })));

  test('have the controls of their kind', () => {
    expect(modelNamed('LCD2041').controls.join(' ')).toBe('backlight contrast gpo1');
    expect(modelNamed('LK162-12').controls.join(' ')).toBe('backlight contrast gpo1 gpo2 gpo3 gpo4 gpo5 gpo6 gpo7');
    expect(modelNamed('VFD2041').controls.join(' ')).toBe('brightness gpo1');
    expect(modelNamed('VK204-25').controls.join(' ')).toBe('brightness gpo1 gpo2 gpo3 gpo4 gpo5 gpo6');
  });

  test('have keys by name, and those of the config', () => {
    expect(modelNamed('LK204-7T-1U').keys.join(' ')).toBe('back up right left enter f1 down');
    expect(modelNamed('LK204-25').keys.slice(0, 3).join(' ')).toBe('keyA keyB keyC');
    expect(modelNamed('LK162-12', { keypad: { A: 'up', F: 'down', K: 'up' } }).keys.join(' ')).toBe(
      'up keyB keyC down keyG keyH keyL keyM keyP keyQ keyR',
    );
    expect(modelNamed('LCD2041').keys).toEqual([]);
  });

  test('have names, types and sizes of their own', () => {
    expect(new Set(MODULES.map(({ name }) => name)).size).toBe(MODULES.length);
    expect(new Set(MODULES.map(({ type }) => type)).size).toBe(MODULES.length);
    for (const { name, width, height } of MODULES) {
      const digits = /\d{3,4}/.exec(name)![0];
      // 204 is 20 x 4, 4021 is 40 x 2, 0821 is 8 x 2.
      expect([name, Number(digits.slice(0, 2)), Number(digits[2])]).toEqual([name, width, height]);
    }
  });
});
