// as default
declare const _default: import("@lcdflow/core").Plugin;

export declare const spacer: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
        readonly background: {
            readonly type: "string";
            readonly format: "color";
            readonly description: "The colour of the place; what lies below is seen when left out. Not on panels of characters.";
        };
    };
    readonly additionalProperties: false;
}>;
