import { decode } from './decode.ts';
import type { Bench, Figure, Surroundings } from './figure.ts';
import { firstScreen } from './first-screen.ts';
import { history } from './history.ts';
import { jsonAnswer } from './json-answer.ts';
import { mint } from './mint.ts';
import { signing } from './signing.ts';
import { start } from './start.ts';
import { stream } from './stream.ts';
import { tableOf } from './table.ts';
import { transfer } from './transfer.ts';

const benches: readonly Bench[] = [
  signing,
  mint,
  firstScreen,
  start,
  decode,
  jsonAnswer,
  stream,
  transfer,
  history,
];

export const names = benches.map(({ name }) => name);

/**
 * Measures, and prints one table.
 *
 * @param chosen - names of benches; none for all of them
 * @returns whether all of them could be measured
 */
export async function measure(surroundings: Surroundings, chosen: readonly string[]): Promise<boolean> {
  const figures: Figure[] = [];
  const notMeasured: string[] = [];
  for (const { name, needs, run } of benches) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    if (needs === 'electron' && !surroundings.electron.found) {
      notMeasured.push(`${name}: ${surroundings.electron.reason}`);
      continue;
    }
    process.stderr.write(`${name} …\n`);
    try {
      figures.push(...(await run(surroundings)));
    } catch (failure) {
      notMeasured.push(`${name}: ${failure instanceof Error ? failure.message : String(failure)}`);
    }
  }
  process.stdout.write(`\n${tableOf(figures)}\n`);
  for (const line of notMeasured) process.stdout.write(`\n!! NOT MEASURED: ${line}\n`);
  return notMeasured.length === 0;
}
