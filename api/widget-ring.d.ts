// as default
declare const _default: import("@lcdflow/core").Plugin;

export declare const ring: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
        readonly color: {
            readonly type: "string";
            readonly format: "color";
            readonly default: "white";
            readonly description: "The colour of the ring.";
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
            readonly description: "What to show. Without a value the ring is empty.";
            readonly examples: readonly [
                "cpu.busy",
                "memory.used"
            ];
        };
        readonly text: {
            readonly type: "string";
            readonly format: "template";
            readonly description: "What stands in the middle; the percentage when left out, nothing when empty.";
            readonly examples: readonly [
                "CPU",
                "{{ cpu.busy }}"
            ];
        };
    };
    readonly required: readonly [
        "value"
    ];
    readonly additionalProperties: false;
}>;
