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
    };
    readonly additionalProperties: false;
}>;

// as default
declare const _default: import("@lcdflow/core").Plugin;
