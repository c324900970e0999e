export interface FarEnd {
    readonly piece: Observable<Uint8Array>;
    send(bytes: Uint8Array): void;
}

export declare const pseudoTerminal: (link: string, program?: string) => Observable<FarEnd>;

export declare function serialBus(machine?: Machine): Bus;
