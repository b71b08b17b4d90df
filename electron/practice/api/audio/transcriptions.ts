import { refuseCall } from '../../refusal.ts';
import type { ApiEndpoint } from '../api-endpoint.ts';
import { type FilePart, requireFilePart } from '../files/file-part.ts';
import { play } from '../play.ts';
import { audioTypes } from './audio-types.ts';

/** 语音识别: says honestly that nobody listened. */
const transcribe = play('audio_transcriptions', {
  checks: ['file-present', 'file-readable'],
  answer: async (call) => {
    const part = await requireFilePart(call, audioTypes);
    const seconds = part.extension === 'wav' ? wavSeconds(part) : null;
    if (part.extension === 'wav' && seconds === null) {
      call.sheet.fail(
        'file-readable',
        refuseCall(4304, 'The uploaded file is no valid audio', { seen: part.name }),
      );
    }
    const length = seconds === null ? '' : `，约 ${seconds.toFixed(1)} 秒`;
    const text = `（练习用的扣子没有语音识别。收到了 ${part.name}，${part.bytes.length} 字节${length}。）`;
    return { data: { text } };
  },
});

/** How long a WAV file plays, from its header; null when it has none. */
function wavSeconds({ bytes }: FilePart): number | null {
  const header = Buffer.from(bytes.subarray(0, 44));
  if (header.length < 44 || header.toString('latin1', 0, 4) !== 'RIFF') return null;
  const bytesPerSecond = header.readUInt32LE(28);
  return bytesPerSecond === 0 ? null : (bytes.length - 44) / bytesPerSecond;
}

export const transcriptionEndpoints: readonly ApiEndpoint[] = [transcribe];
