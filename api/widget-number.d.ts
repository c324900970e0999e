// as default
declare const _default: import("@lcdflow/core").Plugin;

export declare const number: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
        readonly color: {
            readonly type: "string";
            readonly format: "color";
            readonly default: "white";
            readonly description: "The colour of digits and letters.";
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
            readonly format: "expression";
            readonly description: "What to show: a number, or a text such as a duration. A dash without a value.";
            readonly examples: readonly [
                "cpu.busy",
                "duration(uptime.seconds)"
            ];
        };
        readonly label: {
            readonly type: "string";
            readonly format: "template";
            readonly default: "";
            readonly description: "Stands above the digits or before them, in small letters.";
            readonly examples: readonly [
                "CPU",
                "{{ host.name }}"
            ];
        };
        readonly unit: {
            readonly type: "string";
            readonly description: "Stands behind the digits, in small letters; the reading's own unit when left out, none when empty.";
            readonly examples: readonly [
                "°C"
            ];
        };
        readonly prefix: {
            readonly type: "string";
            readonly default: "";
            readonly description: "Stands before the digits, as large as they are.";
            readonly examples: readonly [
                "+"
            ];
        };
        readonly decimals: {
            readonly type: "integer";
            readonly minimum: 0;
            readonly maximum: 15;
            readonly description: "So many decimals; two or three digits with k, M, G … before the unit when left out.";
        };
    };
    readonly required: readonly [
        "value"
    ];
    readonly additionalProperties: false;
}>;
