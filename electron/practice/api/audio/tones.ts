/** One tone: a whole number of Hz for a length of time. */
export interface Tone {
  readonly hertz: number;
  readonly seconds: number;
}

const secondsEach = 0.12;

/** Steps of a pentatonic scale over two octaves: whatever follows whatever sounds well. */
const steps = [0, 2, 4, 7, 9, 12, 14, 16, 19, 21];

/** Says `text` in tones, one a character, so that its length follows the text and the same text sounds the same. */
export function tonesOf(text: string, baseTone: number, speed: number): readonly Tone[] {
  const seconds = secondsEach / speed;
  return Array.from(text).map((character) => {
    const step = steps[(character.codePointAt(0) ?? 0) % steps.length] ?? 0;
    const isPause = /[\s\p{P}]/u.test(character);
    return { hertz: isPause ? 0 : Math.round(baseTone * 2 ** (step / 12)), seconds };
  });
}
