/** A file system that people keep things on. */
export interface Mount {
  /** What is mounted: `/dev/sda1`, `server:/export`. */
  readonly device: string;
  readonly path: string;
  /** Its kind: `ext4`, `nfs4`. */
  readonly type: string;
}

/** File systems without a device file that hold data all the same. */
const DATA = /^(zfs|btrfs|bcachefs|nfs4?|cifs|smb3|9p|ceph|afs|virtiofs|glusterfs|fuse\.\w+|ubifs|jffs2)$/;
/** Pictures of read-only packages and discs, always full. */
const ALWAYS_FULL = /^(squashfs|iso9660|udf|erofs)$/;
/** Files of the host that containers get. */
const LENT = /^\/etc\/(hosts|hostname|resolv\.conf)$/;

/**
 * The file systems of /proc/mounts (fstab(5)), each once, by the shortest path it is mounted on; the root always.
 * What is only in memory or made by the kernel is left out.
 */
export function parseMounts(text: string): readonly Mount[] {
  const found = new Map<string, Mount>();
  for (const line of text.split('\n')) {
    const [device, path, type] = line.split(' ').map(unescaped);
    if (device === undefined || path === undefined || type === undefined) continue;
    if (LENT.test(path)) continue;
    if (path !== '/' && (ALWAYS_FULL.test(type) || !(device.startsWith('/dev/') || DATA.test(type)))) continue;
    const key = path === '/' && !device.startsWith('/') ? path : device;
    const known = found.get(key);
    if (known === undefined || path.length < known.path.length) found.set(key, { device, path, type });
  }
  return [...found.values()].filter(({ type }) => type !== 'rootfs');
}

/** Blanks are written as `\040` (fstab(5)). */
const unescaped = (word: string): string =>
  word.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
