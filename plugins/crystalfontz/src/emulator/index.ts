import type { DeviceEmulator } from '@lcdflow/core';
import { ByteDevice } from './byte-device.ts';
import { explainBytes } from './explain-bytes.ts';
import { explainPackets } from './explain-packets.ts';
import { PacketDevice } from './packet-device.ts';
import { BYTE_PANELS, PACKET_PANELS, type PacketPanelFacts, type PanelFacts } from './panels.ts';

/** A line has no service intervals: what comes is taken as fast as its bytes pass. */
const INTERVAL = 1;

const common = ({ name, baudRate }: PanelFacts) => ({
  driver: 'crystalfontz',
  model: name,
  bus: 'serial',
  interval: INTERVAL,
  baudRate,
});

/** Makes panels that answer, also such as differ from the paper. */
export const packetEmulator = (facts: PacketPanelFacts): DeviceEmulator => ({
  ...common(facts),
  powerUp: () => new PacketDevice(facts),
  explain: explainPackets(facts),
});

const byteEmulator = (facts: PanelFacts): DeviceEmulator => ({
  ...common(facts),
  powerUp: () => new ByteDevice(facts),
  explain: explainBytes(facts),
});

/** The Crystalfontz panels made of code, written from docs/protocol.md. */
export const crystalfontzEmulators: readonly DeviceEmulator[] = [
  ...PACKET_PANELS.map(packetEmulator),
  ...BYTE_PANELS.map(byteEmulator),
];
