export declare const cpu: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
        readonly show: {
            readonly type: "string";
            readonly enum: readonly [
                "total",
                "cores"
            ];
            readonly default: "total";
            readonly description: "All cores together with name and percentage, or one bar for each core.";
        };
        readonly color: {
            readonly type: "string";
            readonly format: "color";
            readonly default: "white";
            readonly description: "The colour of letters and bars.";
        };
    };
    readonly additionalProperties: false;
}>;

// as default
declare const _default: import("@lcdflow/core").Plugin;
