/** The types of audio that the audio APIs take. */
export const audioTypes: ReadonlySet<string> = new Set(['wav', 'mp3', 'ogg', 'm4a', 'aac', 'pcm']);
