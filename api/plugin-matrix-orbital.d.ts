// as default
declare const _default: import("@lcdflow/core").Plugin;

export declare const matrixOrbital: import("@lcdflow/core").DisplayDriver<{
    readonly type: "object";
    readonly properties: {
        readonly model: {
            readonly type: "string";
            readonly enum: string[];
            readonly default: "LK204-25";
            readonly description: "Which module it is; for one that is not listed take one of the same size and kind.";
        };
        readonly baudRate: {
            readonly type: "integer";
            readonly minimum: 1200;
            readonly maximum: 115200;
            readonly default: 19200;
            readonly description: "Speed of the line in Bd, as the module is set to.";
        };
        readonly backlight: {
            readonly type: "string";
            readonly format: "percent";
            readonly description: "Brightness of the backlight, of LCDs only; 100% when left out.";
            readonly examples: readonly [
                "80%"
            ];
        };
        readonly dimming: {
            readonly type: "boolean";
            readonly description: "Whether the backlight can be dimmed: LK can and LCD cannot when left out. Old modules only switch.";
        };
        readonly contrast: {
            readonly type: "string";
            readonly format: "percent";
            readonly description: "Contrast, of LCDs only: 100% is the darkest ink; 50% when left out.";
            readonly examples: readonly [
                "50%"
            ];
        };
        readonly brightness: {
            readonly type: "string";
            readonly format: "percent";
            readonly description: "Brightness of the letters of VFD, VK and PK; 100% when left out. VFD and VK know quarters.";
            readonly examples: readonly [
                "75%"
            ];
        };
        readonly outputs: {
            readonly type: "array";
            readonly items: {
                readonly type: "integer";
                readonly minimum: 1;
                readonly maximum: 7;
            };
            readonly default: readonly [
            ];
            readonly uniqueItems: true;
            readonly description: "Numbers of the general purpose outputs that are on.";
        };
        readonly keypad: {
            readonly type: "object";
            readonly properties: {
                readonly A: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly B: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly C: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly D: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly E: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly F: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly G: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly H: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly I: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly J: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly K: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly L: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly M: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly N: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly O: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly P: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly Q: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly R: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly S: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly T: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly U: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly V: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly W: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly X: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
                readonly Y: {
                    readonly type: "string";
                    readonly pattern: "^[A-Za-z][A-Za-z0-9_-]*$";
                    readonly description: "Name of the key that sends this letter.";
                };
            };
            readonly default: {};
            readonly additionalProperties: false;
            readonly description: "Names for keys by the letters they send, such as { A: left, B: right }.";
        };
    };
    readonly additionalProperties: false;
}>;

export declare const matrixOrbitalEmulators: import("./emulator/index.ts").MatrixOrbitalEmulator[];
