export declare const crystalfontz: import("@lcdflow/core").DisplayDriver<{
    readonly type: "object";
    readonly properties: {
        readonly model: {
            readonly type: "string";
            readonly enum: readonly [
                "CFA533",
                "CFA631",
                "CFA632",
                "CFA633",
                "CFA634",
                "CFA635"
            ];
            readonly default: "CFA635";
            readonly description: "Which panel it is.";
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
            readonly description: "100% is the darkest ink; what looks right on most panels when left out.";
        };
        readonly keypad: {
            readonly type: "string";
            readonly format: "percent";
            readonly description: "Brightness of a keypad with a light of its own; as the backlight when left out.";
        };
        readonly leds: {
            readonly type: "array";
            readonly items: {
                readonly type: "string";
                readonly enum: string[];
            };
            readonly default: readonly [
            ];
            readonly uniqueItems: true;
            readonly description: "LEDs that are lit; both halves of one make it yellow.";
        };
        readonly baudRate: {
            readonly type: "integer";
            readonly minimum: 1200;
            readonly maximum: 115200;
            readonly description: "Rate of the line in Bd; that of the model from the factory when left out.";
        };
    };
    readonly additionalProperties: false;
}>;

export declare const crystalfontzEmulators: readonly DeviceEmulator[];

// as default
declare const _default: import("@lcdflow/core").Plugin;
