#!/usr/bin/env -S node --max-semi-space-size=1
// A display program runs for months on small machines: a small young generation keeps it below 70 MiB.
import '../dist/main.js';
