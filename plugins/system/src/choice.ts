/** Chooses among names, anew only when they change, because choosing asks the file system. */
export function choice(
  choose: (names: readonly string[]) => readonly string[],
): (names: readonly string[]) => readonly string[] {
  let seen: string | undefined;
  let chosen: readonly string[] = [];
  return (names) => {
    const joined = names.join(' ');
    if (joined !== seen) {
      chosen = choose(names);
      seen = joined;
    }
    return chosen;
  };
}
