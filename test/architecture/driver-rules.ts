import ts from 'typescript';
import { isTest, type TextFile } from './files.ts';
import { nodesOf, treeOf } from './syntax.ts';

/** Buses with hardware at their end. */
const HARDWARE: readonly string[] = ['usb', 'serial', 'i2c', 'spi', 'hid', 'network'];

/** The buses that drivers of a file are on: what `bus:` says beside `open`. */
export function busesIn(file: TextFile): readonly string[] {
  return nodesOf(treeOf(file))
    .filter(ts.isObjectLiteralExpression)
    .flatMap(({ properties }) => {
      const isDriver = properties.some((property) => property.name?.getText() === 'open');
      const bus = properties.filter(ts.isPropertyAssignment).find(({ name }) => name.getText() === 'bus')?.initializer;
      return isDriver && bus && ts.isStringLiteralLike(bus) ? [bus.text] : [];
    });
}

const NEEDED = ['docs/protocol.md', 'src/encode.ts', 'src/decode.ts'];

/** What a plugin lacks that drives hardware. `paths` are those of all files. */
export function driverProblems(
  folder: string,
  sources: readonly TextFile[],
  paths: ReadonlySet<string>,
): readonly string[] {
  const own = sources.filter(({ path }) => path.startsWith(`${folder}/`) && !isTest(path));
  if (!own.flatMap(busesIn).some((bus) => HARDWARE.includes(bus))) return [];
  return NEEDED.filter((file) => !paths.has(`${folder}/${file}`)).map((file) => `${folder}: has no ${file}`);
}
