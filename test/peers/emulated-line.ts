import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceEmulator, EmulatedDevice } from '@lcdflow/core';
import { type Child, startChild } from './child.ts';
import { until } from './until.ts';

/** An emulated device at the other end of a pseudo terminal. */
export interface EmulatedLine {
  /** What a program opens as its serial port. */
  readonly path: string;
  readonly device: EmulatedDevice;
  /** How many bytes the device has got. */
  bytes(): number;
  /** What the device has answered, keys aside. */
  answers(): readonly Uint8Array[];
  /** A person presses a key and lets it go. */
  press(key: string): void;
  /** What socat has said. */
  said(): string;
  close(): Promise<void>;
}

/** How long a pseudo terminal takes to be there, in ms. */
const PATIENCE = 20_000;

/** Powers a device up behind a pseudo terminal in a folder. Its speed is that of the machine, not of the line. */
export async function openEmulatedLine(emulator: DeviceEmulator, folder: string): Promise<EmulatedLine> {
  const path = join(folder, 'port');
  const device = emulator.powerUp();
  const socat = startChild('socat', [`pty,raw,echo=0,link=${path}`, 'stdio'], true);
  const heard = connect(device, socat);
  await until('a pseudo terminal', () => existsSync(path), PATIENCE);
  return {
    path,
    device,
    bytes: () => heard.bytes,
    answers: () => heard.answers,
    press: (key) => {
      for (const pressed of [true, false]) for (const packet of device.press(key, pressed)) send(socat, packet);
    },
    said: socat.said,
    close: socat.stop,
  };
}

const send = ({ process }: Child, packet: Uint8Array): void => void process.stdin?.write(packet);

function connect(
  device: EmulatedDevice,
  socat: Child,
): { readonly bytes: number; readonly answers: readonly Uint8Array[] } {
  const heard = { bytes: 0, answers: [] as Uint8Array[] };
  socat.process.stdout?.on('data', (packet: Buffer) => {
    heard.bytes += packet.length;
    for (const answer of device.receive(packet).answers ?? []) {
      heard.answers.push(answer);
      send(socat, answer);
    }
  });
  return heard;
}
