import { compareTexts } from '../../../../shared/text/difference-rows.ts';

/** Compares two texts, so that the window goes on. */
self.addEventListener('message', ({ data }: MessageEvent<readonly [string, string]>) => {
  self.postMessage(compareTexts(...data));
});
