// as default
declare const _default: import("@lcdflow/core").Plugin;

export declare const graph: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
        readonly value: {
            readonly type: "string";
            readonly format: "expression";
            readonly description: "What to show. While it has no value there is a gap.";
            readonly examples: readonly [
                "cpu.busy",
                "network.receive"
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
        readonly min: {
            readonly type: "number";
            readonly description: "The value at the lower edge; the reading's own smallest value when left out, else 0 or the smallest shown.";
        };
        readonly max: {
            readonly type: "number";
            readonly description: "The value at the upper edge; the reading's own largest value when left out, else the largest shown.";
        };
        readonly style: {
            readonly type: "string";
            readonly enum: readonly [
                "filled",
                "line"
            ];
            readonly default: "filled";
            readonly description: "Filled from below, or a line; characters are always filled.";
        };
        readonly color: {
            readonly type: "string";
            readonly format: "color";
            readonly default: "white";
            readonly description: "The colour of the graph.";
        };
    };
    readonly required: readonly [
        "value"
    ];
    readonly additionalProperties: false;
}>;
