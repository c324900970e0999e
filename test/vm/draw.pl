# Draws a file into the mapped memory of a framebuffer, once a second: draw.pl /dev/fb1 PICTURE BYTES
# Again and again because hid-picolcd (Linux 6.1) sends an empty frame first and forgets what was drawn before that. It
# never closes the framebuffer: closing it while hid-picolcd sends makes that kernel wait for itself for good. So kill it
# when nothing is being sent. The calls are those of x86-64: 9 is mmap, 0 is read.
my ($device, $picture, $bytes) = @ARGV;
open(my $screen, '+<', $device) or die "$device: $!\n";
open(my $file, '<', $picture) or die "$picture: $!\n";
my $memory = syscall(9, 0, $bytes + 0, 3, 1, fileno($screen), 0);
die "mmap: $!\n" if $memory == -1;
while (1) {
  sysseek($file, 0, 0);
  my $copied = syscall(0, fileno($file), $memory + 0, $bytes + 0);
  warn "copied $copied of $bytes bytes: $!\n" if $copied != $bytes;
  sleep 1;
}
