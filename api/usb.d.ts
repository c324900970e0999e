export declare const UDEV_FILE = "/etc/udev/rules.d/70-lcdflow.rules";

export interface UsbBusOptions {
    readonly timeout?: number;
}

export declare const udevRule: (vendorId: number, productId: number) => string;

export declare const usbArrivals: (machine?: import("./machine.ts").Machine) => Observable<FoundDevice>;

export declare function usbBus({ timeout }?: UsbBusOptions, machine?: Machine): Bus;
