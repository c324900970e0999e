// as default
declare const _default: import("@lcdflow/core").Plugin;

export declare const frame: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
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
