// as default
declare const _default: import("@lcdflow/core").Plugin;

export declare const graph: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
        readonly style: {
            readonly type: "string";
            readonly enum: readonly [
                "filled",
                "line",
                "columns"
            ];
            readonly default: "filled";
            readonly description: "Filled from below, a line, or columns of two pixels; characters are always filled.";
        };
        readonly labels: {
            readonly type: "boolean";
            readonly default: false;
            readonly description: "The values of the upper and lower edge and the value now, at the right, where there is room.";
        };
        readonly color: {
            readonly type: "string";
            readonly format: "color";
            readonly default: "white";
            readonly description: "The colour of the graph.";
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
            readonly description: "What to show. While it has no value there is a gap.";
            readonly examples: readonly [
                "cpu.busy",
                "network.receive"
            ];
        };
        readonly series: {
            readonly type: "array";
            readonly items: {
                readonly type: "object";
                readonly properties: {
                    readonly value: {
                        readonly type: "string";
                        readonly format: "expression";
                        readonly description: "What to show, on the same scale.";
                    };
                    readonly color: {
                        readonly type: "string";
                        readonly format: "color";
                        readonly default: "gray";
                        readonly description: "Its colour.";
                    };
                };
                readonly required: readonly [
                    "value"
                ];
                readonly additionalProperties: false;
            };
            readonly description: "More values in the same graph; on characters each has its own lines, as far as there are any.";
            readonly examples: readonly [
                readonly [
                    {
                        readonly value: "network.transmit";
                        readonly color: "orange";
                    }
                ]
            ];
        };
        readonly span: {
            readonly type: "string";
            readonly format: "duration";
            readonly default: "5m";
            readonly description: "The time from the left edge to the right one; each column shows the mean of its share.";
            readonly examples: readonly [
                "60s",
                "5m",
                "24h"
            ];
        };
    };
    readonly required: readonly [
        "value"
    ];
    readonly additionalProperties: false;
}>;
