#!/usr/bin/env -S node --v8-pool-size=1 --max-semi-space-size=2 --single-threaded-gc --no-allocation-site-pretenuring
// A display program runs for months on small machines: a small young generation, cleaned by the thread that is awake
// anyway, keeps its memory small. In so small a one V8 would soon believe that what is made for a packet lives long, and
// would make it among the old objects, where it stays until all of them are looked through. One thread beside the main one
// is enough to optimise what runs once a second; each takes memory of its own.
import '../dist/main.js';
