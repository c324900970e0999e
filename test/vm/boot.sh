#!/bin/bash
# Boots this machine's files in a guest with a Linux kernel of its own and runs the steps there:
# boot.sh RESULTS [PART], where PART is one of those in main.ts.
# LCDFLOW_VM_ACCEL=kvm makes it faster where that works; LCDFLOW_VM_TIMEOUT is how many seconds the guest may take, 400
# when left out. Ends with status 77 where it cannot run.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$here/../.." && pwd)
results=$(realpath "${1:?boot.sh RESULTS [PART]}")

skip() {
  echo "skipped: $1"
  exit 77
}
for tool in qemu-system-x86_64 busybox usbip lsusb modinfo cpio udevadm; do
  command -v "$tool" >/dev/null || skip "$tool is missing: apt-get install $(cat "$here/packages")"
done
image=$(ls -v /boot/vmlinuz-*-amd64 2>/dev/null | tail -1)
[ -r "$image" ] || skip "there is no kernel: apt-get install $(cat "$here/packages")"
kernel=${image#/boot/vmlinuz-}
[ -d "/lib/modules/$kernel" ] || skip "the kernel $kernel has no modules"

patience=${LCDFLOW_VM_TIMEOUT:-400}
# What an earlier run has left must not pass for results of this one.
rm -f "$results"/status "$results"/*.{json,log,txt,part,trace,bin}
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
mkdir -p "$root"/{bin,dev,proc,sys,modules}
cp "$(command -v busybox)" "$root/bin/busybox"
cp "$here/init" "$root/init"
chmod +x "$root/init"
# In this order; virtio_ring before virtio.
for module in virtio_ring virtio virtio_pci_legacy_dev virtio_pci_modern_dev virtio_pci netfs fscache 9pnet \
  9pnet_virtio 9p overlay; do
  file=$(modinfo -k "$kernel" -n "$module" 2>/dev/null) || continue
  [ -f "$file" ] || continue
  cp "$file" "$root/modules/"
  basename "$file" >>"$root/modules/order"
done
# Opening a file of the host takes the guest milliseconds, and a program is hundreds: what is built goes in in one piece.
(
  cd "$repository" || exit
  {
    find packages plugins widgets \( -name node_modules -o -name src -o -name test \) -prune -o -type f -print
    npm ls --omit=dev --all --parseable 2>/dev/null | sed "s#^$PWD/##" | grep ^node_modules/ | grep -v /typescript |
      xargs -I{} find {} -type f
  } | grep -E '\.([cm]?js|json|node)$' | sort -u | tar -cf "$root/repository.tar" -T -
)
# The steps as plain programs, for the same reason; and tsx has let node crash in there.
"$repository/node_modules/.bin/esbuild" "$here/main.ts" "$here/hand-over.ts" --bundle --packages=external --platform=node \
  --format=esm --out-extension:.js=.mjs --outdir="$root/steps/test/vm" --log-level=warning || exit
tar -rf "$root/repository.tar" -C "$root/steps" test && rm -r "$root/steps"
# What the pages look like on an emulated panel that no USB is between; drawn while the guest starts.
show() {
  node "$repository/packages/cli/bin/lcd.js" show "$root/$1.yaml" --after 1500ms >"$results/$1.part" 2>&1
  mv "$results/$1.part" "$results/$1.txt"
}
for page in first second; do sed "s/\[first, second\]/[$page]/" "$here/panel.yaml" >"$root/$page.yaml"; done
cp "$here/letters.yaml" "$root/letters.yaml"
# The other page of each of them.
sed 's/\[first, second[^]]*\]/[other]/; s/\[second, first\]/[first]/; s/\[other\]/[second]/' "$here/letters.yaml" >"$root/turned.yaml"
for pictures in first second letters turned; do show "$pictures" & done
(cd "$root" && find . | cpio --quiet -o -H newc) | gzip -1 >"$results/initramfs.gz"

# idle=poll: an emulated processor that sleeps takes milliseconds to wake up, where a real one takes microseconds.
share() { echo "local,id=$1,path=$2,security_model=none,multidevs=remap$3"; }
timeout "$((patience + 10))" qemu-system-x86_64 \
  -accel "${LCDFLOW_VM_ACCEL:-tcg,thread=multi}" -cpu max -smp 2 -m 1500 -nographic -no-reboot -nic none \
  -kernel "$image" -initrd "$results/initramfs.gz" \
  -fsdev "$(share host / ,readonly=on)" -device virtio-9p-pci,fsdev=host,mount_tag=host \
  -fsdev "$(share results "$results" '')" -device virtio-9p-pci,fsdev=results,mount_tag=results \
  -device qemu-xhci -chardev "file,id=adapter,path=$results/adapter.bin" -device usb-serial,chardev=adapter,always-plugged=on \
  -append "console=ttyS0 panic=-1 quiet mitigations=off idle=poll lcdflow.part=${2:-all} lcdflow.patience=$patience lcdflow.repository=$repository lcdflow.node=$(dirname "$(command -v node)")" \
  </dev/null 2>&1 | tee "$results/console.log"
rm -f "$results/initramfs.gz"
exit "$(cat "$results/status" 2>/dev/null || echo 1)"
