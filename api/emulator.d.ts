export interface BusCounters extends OutCounters {
    readonly lost: number;
}

export interface DeviceMaker<D extends EmulatedDevice = EmulatedDevice> extends Pick<DeviceEmulator, 'interval'> {
    powerUp(): D;
}

export interface EmulateOptions {
    readonly interval?: number;
    readonly room?: number;
}

export interface EmulatedPanel<D extends EmulatedDevice = EmulatedDevice> {
    readonly device: D;
    readonly transport: Transport;
    readonly connection: Observable<Transport>;
    readonly glass: Observable<Frame>;
    press(key: string, pressed: boolean): void;
    report(packets: readonly Uint8Array[]): void;
    unplug(): void;
    counters(): BusCounters;
}

export interface OutCounters {
    readonly packets: number;
    readonly bytes: number;
    readonly refused: number;
    readonly intervals: number;
}

export interface TraceOptions {
    readonly explain: DeviceEmulator['explain'];
    readonly now?: () => number;
}

export declare function emulate<D extends EmulatedDevice>(maker: DeviceMaker<D>, { interval, room }?: EmulateOptions): EmulatedPanel<D>;

export declare function hexdump(packet: Uint8Array): string[];

export declare function traced(transport: Transport, { explain, now }: TraceOptions, write: (line: string) => void): Transport;
