export interface DeviceId {
    readonly serial: string;
    readonly type: number;
}

export type Marks = 'negative' | 'positive';

export interface SplashSize {
    readonly largest: number;
    readonly used: number;
}

export declare function decodeError(packet: Uint8Array): string | undefined;

export declare function decodeInfrared(packet: Uint8Array, marks?: Marks): readonly number[] | undefined;

export declare function decodeKeys(packet: Uint8Array): readonly number[] | undefined;

// as default
declare const _default: import("@lcdflow/core").Plugin;

export declare const deviceId: (queue: TransferQueue) => Observable<DeviceId>;

export declare function encodeArea(frame: Frame, area: Rect, columns?: Columns): readonly Uint8Array[];

export declare const encodeBacklight: (level: number) => Uint8Array;

export declare const encodeContrast: (level: number) => Uint8Array;

export declare const encodeLeds: (bits: number) => Uint8Array;

export declare const encodeOpening: () => readonly Uint8Array[];

export declare const firmwareVersion: (queue: TransferQueue) => Observable<string>;

export declare const hookVersion: (queue: TransferQueue) => Observable<string>;

export declare function keyEvents(before: readonly number[], after: readonly number[], names?: KeyNames): readonly KeyEvent[];

export declare const picolcd: import("@lcdflow/core").DisplayDriver<{
    readonly type: "object";
    readonly properties: {
        readonly model: {
            readonly type: "string";
            readonly enum: readonly [
                "256x64",
                "20x2",
                "20x4"
            ];
            readonly default: "256x64";
            readonly description: "Which picoLCD it is.";
        };
        readonly backlight: {
            readonly type: "string";
            readonly format: "percent";
            readonly default: "100%";
            readonly description: "Brightness of the backlight.";
        };
        readonly contrast: {
            readonly type: "string";
            readonly format: "percent";
            readonly description: "100% is the darkest ink; 25% when left out, 100% on the text panels.";
        };
        readonly leds: {
            readonly type: "array";
            readonly items: {
                readonly type: "integer";
                readonly minimum: 1;
                readonly maximum: 8;
            };
            readonly default: readonly [
            ];
            readonly uniqueItems: true;
            readonly description: "Numbers of the LEDs that are lit.";
        };
        readonly columns: {
            readonly type: "string";
            readonly enum: readonly [
                "any",
                "halves"
            ];
            readonly default: "any";
            readonly description: "Where packets may begin: \"halves\" for panels that only accept column 0 and 32.";
        };
        readonly marks: {
            readonly type: "string";
            readonly enum: readonly [
                "negative",
                "positive"
            ];
            readonly default: "negative";
            readonly description: "The sign that the panel gives infrared marks; readings have them positive in any case.";
        };
    };
    readonly additionalProperties: false;
}>;

export declare const picolcd20x2Emulator: PicolcdEmulator<Picolcd20x2Device>;

export declare const picolcd20x4Emulator: PicolcdEmulator<Picolcd20x4Device>;

export declare const picolcd256x64Emulator: PicolcdEmulator;

export declare const readEeprom: (queue: TransferQueue, address?: number, length?: number) => Observable<Uint8Array>;

export declare const readExternalEeprom: (queue: TransferQueue, address?: number, length?: number) => Observable<Uint8Array>;

export declare const readFlash: (queue: TransferQueue, address?: number, length?: number) => Observable<Uint8Array>;

export declare const splashSize: (queue: TransferQueue) => Observable<SplashSize>;

export declare const writeEeprom: (queue: TransferQueue, address: number, bytes: Uint8Array) => Observable<never>;
