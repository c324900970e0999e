export declare const calendar: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
        readonly locale: {
            readonly type: "string";
            readonly format: "language";
            readonly default: "en-GB";
            readonly description: "The language of the names, and the country that says where a week begins, as a BCP 47 tag.";
            readonly examples: readonly [
                "de",
                "en-US",
                "pt-BR"
            ];
        };
        readonly first: {
            readonly type: "string";
            readonly enum: readonly [
                "sunday",
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday"
            ];
            readonly description: "The first day of a week; that of the locale when left out.";
        };
        readonly font: {
            readonly type: "string";
            readonly format: "font";
            readonly default: "fit";
            readonly description: "A font's name, or fit for the largest in which a month fits.";
            readonly examples: readonly [
                "6x8",
                "fit"
            ];
        };
        readonly color: {
            readonly type: "string";
            readonly format: "color";
            readonly default: "white";
            readonly description: "The colour of the letters.";
        };
    };
    readonly additionalProperties: false;
}>;

// as default
declare const _default: import("@lcdflow/core").Plugin;
