const two = (count: number) => String(count).padStart(2, '0');

/** `0:05.123`, `12:00.000`: minutes, seconds and milliseconds. */
export function shownAt(ms: number): string {
  const whole = Math.floor(ms);
  const seconds = Math.floor(whole / 1000);
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}.${String(whole % 1000).padStart(3, '0')}`;
}

/** `0:05`, `1:02:03`. */
export function shownLength(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}
