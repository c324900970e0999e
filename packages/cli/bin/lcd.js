#!/usr/bin/env -S node --max-semi-space-size=1 --single-threaded-gc
// A display program runs for months on small machines: a small young generation, cleaned by the thread that is awake
// anyway, keeps it below 70 MiB and half a percent of a core.
import '../dist/main.js';
