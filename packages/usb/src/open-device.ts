import { LcdError, type Logger } from '@lcdflow/core';
import type { Unsubscribable } from 'rxjs';
import { closed, closing } from './close-device.ts';
import { enter, leave } from './device-gate.ts';
import { Flights } from './flights.ts';
import { lcdError, type Party } from './libusb-error.ts';
import {
  CONTROL_TYPE,
  REFUSED,
  type UsbDevice,
  type UsbEndpoint,
  type UsbInterface,
  type UsbModule,
} from './usb-module.ts';

/** A device of which one interface is ours. Unsubscribing closes it, in the background. */
export interface OpenDevice extends Unsubscribable {
  readonly flights: Flights;
  /** @throws LcdError `protocol` when there is none of this address */
  endpoint(address: number): UsbEndpoint;
  /** Endpoint 0: takes SETUP packets, and never halts. */
  readonly control: Pick<UsbEndpoint, 'makeTransfer'>;
}

/**
 * Opens a device and claims an interface, taking it from its kernel driver. @throws LcdError
 *
 * Both stop this whole program while anybody else holds the device's lock in the kernel, such as a driver that is being
 * bound; usb 2.18 has no other way. So a device is only opened when it has just answered (`findDevices`).
 */
export function openDevice(usb: UsbModule, device: UsbDevice, number: number, party: Party, log: Logger): OpenDevice {
  const { name } = party;
  const flights = new Flights();
  enter(device);
  try {
    device.open();
    const claimed = claim(device, number, name, log);
    return {
      flights,
      endpoint: (address) => endpointOf(claimed, address, name),
      control: { makeTransfer: (timeout, callback) => new usb.Transfer(device, 0, CONTROL_TYPE, timeout, callback) },
      unsubscribe: () => leave(device, closing({ name, device, claimed, flights, log })),
    };
  } catch (error) {
    leave(device, closed({ name, device, flights, log }));
    throw lcdError(error, party);
  }
}

/** libusb takes the kernel driver off when it claims, and gives the interface back to it when it releases. */
function claim(device: UsbDevice, number: number, name: string, log: Logger): UsbInterface {
  if (device.interfaces?.length === 0) throw new LcdError('disconnected', `${name} is not configured now`);
  const claimed = device.interface(number);
  try {
    if (claimed.isKernelDriverActive()) log.debug(`${name}: taking it from its kernel driver`);
    device.setAutoDetachKernelDriver(true);
  } catch (error) {
    // Elsewhere than on Linux and macOS there is nothing to take off.
    if ((error as { readonly errno?: number }).errno !== REFUSED.notSupported) throw error;
  }
  claimed.claim();
  log.debug(`${name}: opened`);
  return claimed;
}

function endpointOf(claimed: UsbInterface, address: number, name: string): UsbEndpoint {
  const endpoint = claimed.endpoint(address);
  if (endpoint) return endpoint;
  throw new LcdError('protocol', `${name}: there is no endpoint 0x${address.toString(16).padStart(2, '0')}`);
}
