import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBeyondInt64, readIds } from '../../../../shared/coze/scope/read-ids.ts';
import { isSoon } from '../../../fixtures/is-soon.ts';

const a = '7342866812345678901';
const b = '7342866812345678902';

describe('pasted ids', () => {
  it.each([
    [`${a},${b}`],
    [`${a}， ${b}；`],
    [`${a}\n${b}\r\n`],
    [`${a}\t${b} ${a}`],
    [`["${a}", "${b}"]`],
    [`[${a}, ${b}]`],
    [`"${a}", "${b}",`],
    [`“${a}”、“${b}”`],
    [`https://www.coze.cn/space/7300000000000000000/bot/${a} https://www.coze.com/space/1/bot/${b}?x=1`],
    [`["${a}",\n"${b}"`],
    [`智能体：${a}、${b}`],
    [`智能体: ${a}\nAnother agent：${b}`],
    [`智能体：${a}，工作流:${b}`],
    [`"bot_id_list": ["${a}", ${b}]`],
  ])('are found in %j', (text) => {
    expect(readIds(text)).toEqual([a, b]);
  });

  it('keep every digit, and what is no id as it is', () => {
    expect(readIds('[73428668123456789012345, 1e3, "bot_id_1"]')).toEqual([
      '73428668123456789012345',
      '1e3',
      'bot_id_1',
    ]);
    expect(readIds('connector:botChat')).toEqual(['connector:botChat']);
    expect(readIds('http://127.0.0.1:8080/x')).toEqual(['http://127.0.0.1:8080/x']);
    expect(readIds('  ')).toEqual([]);
  });

  it('are found soon among many quotation marks', () => {
    const word = `a${'"'.repeat(100_000)}b`;
    const work = () => {
      expect(readIds(`${word} "${a}"`)).toEqual([word, a]);
    };
    expect(isSoon(work)).toBe(true);
  });

  it('are each given once and never empty, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const ids = readIds(text);
        expect(ids).toEqual([...new Set(ids)]);
        expect(ids).not.toContain('');
      }),
    );
  });
});

describe('isBeyondInt64', () => {
  it.each([
    ['9223372036854775807', false],
    ['9223372036854775808', true],
    ['0000000000000000000000001', false],
    ['99999999999999999999', true],
    ['7342866812345678901', false],
    ['bot', false],
  ])('says of %s: %s', (text, expected) => {
    expect(isBeyondInt64(text)).toBe(expected);
  });
});
