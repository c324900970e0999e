// as default
declare const _default: import("@lcdflow/core").Plugin;

export declare const text: import("@lcdflow/core").Widget<{
    readonly type: "object";
    readonly properties: {
        readonly value: {
            readonly type: "string";
            readonly format: "template";
            readonly description: "What to show; expressions stand in {{ }}, and \\n begins a new line.";
            readonly examples: readonly [
                "{{ host.name }}",
                "CPU {{ cpu.busy }} %"
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
            readonly description: "Where the lines stand between the left and the right edge of the place.";
        };
        readonly vertical: {
            readonly type: "string";
            readonly enum: readonly [
                "top",
                "middle",
                "bottom"
            ];
            readonly default: "middle";
            readonly description: "Where the lines stand between the upper and the lower edge of the place.";
        };
        readonly font: {
            readonly type: "string";
            readonly format: "font";
            readonly description: "A font's name, or fit for the largest that fits, with digits over several lines of letters; the display's own font when left out.";
            readonly examples: readonly [
                "6x13",
                "fit"
            ];
        };
        readonly overflow: {
            readonly type: "string";
            readonly enum: readonly [
                "clip",
                "marquee"
            ];
            readonly default: "clip";
            readonly description: "What becomes of a line that is too long: it is cut off, or it moves round and round.";
        };
        readonly speed: {
            readonly type: "number";
            readonly minimum: 0.1;
            readonly maximum: 50;
            readonly default: 4;
            readonly description: "How many letters a second a line moves that does so.";
        };
        readonly inverted: {
            readonly type: "boolean";
            readonly default: false;
            readonly description: "Cuts the letters out of an inked place.";
        };
        readonly color: {
            readonly type: "string";
            readonly format: "color";
            readonly default: "white";
            readonly description: "The colour of the letters.";
        };
    };
    readonly required: readonly [
        "value"
    ];
    readonly additionalProperties: false;
}>;
