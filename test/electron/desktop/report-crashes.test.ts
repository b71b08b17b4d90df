import { describe, expect, it } from 'vitest';
import { crashLine } from '../../../electron/desktop/report-crashes.ts';

describe('crashLine', () => {
  it('tells the error and where it came from', () => {
    const line = crashLine('uncaught exception', new TypeError('not a function'));
    expect(line).toMatch(/^coze-mint: uncaught exception: TypeError: not a function\n {4}at /);
    expect(line.endsWith('\n')).toBe(true);
  });

  it('leaves secrets out', () => {
    const error = new Error('sent Authorization: Bearer czs_RQOhsc7vmzzK4bNgb7hn4wqOgRBYAO6xvpFHNbnl6');
    expect(crashLine('uncaught exception', error)).not.toContain('RQOhsc7vmzzK4bNgb7hn4wqOgRBYAO6xvpFHNbnl6');
  });

  it('names only the kind of what is no error, since it may be anything', () => {
    expect(crashLine('unhandled rejection', 'a secret text')).toBe(
      'coze-mint: unhandled rejection: string\n',
    );
    expect(crashLine('unhandled rejection', { key: 'secret' })).toBe(
      'coze-mint: unhandled rejection: object\n',
    );
  });
});
