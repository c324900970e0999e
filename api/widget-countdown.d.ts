export declare const countdown: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
        readonly font: {
            readonly type: "string";
            readonly format: "font";
            readonly default: "fit";
            readonly description: "A font's name, or fit for the largest that fits; over several lines of letters then.";
            readonly examples: readonly [
                "6x8",
                "fit"
            ];
        };
        readonly color: {
            readonly type: "string";
            readonly format: "color";
            readonly default: "white";
            readonly description: "The colour of the letters.";
        };
        readonly colors: {
            readonly description: "Other colours while more seconds are left, or gone: the largest `from` that they reach counts.";
            readonly examples: readonly [
                readonly [
                    {
                        readonly from: 60;
                        readonly color: "white";
                    }
                ]
            ];
            readonly type: "array";
            readonly items: {
                readonly type: "object";
                readonly properties: {
                    readonly from: {
                        readonly type: "number";
                        readonly description: "The least value that has this colour, in the unit of the reading.";
                    };
                    readonly color: {
                        readonly type: "string";
                        readonly format: "color";
                        readonly description: "The colour from there on.";
                    };
                };
                readonly required: readonly [
                    "from",
                    "color"
                ];
                readonly additionalProperties: false;
            };
        };
        readonly align: {
            readonly type: "string";
            readonly enum: readonly [
                "left",
                "center",
                "right"
            ];
            readonly default: "left";
            readonly description: "Where it stands between the left and the right edge of the place.";
        };
        readonly vertical: {
            readonly type: "string";
            readonly enum: readonly [
                "top",
                "middle",
                "bottom"
            ];
            readonly default: "middle";
            readonly description: "Where it stands between the upper and the lower edge of the place.";
        };
        readonly to: {
            readonly type: "string";
            readonly format: "moment";
            readonly description: "A date, a date and a time, or a time of day: that counts every day anew.";
            readonly examples: readonly [
                "2026-12-24",
                "2026-12-31 23:59:59",
                "18:30"
            ];
        };
        readonly direction: {
            readonly type: "string";
            readonly enum: readonly [
                "down",
                "up"
            ];
            readonly default: "down";
            readonly description: "Down to the moment, or up from it.";
        };
        readonly format: {
            readonly type: "string";
            readonly minLength: 1;
            readonly description: "D H m s, doubled for two digits, and text in [ ]; as short as can be read when left out.";
            readonly examples: readonly [
                "D [days]",
                "HH:mm:ss",
                "m [min] ss [s]"
            ];
        };
        readonly end: {
            readonly type: "string";
            readonly description: "What stands there when the moment has come; nothing is left of the time when left out: 0:00.";
            readonly examples: readonly [
                "Happy new year!"
            ];
        };
    };
    readonly required: readonly [
        "to"
    ];
    readonly additionalProperties: false;
}>;

// as default
declare const _default: import("@lcdflow/core").Plugin;
