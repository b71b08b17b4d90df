import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ConsoleRun, RunRequest } from '../../shared/console-run.ts';
import { type AnswerServer, serveAnswers } from './answer-server.ts';
import { prepareApps } from './electron-apps.ts';
import { atMost, type Bench, type Figure, megabyte, megabytes, milliseconds, within } from './figure.ts';
import { jsonOf } from './json-text.ts';
import { median, timed } from './medians.ts';
import { peakDuring } from './memory.ts';
import { type OpenApp, openApp } from './open-app.ts';

const size = 500 * megabyte;
const rounds = 3;
const memoryLimit = 60 * megabyte;
const piece = Buffer.concat([jsonOf(4 * megabyte), Buffer.from(',')]);

async function writeFile(path: string): Promise<void> {
  const file = await open(path, 'w');
  for (let left = size; left > 0; left -= piece.length)
    await file.write(piece.subarray(0, Math.min(left, piece.length)));
  await file.close();
}

function* bodyFrom(head: string): Generator<Uint8Array> {
  yield Buffer.from(head);
  for (let left = size - 1; left > 0; left -= piece.length)
    yield piece.subarray(0, Math.min(left, piece.length));
}

function serveBodies(server: AnswerServer): void {
  server.on('/upload', (request, response) => {
    request.on('end', () =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"code":0,"msg":""}'),
    );
    request.resume();
  });
  server.on('/short', (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"code":0,"msg":""}');
  });
  for (const [path, type, head] of [
    ['/binary', 'application/octet-stream', '\0'],
    ['/json', 'application/json', '['],
  ] as const) {
    server.on(path, async (_request, response) => {
      response.writeHead(200, { 'content-type': type, 'content-length': size });
      await pipeline(bodyFrom(head), response).catch(() => undefined);
    });
  }
}

async function curl(args: readonly string[]): Promise<void> {
  const child = spawn('curl', ['--silent', '--show-error', '--fail', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`curl ended with ${code}`);
}

/** Sends a request and waits until its answer has come. */
async function runToEnd({ call, page }: OpenApp, request: RunRequest): Promise<void> {
  const { runId } = await call('console.start', { request });
  const stage = await page.evaluate(
    (id) =>
      new Promise<ConsoleRun['stage']>((resolve) => {
        type Told = { name: string; payload: { run?: ConsoleRun } };
        const { cozeMint } = window as unknown as {
          cozeMint: { subscribe: (listener: (event: Told) => void) => () => void };
        };
        const stop = cozeMint.subscribe(({ payload: { run } }) => {
          if (run?.runId !== id || !['done', 'failed', 'cancelled'].includes(run.stage)) return;
          stop();
          resolve(run.stage);
        });
      }),
    runId,
  );
  if (stage !== 'done') throw new Error(`The request ended as ${stage}.`);
  await call('console.dropRun', { runId });
}

const requestTo = (appId: string, url: string, changes: Partial<RunRequest>): RunRequest => ({
  source: { kind: 'none', appId },
  endpointId: null,
  method: 'GET',
  target: { kind: 'url', url, withToken: false },
  query: [],
  headers: [],
  body: { kind: 'none' },
  variableSetId: null,
  ...changes,
});

interface Times {
  readonly own: number[];
  readonly curl: number[];
  readonly more: number[];
}

async function measure(app: OpenApp, own: () => Promise<void>, other: () => Promise<void>): Promise<Times> {
  const times: Times = { own: [], curl: [], more: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.curl.push(await timed(other));
    const { value, before, peak } = await peakDuring(app.pid, () => timed(own));
    times.own.push(value);
    if (before !== null && peak !== null) times.more.push(peak.all - before.all);
  }
  return times;
}

function figuresOf(what: string, { own, curl: other, more }: Times): readonly Figure[] {
  const [ownTime, otherTime] = [median(own), median(other)];
  const time = atMost(1.3, {
    what,
    value: milliseconds(ownTime),
    against: `curl ${milliseconds(otherTime)}`,
    ratio: ownTime / otherTime,
  });
  if (more.length === 0) return [time];
  const most = median(more);
  return [
    time,
    within(
      `${what}: memory, all processes`,
      `${megabytes(most)} more`,
      'under 60 MB more',
      most < memoryLimit,
    ),
  ];
}

/** What is there for any answer is there before it is measured: a short one is shown first. */
async function shownInPage(app: OpenApp, origin: string): Promise<Figure | null> {
  await app.address(`${origin}/short`);
  await app.send();
  await app.answered();
  await app.page.waitForTimeout(5000);
  await app.address(`${origin}/json`);
  const { before, peak } = await peakDuring(app.pid, async () => {
    await app.send();
    await app.answered();
    await app.page.locator('[role=treeitem]').first().waitFor();
    await app.page.waitForTimeout(3000);
  });
  if (before === null || peak === null) return null;
  const more = peak.page - before.page;
  const value = `${megabytes(more)} more`;
  return within(
    'JSON of 500 MB on the screen: memory of the page',
    value,
    'under 60 MB more',
    more < memoryLimit,
  );
}

export const transfer: Bench = {
  name: 'transfer',
  needs: 'electron',
  run: async (surroundings) => {
    const apps = await prepareApps(surroundings);
    const server = await serveAnswers();
    serveBodies(server);
    try {
      const file = join(apps.newFolder(), 'upload.bin');
      await writeFile(file);
      const app = await openApp(apps);
      try {
        await app.electron.evaluate(({ dialog }, path) => {
          dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
        }, file);
        const appId = (await app.call('app.snapshot', null)).profile.apps[0]?.id ?? '';
        const picked = await app.call('console.pickFile', null);
        const body = {
          kind: 'file' as const,
          fileId: picked?.fileId ?? '',
          contentType: 'application/octet-stream',
        };
        const upload = `${server.origin}/upload`;
        const download = `${server.origin}/binary`;
        const uploads = await measure(
          app,
          () => runToEnd(app, requestTo(appId, upload, { method: 'POST', body })),
          () => curl(['--request', 'POST', '--header', 'Expect:', '--upload-file', file, upload]),
        );
        const downloads = await measure(
          app,
          () => runToEnd(app, requestTo(appId, download, {})),
          () => curl(['--output', join(apps.newFolder(), 'download.bin'), download]),
        );
        const page = await shownInPage(app, server.origin);
        return [
          ...figuresOf('upload of 500 MB', uploads),
          ...figuresOf('download of 500 MB', downloads),
          ...(page === null ? [] : [page]),
        ];
      } finally {
        await app.close();
      }
    } finally {
      await server.close();
      await apps.close();
    }
  },
};
