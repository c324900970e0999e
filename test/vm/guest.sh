#!/bin/bash
# Second stage of the guest: the USB of a Linux desktop, then the steps: guest.sh NODE PART PATIENCE, where PATIENCE is
# how many seconds the guest may take from its start. Results go to /mnt/results.
export PATH="$1:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" HOME=/tmp TERM=dumb LC_ALL=C.UTF-8 NO_COLOR=1
results=/mnt/results
cd "$(dirname "$0")/../.." || exit
mkdir -p /dev/pts /dev/shm
mount -t devpts devpts /dev/pts
{
  ip link set lo up
  # Without udevd libusb hears of no device that is plugged in later.
  /lib/systemd/systemd-udevd --daemon
  udevadm trigger --type=subsystems --action=add
  udevadm trigger --type=devices --action=add
  udevadm settle --timeout=20
  modprobe -a vhci-hcd usbhid
  for console in /sys/class/vtconsole/vtcon*/bind; do echo 0 >"$console"; done
} >"$results/guest.log" 2>&1
echo "guest is up after $(cut -d' ' -f1 /proc/uptime) s"
# Through a pipe: node aborts at its end when the console does not obey it.
timeout "$(($3 - $(cut -d. -f1 /proc/uptime)))" node test/vm/main.mjs "$results" "$2" </dev/null 2>&1 | cat
echo "${PIPESTATUS[0]}" >"$results/status"
dmesg >"$results/dmesg.log"
sync
mkfifo /run/never
echo o >/proc/sysrq-trigger
# The first process must not end before the power does, and no program can be started any more.
read -rt 60 <>/run/never
