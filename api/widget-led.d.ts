// as default
declare const _default: import("@lcdflow/core").Plugin;

export declare const led: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
        readonly value: {
            readonly type: "string";
            readonly format: "expression";
            readonly description: "Lit while this holds: not false, 0, an empty text, or missing.";
            readonly examples: readonly [
                "cpu.busy > 90",
                "network.receive"
            ];
        };
        readonly blinking: {
            readonly type: "boolean";
            readonly default: false;
            readonly description: "Lit for half of each second only.";
        };
        readonly color: {
            readonly type: "string";
            readonly format: "color";
            readonly default: "lime";
            readonly description: "The colour of the lit lamp.";
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
        readonly offColor: {
            readonly type: "string";
            readonly format: "color";
            readonly default: "gray";
            readonly description: "The colour of the ring that is left of a dark lamp.";
        };
    };
    readonly required: readonly [
        "value"
    ];
    readonly additionalProperties: false;
}>;
