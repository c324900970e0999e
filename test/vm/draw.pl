# Copies a file into the mapped memory of a framebuffer: draw.pl /dev/fb1 PICTURE BYTES
# Through a mapping because the kernel's hid-picolcd hangs after a plain write (6.1). x86-64: 9 is mmap, 0 is read.
my ($device, $picture, $bytes) = @ARGV;
open(my $screen, '+<', $device) or die "$device: $!\n";
open(my $file, '<', $picture) or die "$picture: $!\n";
my $memory = syscall(9, 0, $bytes + 0, 3, 1, fileno($screen), 0);
die "mmap: $!\n" if $memory == -1;
my $copied = syscall(0, fileno($file), $memory + 0, $bytes + 0);
die "copied $copied of $bytes bytes: $!\n" if $copied != $bytes;
