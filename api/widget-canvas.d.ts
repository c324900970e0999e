export declare const canvas: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
        readonly steps: {
            readonly type: "array";
            readonly items: {
                readonly type: "object";
                readonly properties: {
                    readonly fill: {
                        readonly description: "The whole place in a colour.";
                        readonly type: "string";
                        readonly format: "template";
                        readonly examples: readonly [
                            "red",
                            "{{ cpu.busy > 80 ? 'red' : 'lime' }}"
                        ];
                    };
                    readonly pixel: {
                        readonly type: "object";
                        readonly properties: {
                            readonly at: {
                                readonly type: "array";
                                readonly items: {
                                    readonly anyOf: readonly [
                                        {
                                            readonly type: "number";
                                        },
                                        {
                                            readonly type: "string";
                                            readonly format: "template";
                                        }
                                    ];
                                    readonly description: "Pixels, or a text such as 50% or {{ cpu.busy }}%.";
                                };
                                readonly minItems: 2;
                                readonly maxItems: 2;
                                readonly description: "To the right and down, from the upper left corner.";
                            };
                            readonly color: {
                                readonly type: "string";
                                readonly format: "template";
                                readonly description: "A colour name or #rrggbb; expressions stand in {{ }}. White when left out.";
                                readonly examples: readonly [
                                    "red",
                                    "{{ cpu.busy > 80 ? 'red' : 'lime' }}"
                                ];
                            };
                        };
                        readonly required: readonly [
                            "at"
                        ];
                        readonly additionalProperties: false;
                    };
                    readonly line: {
                        readonly type: "object";
                        readonly properties: {
                            readonly from: {
                                readonly type: "array";
                                readonly items: {
                                    readonly anyOf: readonly [
                                        {
                                            readonly type: "number";
                                        },
                                        {
                                            readonly type: "string";
                                            readonly format: "template";
                                        }
                                    ];
                                    readonly description: "Pixels, or a text such as 50% or {{ cpu.busy }}%.";
                                };
                                readonly minItems: 2;
                                readonly maxItems: 2;
                                readonly description: "To the right and down, from the upper left corner.";
                            };
                            readonly to: {
                                readonly type: "array";
                                readonly items: {
                                    readonly anyOf: readonly [
                                        {
                                            readonly type: "number";
                                        },
                                        {
                                            readonly type: "string";
                                            readonly format: "template";
                                        }
                                    ];
                                    readonly description: "Pixels, or a text such as 50% or {{ cpu.busy }}%.";
                                };
                                readonly minItems: 2;
                                readonly maxItems: 2;
                                readonly description: "To the right and down, from the upper left corner.";
                            };
                            readonly color: {
                                readonly type: "string";
                                readonly format: "template";
                                readonly description: "A colour name or #rrggbb; expressions stand in {{ }}. White when left out.";
                                readonly examples: readonly [
                                    "red",
                                    "{{ cpu.busy > 80 ? 'red' : 'lime' }}"
                                ];
                            };
                            readonly thickness: {
                                readonly type: "integer";
                                readonly minimum: 1;
                                readonly maximum: 100;
                                readonly description: "In pixels; 1 when left out.";
                            };
                        };
                        readonly required: readonly [
                            "from",
                            "to"
                        ];
                        readonly additionalProperties: false;
                    };
                    readonly polyline: {
                        readonly type: "object";
                        readonly properties: {
                            readonly points: {
                                readonly type: "array";
                                readonly items: {
                                    readonly type: "array";
                                    readonly items: {
                                        readonly anyOf: readonly [
                                            {
                                                readonly type: "number";
                                            },
                                            {
                                                readonly type: "string";
                                                readonly format: "template";
                                            }
                                        ];
                                        readonly description: "Pixels, or a text such as 50% or {{ cpu.busy }}%.";
                                    };
                                    readonly minItems: 2;
                                    readonly maxItems: 2;
                                    readonly description: "To the right and down, from the upper left corner.";
                                };
                                readonly minItems: 2;
                                readonly description: "Each is joined to the next one.";
                            };
                            readonly closed: {
                                readonly type: "boolean";
                                readonly description: "The last point is joined to the first one, too.";
                            };
                            readonly color: {
                                readonly type: "string";
                                readonly format: "template";
                                readonly description: "A colour name or #rrggbb; expressions stand in {{ }}. White when left out.";
                                readonly examples: readonly [
                                    "red",
                                    "{{ cpu.busy > 80 ? 'red' : 'lime' }}"
                                ];
                            };
                            readonly thickness: {
                                readonly type: "integer";
                                readonly minimum: 1;
                                readonly maximum: 100;
                                readonly description: "In pixels; 1 when left out.";
                            };
                        };
                        readonly required: readonly [
                            "points"
                        ];
                        readonly additionalProperties: false;
                    };
                    readonly rectangle: {
                        readonly type: "object";
                        readonly properties: {
                            readonly at: {
                                readonly type: "array";
                                readonly items: {
                                    readonly anyOf: readonly [
                                        {
                                            readonly type: "number";
                                        },
                                        {
                                            readonly type: "string";
                                            readonly format: "template";
                                        }
                                    ];
                                    readonly description: "Pixels, or a text such as 50% or {{ cpu.busy }}%.";
                                };
                                readonly minItems: 2;
                                readonly maxItems: 2;
                                readonly description: "To the right and down, from the upper left corner.";
                            };
                            readonly size: {
                                readonly type: "array";
                                readonly items: {
                                    readonly anyOf: readonly [
                                        {
                                            readonly type: "number";
                                        },
                                        {
                                            readonly type: "string";
                                            readonly format: "template";
                                        }
                                    ];
                                    readonly description: "Pixels, or a text such as 50% or {{ cpu.busy }}%.";
                                };
                                readonly minItems: 2;
                                readonly maxItems: 2;
                                readonly description: "To the right and down, from the upper left corner.";
                            };
                            readonly color: {
                                readonly type: "string";
                                readonly format: "template";
                                readonly description: "A colour name or #rrggbb; expressions stand in {{ }}. White when left out.";
                                readonly examples: readonly [
                                    "red",
                                    "{{ cpu.busy > 80 ? 'red' : 'lime' }}"
                                ];
                            };
                            readonly thickness: {
                                readonly type: "integer";
                                readonly minimum: 1;
                                readonly maximum: 100;
                                readonly description: "In pixels; 1 when left out.";
                            };
                            readonly filled: {
                                readonly type: "boolean";
                                readonly description: "The whole area instead of its outline.";
                            };
                        };
                        readonly required: readonly [
                            "at",
                            "size"
                        ];
                        readonly additionalProperties: false;
                    };
                    readonly circle: {
                        readonly type: "object";
                        readonly properties: {
                            readonly center: {
                                readonly type: "array";
                                readonly items: {
                                    readonly anyOf: readonly [
                                        {
                                            readonly type: "number";
                                        },
                                        {
                                            readonly type: "string";
                                            readonly format: "template";
                                        }
                                    ];
                                    readonly description: "Pixels, or a text such as 50% or {{ cpu.busy }}%.";
                                };
                                readonly minItems: 2;
                                readonly maxItems: 2;
                                readonly description: "To the right and down, from the upper left corner.";
                            };
                            readonly radius: {
                                readonly anyOf: readonly [
                                    {
                                        readonly type: "number";
                                    },
                                    {
                                        readonly type: "string";
                                        readonly format: "template";
                                    }
                                ];
                                readonly description: "Pixels, or a text such as 50% or {{ cpu.busy }}%.";
                            };
                            readonly color: {
                                readonly type: "string";
                                readonly format: "template";
                                readonly description: "A colour name or #rrggbb; expressions stand in {{ }}. White when left out.";
                                readonly examples: readonly [
                                    "red",
                                    "{{ cpu.busy > 80 ? 'red' : 'lime' }}"
                                ];
                            };
                            readonly thickness: {
                                readonly type: "integer";
                                readonly minimum: 1;
                                readonly maximum: 100;
                                readonly description: "In pixels; 1 when left out.";
                            };
                            readonly filled: {
                                readonly type: "boolean";
                                readonly description: "The whole area instead of its outline.";
                            };
                        };
                        readonly required: readonly [
                            "center",
                            "radius"
                        ];
                        readonly additionalProperties: false;
                    };
                    readonly text: {
                        readonly type: "object";
                        readonly properties: {
                            readonly at: {
                                readonly type: "array";
                                readonly items: {
                                    readonly anyOf: readonly [
                                        {
                                            readonly type: "number";
                                        },
                                        {
                                            readonly type: "string";
                                            readonly format: "template";
                                        }
                                    ];
                                    readonly description: "Pixels, or a text such as 50% or {{ cpu.busy }}%.";
                                };
                                readonly minItems: 2;
                                readonly maxItems: 2;
                                readonly description: "To the right and down, from the upper left corner.";
                            };
                            readonly value: {
                                readonly type: "string";
                                readonly format: "template";
                                readonly description: "What to write; expressions stand in {{ }}.";
                            };
                            readonly align: {
                                readonly type: "string";
                                readonly enum: readonly [
                                    "left",
                                    "center",
                                    "right"
                                ];
                                readonly description: "Which part of the text is at the point; left when left out. The point is at its upper edge.";
                            };
                            readonly font: {
                                readonly type: "string";
                                readonly format: "font";
                                readonly description: "A font's name; the display's own when left out.";
                            };
                            readonly color: {
                                readonly type: "string";
                                readonly format: "template";
                                readonly description: "A colour name or #rrggbb; expressions stand in {{ }}. White when left out.";
                                readonly examples: readonly [
                                    "red",
                                    "{{ cpu.busy > 80 ? 'red' : 'lime' }}"
                                ];
                            };
                            readonly background: {
                                readonly description: "Behind the letters; what is there stays when left out.";
                                readonly type: "string";
                                readonly format: "template";
                                readonly examples: readonly [
                                    "red",
                                    "{{ cpu.busy > 80 ? 'red' : 'lime' }}"
                                ];
                            };
                        };
                        readonly required: readonly [
                            "at",
                            "value"
                        ];
                        readonly additionalProperties: false;
                    };
                };
                readonly additionalProperties: false;
            };
            readonly minItems: 1;
            readonly description: "What to draw, later steps on top.";
        };
    };
    readonly required: readonly [
        "steps"
    ];
    readonly additionalProperties: false;
}>;

// as default
declare const _default: import("@lcdflow/core").Plugin;
