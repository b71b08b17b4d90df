// The start file of the app under test: says when its first screen can be used, then starts the real one.
import { app } from 'electron';

const untilUsable = `new Promise((resolve) => {
  const look = () => {
    const button = document.querySelector('main button:not([disabled])');
    const isThere = document.documentElement.dataset.empty !== undefined || button !== null;
    if (!isThere || document.visibilityState !== 'visible') requestAnimationFrame(look);
    else requestAnimationFrame(() => setTimeout(resolve));
  };
  look();
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    await contents.executeJavaScript(untilUsable);
    process.stdout.write(`\nusable ${Date.now()}\n`);
  });
});

await import('MAIN_FILE');
