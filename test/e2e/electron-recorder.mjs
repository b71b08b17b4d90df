// The start file of the app under test: notes everything that crosses between the processes, then starts the real one.
import { app, ipcMain } from 'electron';

/** @type {{ direction: 'in' | 'out', text: string }[]} */
const crossings = [];
globalThis.crossings = crossings;

function note(direction, channel, payload) {
  crossings.push({ direction, text: `${channel} ${JSON.stringify(payload)}` });
}

/**
 * Replies that stand in for the app's own, by the name of the call.
 * @type {Map<unknown, unknown>}
 */
const standIns = new Map();
globalThis.standIns = standIns;

const handle = ipcMain.handle.bind(ipcMain);
ipcMain.handle = (channel, listener) =>
  handle(channel, async (event, ...payload) => {
    note('in', channel, payload);
    const reply = standIns.get(payload[1]) ?? (await listener(event, ...payload));
    note('out', channel, reply);
    return reply;
  });

const on = ipcMain.on.bind(ipcMain);
ipcMain.on = (channel, listener) =>
  on(channel, (event, ...payload) => {
    note('in', channel, payload);
    listener(event, ...payload);
  });

app.on('web-contents-created', (_event, contents) => {
  const send = contents.send.bind(contents);
  contents.send = (channel, ...payload) => {
    note('out', channel, payload);
    send(channel, ...payload);
  };
});

await import('MAIN_FILE');
