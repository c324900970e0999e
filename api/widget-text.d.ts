// as default
declare const _default: import("@lcdflow/core").Plugin;

export declare const text: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
        readonly font: {
            readonly type: "string";
            readonly format: "font";
            readonly description: "A font's name, or fit for the largest that fits, with digits over several lines of letters; the display's own font when left out.";
            readonly examples: readonly [
                "6x13",
                "fit"
            ];
        };
        readonly overflow: {
            readonly type: "string";
            readonly enum: readonly [
                "clip",
                "marquee",
                "pingpong",
                "wrap",
                "shrink"
            ];
            readonly default: "clip";
            readonly description: "What becomes of a line that is too long: it is cut off, moves round and round, moves there and back, is broken between words, or gets smaller letters, and moves round where none are small enough.";
        };
        readonly speed: {
            readonly type: "number";
            readonly minimum: 0.1;
            readonly maximum: 50;
            readonly default: 4;
            readonly description: "How many letters a second a line moves that does so.";
        };
        readonly pause: {
            readonly type: "string";
            readonly format: "duration";
            readonly description: "How long a moving line stands at its beginning, and at its end where it turns; 1s for pingpong when left out, else 0s.";
            readonly examples: readonly [
                "2s"
            ];
        };
        readonly prefix: {
            readonly type: "string";
            readonly default: "";
            readonly description: "Stands before the value.";
            readonly examples: readonly [
                "Title: "
            ];
        };
        readonly postfix: {
            readonly type: "string";
            readonly default: "";
            readonly description: "Stands behind the value.";
            readonly examples: readonly [
                " km/h"
            ];
        };
        readonly bold: {
            readonly type: "boolean";
            readonly default: false;
            readonly description: "Strokes a pixel wider; not on panels of characters.";
        };
        readonly underlined: {
            readonly type: "boolean";
            readonly default: false;
            readonly description: "A line below the letters; not on panels of characters.";
        };
        readonly inverted: {
            readonly type: "boolean";
            readonly default: false;
            readonly description: "Cuts the letters out of an inked place.";
        };
        readonly blinking: {
            readonly type: "boolean";
            readonly default: false;
            readonly description: "Shows the letters for half of each second only.";
        };
        readonly color: {
            readonly type: "string";
            readonly format: "color";
            readonly default: "white";
            readonly description: "The colour of the letters.";
        };
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
            readonly description: "What `colors` are compared with; the first expression of `value` when left out.";
            readonly examples: readonly [
                "cpu.busy"
            ];
        };
        readonly background: {
            readonly type: "string";
            readonly format: "color";
            readonly description: "The colour of the whole place; what lies below is seen when left out.";
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
        readonly value: {
            readonly type: "string";
            readonly format: "template";
            readonly description: "What to show; expressions stand in {{ }}, and \\n begins a new line.";
            readonly examples: readonly [
                "{{ host.name }}",
                "CPU {{ cpu.busy }} %"
            ];
        };
    };
    readonly required: readonly [
        "value"
    ];
    readonly additionalProperties: false;
}>;
