import type { Page } from 'playwright-core';
import type { BridgePort, CallInput, CallName, Reply } from '../../shared/bridge.ts';

// Far from the page's own, which start at 1.
let lastCallId = 1_000_000;

/** Makes a call as the page would, whatever its name and input; in a browser the bridge is there once it is connected. */
export async function callBridge(page: Page, name: string, input: unknown): Promise<Reply> {
  await page.waitForFunction(() => 'cozeMint' in window);
  lastCallId += 1;
  return page.evaluate(
    ({ id, name, input }) => (window as unknown as { cozeMint: BridgePort }).cozeMint.call(id, name, input),
    { id: lastCallId, name, input },
  );
}

/**
 * Makes a call of the contract and gives its value.
 *
 * @throws Error with the problem's code when the call failed
 */
export async function callForValue<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<unknown> {
  const reply = await callBridge(page, name, input);
  if (!reply.ok) throw new Error(reply.problem.code);
  return reply.value;
}

/**
 * Makes a call of the contract for each input, one after another, without a step out of the page between them.
 *
 * @throws Error when one of them failed
 */
export async function callForEach<Name extends CallName>(
  page: Page,
  name: Name,
  inputs: readonly CallInput<Name>[],
): Promise<void> {
  const firstId = lastCallId + 1;
  lastCallId += inputs.length;
  const failed = await page.evaluate(
    async ({ firstId, name, inputs }) => {
      const { cozeMint } = window as unknown as { cozeMint: BridgePort };
      for (const [index, input] of inputs.entries()) {
        const reply = await cozeMint.call(firstId + index, name, input);
        if (!reply.ok) return reply.problem.code;
      }
      return null;
    },
    { firstId, name, inputs },
  );
  if (failed !== null) throw new Error(failed);
}
