export interface I2cBusOptions {
    readonly timeout?: number;
    readonly load?: () => Promise<I2cModule>;
}

export interface I2cModule {
    openPromisified(bus: number): Promise<I2cHandle>;
}

export declare function i2cBus({ timeout: patience, load }?: I2cBusOptions): Bus;
