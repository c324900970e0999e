// as default
declare const _default: import("@lcdflow/core").Plugin;

export declare const frame: import("@lcdflow/core").Widget<{
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
        readonly title: {
            readonly type: "string";
            readonly format: "template";
            readonly description: "Stands in the upper line; expressions stand in {{ }}.";
            readonly examples: readonly [
                "CPU",
                "{{ host.name }}"
            ];
        };
        readonly align: {
            readonly type: "string";
            readonly enum: readonly [
                "left",
                "center",
                "right"
            ];
            readonly default: "left";
            readonly description: "Where in the upper line the title stands.";
        };
        readonly border: {
            readonly type: "string";
            readonly enum: readonly [
                "single",
                "double",
                "rounded",
                "thick"
            ];
            readonly default: "single";
            readonly description: "Of what lines it is made.";
        };
        readonly color: {
            readonly type: "string";
            readonly format: "color";
            readonly default: "white";
            readonly description: "The colour of the border.";
        };
        readonly titleColor: {
            readonly type: "string";
            readonly format: "color";
            readonly description: "The colour of the title; the border's when left out.";
        };
    };
    readonly additionalProperties: false;
}>;
