import { type FoundDevice, plainText } from '@lcdflow/core';
import { hex, nameOf } from './find-port.ts';
import type { SerialPortInfo } from './port-files.ts';

/** A port as others see it: its address has the path that stays the same, and what its adapter says of itself. */
export function foundPort(port: SerialPortInfo): FoundDevice {
  const { path, vendorId, productId, manufacturer, product, serial } = port;
  const ids = vendorId !== undefined && productId !== undefined && `${hex(vendorId)}:${hex(productId)}`;
  const known = [path, ids, manufacturer, product, serial && `serial ${serial}`].filter(Boolean);
  return {
    bus: 'serial',
    address: {
      path: nameOf(port),
      ...(vendorId !== undefined && { vendorId }),
      ...(productId !== undefined && { productId }),
      ...(serial !== undefined && { serial }),
    },
    label: plainText(known.join(' ')),
  };
}
