// as default
declare const _default: import("@lcdflow/core").Plugin;

export declare const table: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
        readonly rows: {
            readonly type: "string";
            readonly format: "list";
            readonly description: "An expression that gives a list; each of its members is a row.";
            readonly examples: readonly [
                "cpu.cores",
                "cpu.cores.filter(c, c.busy > 50)"
            ];
        };
        readonly items: {
            readonly type: "array";
            readonly items: {
                readonly anyOf: readonly [
                    {
                        readonly type: "string";
                        readonly format: "template";
                    },
                    {
                        readonly type: "array";
                        readonly items: {
                            readonly type: "string";
                            readonly format: "template";
                        };
                    }
                ];
            };
            readonly description: "Rows written by hand, where there is no list: a text, or one for each column, with expressions in {{ }}.";
            readonly examples: readonly [
                readonly [
                    "{{ host.name }}"
                ],
                readonly [
                    readonly [
                        "CPU",
                        "{{ cpu.busy }}%"
                    ]
                ]
            ];
        };
        readonly columns: {
            readonly type: "array";
            readonly items: {
                readonly type: "object";
                readonly properties: {
                    readonly title: {
                        readonly type: "string";
                        readonly description: "Stands above the column.";
                        readonly examples: readonly [
                            "Name",
                            "CPU"
                        ];
                    };
                    readonly value: {
                        readonly type: "string";
                        readonly format: "row";
                        readonly default: "row";
                        readonly description: "What to show of each row, as an expression in which `row` is one of them.";
                        readonly examples: readonly [
                            "row.name",
                            "bytes(row.memory)"
                        ];
                    };
                    readonly width: {
                        readonly type: "string";
                        readonly format: "length";
                        readonly default: "1fr";
                        readonly description: "How wide the column is; an equal share of the rest when left out.";
                        readonly examples: readonly [
                            "6ch",
                            "40px",
                            "30%",
                            "2fr"
                        ];
                    };
                    readonly align: {
                        readonly type: "string";
                        readonly enum: readonly [
                            "left",
                            "center",
                            "right"
                        ];
                        readonly description: "Where texts stand in the column: left in the first one and right in the others when left out.";
                    };
                    readonly decimals: {
                        readonly type: "integer";
                        readonly minimum: 0;
                        readonly maximum: 15;
                        readonly description: "So many decimals for numbers; one for those that are not whole when left out.";
                    };
                    readonly postfix: {
                        readonly type: "string";
                        readonly default: "";
                        readonly description: "Stands behind each value.";
                        readonly examples: readonly [
                            "%"
                        ];
                    };
                    readonly bar: {
                        readonly type: "boolean";
                        readonly default: false;
                        readonly description: "A bar as long as the value is large, instead of words.";
                    };
                    readonly min: {
                        readonly type: "number";
                        readonly description: "The value of an empty bar; the reading's own smallest when left out, else 0.";
                    };
                    readonly max: {
                        readonly type: "number";
                        readonly description: "The value of a full bar; the reading's own largest when left out, else the largest of all rows.";
                    };
                    readonly color: {
                        readonly type: "string";
                        readonly format: "color";
                        readonly description: "The column's colour; that of the table when left out.";
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
                    readonly colorBy: {
                        readonly type: "string";
                        readonly format: "row";
                        readonly description: "What `colors` are compared with; the value when left out.";
                        readonly examples: readonly [
                            "row.cpu"
                        ];
                    };
                };
                readonly additionalProperties: false;
            };
            readonly minItems: 1;
            readonly description: "What to show of each row, from left to right; the row itself when left out.";
            readonly examples: readonly [
                readonly [
                    {
                        readonly title: "Busy";
                        readonly value: "row.busy";
                        readonly width: "6ch";
                    }
                ]
            ];
        };
        readonly header: {
            readonly type: "boolean";
            readonly default: true;
            readonly description: "Titles above the columns that have some, where there are three lines or more.";
        };
        readonly sortBy: {
            readonly type: "string";
            readonly format: "row";
            readonly description: "Rows are sorted by this; they stay as the source gives them when left out.";
            readonly examples: readonly [
                "row.busy"
            ];
        };
        readonly order: {
            readonly type: "string";
            readonly enum: readonly [
                "descending",
                "ascending"
            ];
            readonly default: "descending";
            readonly description: "The largest first or the smallest; rows without a value are last.";
        };
        readonly most: {
            readonly type: "integer";
            readonly minimum: 1;
            readonly description: "Only so many rows; all of them when left out.";
        };
        readonly scroll: {
            readonly type: "string";
            readonly enum: readonly [
                "none",
                "pages",
                "lines"
            ];
            readonly default: "none";
            readonly description: "What becomes of rows that do not fit: they stay away, come page by page, or line by line.";
        };
        readonly pause: {
            readonly type: "string";
            readonly format: "duration";
            readonly default: "3s";
            readonly description: "How long each page or line stands.";
            readonly examples: readonly [
                "1s"
            ];
        };
        readonly empty: {
            readonly type: "string";
            readonly default: "";
            readonly description: "What stands there when there are no rows.";
        };
        readonly font: {
            readonly type: "string";
            readonly format: "font";
            readonly description: "A font's name; the display's own font when left out, or for fit.";
            readonly examples: readonly [
                "5x7"
            ];
        };
        readonly color: {
            readonly type: "string";
            readonly format: "color";
            readonly default: "white";
            readonly description: "The colour of titles and rows.";
        };
        readonly zebra: {
            readonly type: "string";
            readonly format: "color";
            readonly description: "The ground of every second row, on panels of pixels; none when left out.";
            readonly examples: readonly [
                "#202020"
            ];
        };
    };
    readonly additionalProperties: false;
}>;
