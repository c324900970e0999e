export type Behaviour = (receive: Receive, device: EmulatedDevice) => Receive;

export interface BusCounters extends OutCounters {
    readonly lost: number;
}

export interface BusReaction extends Reaction {
    readonly refused?: number;
    readonly stalled?: boolean;
    readonly unplugged?: boolean;
    readonly late?: number;
}

export interface DeviceMaker<D extends EmulatedDevice = EmulatedDevice> extends Pick<DeviceEmulator, 'interval' | 'baudRate' | 'usb'> {
    powerUp(): D;
}

export interface EmulateOptions {
    readonly interval?: number;
    readonly room?: number;
    readonly behaviours?: readonly Behaviour[];
}

export interface EmulatedPanel<D extends EmulatedDevice = EmulatedDevice> {
    readonly device: D;
    readonly transport: Transport;
    readonly endpoints: PanelEndpoints;
    readonly connection: Observable<Transport>;
    readonly glass: Observable<Frame>;
    press(key: string, pressed: boolean): void;
    report(packets: readonly Uint8Array[]): void;
    unplug(): void;
    counters(): BusCounters;
}

export type LendingEvent = {
    readonly kind: 'imported';
    readonly busid: string;
    readonly peer: string;
    readonly panel: EmulatedPanel;
} | {
    readonly kind: 'released';
    readonly busid: string;
    readonly peer: string;
};

export interface LentDevice {
    readonly emulator: DeviceEmulator;
    readonly serial?: string;
    readonly interval?: number;
    readonly behaviours?: readonly Behaviour[];
}

export interface OutCounters {
    readonly packets: number;
    readonly bytes: number;
    readonly refused: number;
    readonly intervals: number;
}

export interface PanelEndpoints {
    send(packet: Uint8Array): Observable<Completion>;
    request(packet: Uint8Array): Observable<Completion>;
    halted: boolean;
    readonly packet: Observable<Uint8Array>;
    set(packet: Uint8Array): void;
}

export type Receive = (packet: Uint8Array) => BusReaction;

export declare class Stalled extends LcdError {
    constructor();
}

export interface TraceOptions {
    readonly explain: DeviceEmulator['explain'];
    readonly now?: () => number;
}

export type UsbipEvent = {
    readonly kind: 'listening';
    readonly port: number;
    readonly busids: readonly string[];
} | LendingEvent;

export interface UsbipOptions {
    readonly devices: readonly LentDevice[];
    readonly host?: string;
    readonly port?: number;
    readonly log: Logger;
}

export declare const completeLate: ({ at, ms }: At & For) => Behaviour;

export declare function emulate<D extends EmulatedDevice>(maker: DeviceMaker<D>, { interval, room, behaviours }?: EmulateOptions): EmulatedPanel<D>;

export declare function hexdump(packet: Uint8Array): string[];

export declare function keyBeforeAnswer({ at, key }: At & {
    readonly key: string;
}): Behaviour;

export declare const refuse: ({ at, ms }: At & For) => Behaviour;

export declare const report: ({ at, packet: stray }: At & {
    readonly packet: Uint8Array;
}) => Behaviour;

export declare const stall: ({ at }: At) => Behaviour;

export declare function traced(transport: Transport, { explain, now }: TraceOptions, write: (line: string) => void): Transport;

export declare const unplug: ({ at }: At) => Behaviour;

export declare const usbipServer: ({ devices, host, port, log }: UsbipOptions) => Observable<UsbipEvent>;
