/** What a container has used until one moment. */
export interface Sample {
  /** Nanoseconds of CPU. */
  readonly used: number;
  /** Nanoseconds of all CPUs of the machine. */
  readonly machine: number;
  readonly cpus: number;
  /** Bytes; without the cache of files that may go at any time. */
  readonly memory: number | undefined;
}

/** What is known of a container: its newest sample, and how busy it was from the one before. */
export interface Usage {
  readonly sample: Sample;
  /** 100 is one CPU; `undefined` after the first sample. */
  readonly cpu: number | undefined;
}

type Tree = { readonly [name: string]: Tree | undefined };

const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;

/** Reads statistics (Docker Engine API, ContainerStats); `undefined` where there are none, as of one that is stopped. */
export function sampleIn(answer: unknown): Sample | undefined {
  const { cpu_stats: cpu, memory_stats: memory } = (answer ?? {}) as Tree;
  const used = number(cpu?.cpu_usage?.total_usage);
  const machine = number(cpu?.system_cpu_usage);
  if (used === undefined || machine === undefined || machine === 0) return undefined;
  const perCpu = cpu?.cpu_usage?.percpu_usage;
  const cpus = number(cpu?.online_cpus) || (Array.isArray(perCpu) ? perCpu.length : 0) || 1;
  return { used, machine, cpus, memory: memoryIn(memory) };
}

/** The engine's documents take `inactive_file` off the usage, `total_inactive_file` with control groups of version 1. */
function memoryIn(memory: Tree | undefined): number | undefined {
  const usage = number(memory?.usage);
  const cache = number(memory?.stats?.total_inactive_file) ?? number(memory?.stats?.inactive_file) ?? 0;
  return usage === undefined ? undefined : usage - (cache < usage ? cache : 0);
}

/** What a new sample tells. A counter that is smaller than before has begun anew. */
export function usage(before: Sample | undefined, sample: Sample): Usage {
  const passed = sample.machine - (before?.machine ?? sample.machine);
  const used = sample.used - (before?.used ?? 0);
  return { sample, cpu: passed > 0 && used >= 0 ? (used / passed) * sample.cpus * 100 : undefined };
}
