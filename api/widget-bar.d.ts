export declare const bar: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
        readonly value: {
            readonly type: "string";
            readonly format: "expression";
            readonly description: "What to show. Without a value the bar is empty.";
            readonly examples: readonly [
                "cpu.busy",
                "memory.used"
            ];
        };
        readonly min: {
            readonly type: "number";
            readonly description: "The value of an empty bar; the reading's own smallest value when left out, else 0 or the smallest seen.";
        };
        readonly max: {
            readonly type: "number";
            readonly description: "The value of a full bar; the reading's own largest value when left out, else the largest seen.";
        };
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
    };
    readonly required: readonly [
        "value"
    ];
    readonly additionalProperties: false;
}>;

// as default
declare const _default: import("@lcdflow/core").Plugin;
