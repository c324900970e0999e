// as default
declare const _default: import("@lcdflow/core").Plugin;

export declare const icon: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
        readonly name: {
            readonly anyOf: readonly [
                {
                    readonly type: "string";
                    readonly enum: readonly string[];
                },
                {
                    readonly type: "string";
                    readonly format: "expression";
                    readonly pattern: "[^a-z0-9-]";
                    readonly examples: readonly [
                        "outside.icon"
                    ];
                }
            ];
            readonly description: "Which icon, or an expression that tells its name; with `icons`, the one while none is reached.";
            readonly examples: readonly [
                "mail",
                "outside.icon"
            ];
        };
        readonly value: {
            readonly type: "string";
            readonly format: "expression";
            readonly description: "What chooses among icons and colours.";
            readonly examples: readonly [
                "battery.percent",
                "cpu.busy"
            ];
        };
        readonly icons: {
            readonly type: "array";
            readonly items: {
                readonly type: "object";
                readonly properties: {
                    readonly from: {
                        readonly type: "number";
                        readonly description: "The least value that has this icon, in the unit of the reading.";
                    };
                    readonly icon: {
                        readonly type: "string";
                        readonly enum: readonly string[];
                        readonly description: "The icon from there on.";
                    };
                };
                readonly required: readonly [
                    "from",
                    "icon"
                ];
                readonly additionalProperties: false;
            };
            readonly description: "Icons by value; the largest `from` that the value reaches counts, in any order.";
            readonly examples: readonly [
                readonly [
                    {
                        readonly from: 0;
                        readonly icon: "battery-empty";
                    },
                    {
                        readonly from: 20;
                        readonly icon: "battery-medium";
                    }
                ]
            ];
        };
        readonly bitmap: {
            readonly anyOf: readonly [
                {
                    readonly type: "string";
                    readonly pattern: "^[.* |\\n]*$";
                    readonly examples: readonly [
                        ".*.*.",
                        "*****"
                    ];
                },
                {
                    readonly type: "array";
                    readonly items: {
                        readonly type: "string";
                        readonly pattern: "^[.* |\\n]*$";
                        readonly examples: readonly [
                            ".*.*."
                        ];
                    };
                }
            ];
            readonly description: "A picture of your own, instead of a name: rows of * and . from the top; several side by side, with | between them, are an animation.";
            readonly examples: readonly [
                readonly [
                    ".....|.*.*.",
                    ".*.*.|*****",
                    "..*..|.***."
                ]
            ];
        };
        readonly speed: {
            readonly type: "string";
            readonly format: "duration";
            readonly default: "500ms";
            readonly description: "How long each bitmap of an animation is shown, at least 50ms.";
        };
        readonly color: {
            readonly type: "string";
            readonly format: "color";
            readonly default: "white";
            readonly description: "The colour of the icon.";
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
