import { spawnSync } from 'node:child_process';

/** Runs a command in a folder, silently. What it says of a failure is the last that this program says. */
export function run(folder, command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`${command} ${args.join(' ')} failed\n${stdout}${stderr}`);
  process.exit(status ?? 1);
}
