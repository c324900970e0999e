export declare const bar: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
        readonly direction: {
            readonly type: "string";
            readonly enum: readonly [
                "right",
                "left",
                "up",
                "down"
            ];
            readonly default: "right";
            readonly description: "Where the bar grows to.";
        };
        readonly segments: {
            readonly type: "integer";
            readonly minimum: 1;
            readonly description: "So many blocks with gaps between them, as far as there is room for them; one piece when left out.";
            readonly examples: readonly [
                10
            ];
        };
        readonly frame: {
            readonly type: "boolean";
            readonly default: true;
            readonly description: "A frame of one pixel, where there is room for one; characters have none.";
        };
        readonly color: {
            readonly type: "string";
            readonly format: "color";
            readonly default: "white";
            readonly description: "The colour of the bar.";
        };
        readonly secondColor: {
            readonly type: "string";
            readonly format: "color";
            readonly description: "The colour of the second value; the first one's when left out.";
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
        readonly min: {
            readonly type: "number";
            readonly description: "The value where the scale begins; the reading's own smallest value when left out, else 0 or the smallest seen.";
        };
        readonly max: {
            readonly type: "number";
            readonly description: "The value where the scale ends; the reading's own largest value when left out, else the largest seen.";
        };
        readonly value: {
            readonly type: "string";
            readonly format: "expression";
            readonly description: "What to show. Without a value the bar is empty.";
            readonly examples: readonly [
                "cpu.busy",
                "memory.used"
            ];
        };
        readonly second: {
            readonly type: "string";
            readonly format: "expression";
            readonly description: "A second value on the same scale: the bar is two, one in each half.";
            readonly examples: readonly [
                "network.transmit"
            ];
        };
    };
    readonly required: readonly [
        "value"
    ];
    readonly additionalProperties: false;
}>;

// as default
declare const _default: import("@lcdflow/core").Plugin;
