// as default
declare const _default: import("@lcdflow/core").Plugin;

export declare const qr: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
        readonly text: {
            readonly type: "string";
            readonly format: "template";
            readonly description: "What the code says; expressions stand in {{ }}.";
            readonly examples: readonly [
                "https://{{ host.name }}:8080/",
                "WIFI:T:WPA;S:guests;P:secret;;"
            ];
        };
        readonly correction: {
            readonly type: "string";
            readonly enum: readonly [
                "low",
                "medium",
                "quartile",
                "high"
            ];
            readonly default: "low";
            readonly description: "How much of the code may be hidden: 7, 15, 25 or 30 %. The more, the larger the code.";
        };
        readonly quiet: {
            readonly type: "integer";
            readonly minimum: 0;
            readonly maximum: 16;
            readonly default: 4;
            readonly description: "The free rim in modules (squares of the code), as far as there is room for it.";
        };
        readonly inverted: {
            readonly type: "boolean";
            readonly description: "Whether the dark squares are ink; by how ink looks on the panel when left out.";
        };
    };
    readonly required: readonly [
        "text"
    ];
    readonly additionalProperties: false;
}>;
