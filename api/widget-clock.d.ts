export declare const clock: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
        readonly colors: {
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
            readonly description: "Other colours for larger values; the largest `from` that the value reaches counts, in any order.";
            readonly examples: readonly [
                readonly [
                    {
                        readonly from: 60;
                        readonly color: "yellow";
                    },
                    {
                        readonly from: 80;
                        readonly color: "red";
                    }
                ]
            ];
        };
        readonly colorBy: {
            readonly type: "string";
            readonly format: "expression";
            readonly description: "What `colors` are compared with; they change nothing when left out.";
            readonly examples: readonly [
                "cpu.busy"
            ];
        };
        readonly font: {
            readonly type: "string";
            readonly format: "font";
            readonly default: "fit";
            readonly description: "A font's name, or fit for the largest in which every time of this format fits; over several lines of letters then.";
            readonly examples: readonly [
                "6x8",
                "fit"
            ];
        };
        readonly timezone: {
            readonly type: "string";
            readonly format: "timezone";
            readonly description: "A time zone by its IANA name; that of this machine when left out.";
            readonly examples: readonly [
                "Europe/Berlin",
                "America/New_York",
                "UTC"
            ];
        };
        readonly locale: {
            readonly type: "string";
            readonly format: "language";
            readonly description: "The language of days and months, by its BCP 47 tag; English when left out.";
            readonly examples: readonly [
                "de",
                "fr",
                "pt-BR"
            ];
        };
        readonly face: {
            readonly type: "string";
            readonly enum: readonly [
                "digital",
                "analogue"
            ];
            readonly default: "digital";
            readonly description: "Digits, or hands where there are pixels for them: with one for the seconds if the format has seconds.";
        };
        readonly color: {
            readonly type: "string";
            readonly format: "color";
            readonly default: "white";
            readonly description: "The colour of the letters.";
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
        readonly format: {
            readonly type: "string";
            readonly minLength: 1;
            readonly default: "HH:mm:ss";
            readonly description: "Day.js tokens: YYYY MM DD dddd HH hh mm ss A … (https://day.js.org/docs/en/display/format).";
            readonly examples: readonly [
                "HH:mm",
                "ddd D MMM YYYY",
                "h:mm A",
                "[week day] dddd"
            ];
        };
    };
    readonly additionalProperties: false;
}>;

// as default
declare const _default: import("@lcdflow/core").Plugin;
