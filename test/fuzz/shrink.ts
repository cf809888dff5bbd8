/** Long enough to make most failures small. */
const LONGEST_MS = 120_000;

/**
 * Leaves out what a failure does not need (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002).
 *
 * @param fails whether some of the steps fail by themselves; when all of them do not, they are given back as they are
 */
export async function shrink<T>(steps: T[], fails: (steps: T[]) => Promise<boolean>): Promise<T[]> {
  const end = Date.now() + LONGEST_MS;
  let left = steps;
  for (let size = Math.ceil(left.length / 2); size >= 1 && Date.now() < end; ) {
    let isSmaller = false;
    for (let from = 0; from < left.length && Date.now() < end; ) {
      const without = [...left.slice(0, from), ...left.slice(from + size)];
      if (await fails(without)) {
        left = without;
        isSmaller = true;
      } else from += size;
    }
    if (!isSmaller || size > left.length) size = size === 1 ? 0 : Math.ceil(size / 2);
  }
  return left;
}
